import '../books.css'
import '../desk/desk.css'
import '../rights/rights.css'
import { Link, useSearch } from '@tanstack/react-router'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { RightList } from '../rights/right-list.tsx'
import { useSaid } from '../rights/use-said.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

const parts = ['asked', 'answered'] as const
type Part = (typeof parts)[number]

/** What residents ask about their own information, and the answers. */
export default function RightsPage() {
  const said = useSaid()
  const { refusals } = useWords()
  const me = useSignedIn()
  useTitle(said.title)
  const { part: named } = useSearch({ strict: false }) as { part?: string }
  const part: Part = parts.find((one) => one === named) ?? 'asked'
  if (!mayDo(me, 'rights.answer')) return <Empty wholePage what={refusals.byCode.not_permitted({})} />
  return (
    <div className="book rights">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <nav className="queue-tabs" aria-label={said.partsLabel}>
        <ul>
          {parts.map((one) => (
            <li key={one}>
              <Link to="/rights" search={{ part: one }} aria-current={one === part ? 'page' : undefined}>
                {said.parts[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <RightList key={part} stage={part} />
    </div>
  )
}
