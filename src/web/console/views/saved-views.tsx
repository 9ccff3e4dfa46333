import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { ActDialog } from '../act-dialog.tsx'
import { useSignedIn } from '../session/me.ts'
import { useReading } from '../words.ts'
import { type DeskSearch, deskQuery, type Queue, unfiltered } from './queues.ts'
import { keepViews, readViews, shows, VIEW_NAME_MOST, type View, withView } from './views.ts'

/** Views that were given a name, and what can be done with the one that is open: keep it, send it, take it along. */
export function SavedViews({ queue, search }: { queue: Queue; search: DeskSearch }) {
  const { views: said } = useReading().words.consoleDesk
  const say = useSay()
  const navigate = useNavigate()
  const accountId = useSignedIn().account?.id ?? ''
  const [views, setViews] = useState(() => readViews(accountId))
  const [naming, setNaming] = useState(false)
  const change = (next: readonly View[]) => {
    setViews(next)
    keepViews(accountId, next)
  }
  const open = views.find((view) => shows(search, view))
  const { case: _, ...filters } = search
  const remove = ({ name }: View) => {
    change(views.filter((view) => view.name !== name))
    say(said.removed(name))
    void navigate({ to: '/desk', search: unfiltered(search) })
  }
  return (
    <div className="views no-print">
      {views.length > 0 && (
        <nav aria-label={said.label}>
          <ul>
            {views.map((view) => (
              <li key={view.name}>
                <Link to="/desk" search={view.search} aria-current={view === open ? 'page' : undefined}>
                  {view.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="views__acts">
        {open === undefined ? (
          <button type="button" className="text-button" onClick={() => setNaming(true)}>
            {said.save}
          </button>
        ) : (
          <button type="button" className="text-button" onClick={() => remove(open)}>
            {said.remove(open.name)}
          </button>
        )}
        <TakeAlong address={deskQuery(search, queue, null)} />
      </div>
      {naming && (
        <NameView
          taken={views.map(({ name }) => name)}
          onName={(name) => {
            change(withView(views, { name, search: filters }))
            setNaming(false)
            say(said.saved(name))
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </div>
  )
}

/** The page for a colleague, and its list for an office. */
function TakeAlong({ address }: { address: string }) {
  const { words, language } = useReading()
  const { views: said } = words.consoleDesk
  const say = useSay()
  const share = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      say(said.shared)
    } catch {
      // Refused by the browser, or served without encryption: the address bar is always there.
      say(said.shareFailed)
    }
  }
  return (
    <>
      <button type="button" className="text-button" onClick={() => void share()}>
        {said.share}
      </button>
      <a
        className="text-button views__export"
        href={`/api/desk/export?${address}&language=${language}`}
        download
        title={said.exportHint}
      >
        {said.export}
      </a>
    </>
  )
}

function NameView({
  taken,
  onName,
  onClose,
}: {
  taken: readonly string[]
  onName(name: string): void
  onClose(): void
}) {
  const { words } = useReading()
  const { views: said } = words.consoleDesk
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const name = typed.trim()
  const fits = name !== '' && name.length <= VIEW_NAME_MOST
  const save = () => {
    setTried(true)
    if (fits) onName(name)
  }
  return (
    <ActDialog title={said.save} onClose={onClose} label={words.common.actions.save} onConfirm={save}>
      <TextField
        label={said.name}
        hint={taken.includes(name) ? said.nameTaken : said.nameHint}
        value={typed}
        error={tried && !fits ? said.nameNeeded : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
    </ActDialog>
  )
}
