import './views.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { ActDialog } from '../act-dialog.tsx'
import { useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'
import { keepViews, readViews, shows, VIEW_NAME_MOST, type View, type Viewed, withView } from './views.ts'

interface SavedViewsProps<Search extends object> {
  readonly of: Viewed<Search>
  readonly search: Search
  /** Whether there is something to keep. */
  readonly asks: boolean
  /** What else can be done with what is shown. */
  readonly children?: ReactNode
}

/** Views that were given a name, and what can be done with the one that is open: keep it, send it, take it along. */
export function SavedViews<Search extends object>({ of, search, asks, children }: SavedViewsProps<Search>) {
  const { views: said } = useWords().consoleDesk
  const say = useSay()
  const navigate = useNavigate()
  const accountId = useSignedIn().account?.id ?? ''
  const [views, setViews] = useState(() => readViews(of, accountId))
  const [naming, setNaming] = useState(false)
  const change = (next: readonly View<Search>[]) => {
    setViews(next)
    keepViews(of, accountId, next)
  }
  const open = views.find((view) => shows(of, search, view))
  const remove = ({ name }: View<Search>) => {
    change(views.filter((view) => view.name !== name))
    say(said.removed(name))
    void navigate({ to: of.to, search: of.without(search) })
  }
  if (views.length === 0 && !asks) return null
  return (
    <div className="views no-print">
      {views.length > 0 && (
        <nav aria-label={said.label}>
          <ul>
            {views.map((view) => (
              <li key={view.name}>
                <Link to={of.to} search={view.search} aria-current={view === open ? 'page' : undefined}>
                  {view.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {asks && (
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
          <ShareLink />
          {children}
        </div>
      )}
      {naming && (
        <NameView
          taken={views.map(({ name }) => name)}
          onName={(name) => {
            change(withView(views, { name, search: of.held(search) }))
            setNaming(false)
            say(said.saved(name))
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </div>
  )
}

/** The page for a colleague. */
function ShareLink() {
  const { views: said } = useWords().consoleDesk
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
    <button type="button" className="text-button" onClick={() => void share()}>
      {said.share}
    </button>
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
