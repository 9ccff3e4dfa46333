import './states.css'
import { useWords } from '../preferences.tsx'
import { Button } from './button.tsx'

/** The foot of a list that is read on by key: how many are shown, and more. */
export function Pager({
  shown,
  hasMore,
  busy,
  count,
  onMore,
}: {
  shown: number
  hasMore: boolean
  busy: boolean
  /** Said instead, where what is listed are not cases. */
  count?: string
  onMore(): void
}) {
  const { pager, states } = useWords().common
  return (
    <div className="state state--foot no-print">
      {hasMore ? (
        <Button look="quiet" wide aria-disabled={busy} onClick={() => !busy && onMore()}>
          {busy ? states.loading : pager.more}
        </Button>
      ) : null}
      <small role="status">{count ?? (hasMore ? pager.shown(shown) : pager.all(shown))}</small>
    </div>
  )
}
