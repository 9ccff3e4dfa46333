import '../paper/paper.css'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Loading } from '../../kit/states.tsx'
import { AskPurpose } from '../case/reporter.tsx'
import { useCase } from '../case/use-case.ts'
import { RefusedToDesk } from '../desk/to-desk.tsx'
import { paperKinds, readPaperKind } from '../paper/kinds.ts'
import { CaseSheet, type Person, ReplySheet, SupervisionSlip } from '../paper/sheets.tsx'
import { useWords } from '../words.ts'

const sheets = { supervision: SupervisionSlip, reply: ReplySheet, case: CaseSheet } as const

/** A case on paper: chosen, looked at as it will be printed, and printed. */
export default function PaperPage() {
  const { id = '' } = useParams({ strict: false })
  const kind = readPaperKind(useSearch({ strict: false }))
  const { paper: said } = useWords()
  const { data: story, error, refetch } = useCase(id)
  const [person, setPerson] = useState<Person | null>(null)
  const [asking, setAsking] = useState(false)
  useTitle(said.sheets[kind])
  if (story === undefined)
    return error === null ? <Loading /> : <RefusedToDesk error={error} onRetry={() => void refetch()} />
  const Paper = sheets[kind]
  const maySee = story.can.includes('see_reporter') && story.reporter !== null
  const personal = kind === 'supervision' ? null : kind === 'reply' ? said.addName : said.addPersonal
  return (
    <div className="paper">
      <nav className="paper__bar no-print" aria-label={said.choose}>
        <Link to="/cases/$id" params={{ id }}>
          {said.back}
        </Link>
        <ul>
          {paperKinds.map((one) => (
            <li key={one}>
              <Link
                to="/cases/$id/paper"
                params={{ id }}
                search={{ sheet: one }}
                aria-current={one === kind ? 'page' : undefined}
              >
                {said.sheets[one]}
              </Link>
            </li>
          ))}
        </ul>
        {maySee && personal !== null && person === null && (
          <button type="button" className="text-button" onClick={() => setAsking(true)}>
            {personal}
          </button>
        )}
        <Button onClick={() => window.print()}>{said.print}</Button>
        <small role="status">{person === null ? said.without : said.withPersonal}</small>
      </nav>
      {asking && <AskPurpose id={id} onSeen={setPerson} onClose={() => setAsking(false)} />}
      <Paper story={story} person={person} />
    </div>
  )
}
