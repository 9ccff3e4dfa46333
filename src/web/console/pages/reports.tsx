import '../paper/paper.css'
import '../people/people.css'
import '../reports/reports.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReportPaper } from '../../../cases/report/paper.contract.ts'
import type { ReportKind } from '../../../cases/report/report.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { usePreferences } from '../../preferences.tsx'
import { AreaChoice, useParts } from '../../shared/area-choice.tsx'
import { nameIn } from '../../shared/names.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { NoteForm } from '../reports/note-form.tsx'
import { ReportSheet } from '../reports/report-sheet.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

const kinds = ['day', 'week', 'month'] as const satisfies ReportKind[]

/** What the address asks for. */
interface Asked {
  readonly kind: ReportKind
  readonly start?: string
  readonly area?: string
}

function readAsked({ kind, start, area }: Readonly<Record<string, unknown>>): Asked {
  return {
    kind: kinds.find((one) => one === kind) ?? 'month',
    ...(typeof start === 'string' ? { start } : {}),
    ...(typeof area === 'string' ? { area } : {}),
  }
}

/** 日报、周报、月报: what a district writes each day, week and month, composed from the record. */
export default function ReportsPage() {
  const isOpen = mayDo(useSignedIn(), 'case.screen')
  const said = useWords().consoleReports
  const { language } = usePreferences()
  const asked = readAsked(useSearch({ strict: false }))
  const query = { kind: asked.kind, start: asked.start, areaId: asked.area, language }
  const reading = useRead<ReportPaper>(isOpen ? withQuery('/api/figures/report/paper', query) : null, {
    keepLast: true,
  })
  useTitle(reading.data?.title ?? said.title)
  if (!isOpen) return <NotPermitted />
  return (
    <div className="paper reports">
      <header className="no-print">
        <h1>{said.title}</h1>
        <p className="reports__lead">{said.lead}</p>
      </header>
      <Shown reading={reading} long>
        {(paper) => (
          <>
            <Choices asked={asked} paper={paper} />
            {paper.note.mayWrite && (
              <NoteForm key={`${paper.area.id}.${paper.kind}.${paper.from}`} paper={paper} />
            )}
            <ReportSheet paper={paper} />
          </>
        )}
      </Shown>
    </div>
  )
}

/** Which report is read, and the ways to take it along. */
function Choices({ asked, paper }: { asked: Asked; paper: ReportPaper }) {
  const { words, language } = useReading()
  const said = words.consoleReports
  const navigate = useNavigate()
  // Figures end with the community.
  const parts = useParts(['district', 'street'].includes(paper.area.kind), paper.area.id)
  const go = (change: Partial<Asked>) => ({ ...asked, area: paper.area.id, ...change })
  const file = { kind: paper.kind, start: paper.from, areaId: paper.area.id, language }
  return (
    <div className="no-print">
      <nav className="paper__bar" aria-label={said.kind}>
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>
              <Link
                to="/figures/report"
                search={{ kind, area: paper.area.id }}
                aria-current={kind === asked.kind ? 'page' : undefined}
              >
                {said.kinds[kind]}
              </Link>
            </li>
          ))}
        </ul>
        <Link to="/figures/report" search={go({ start: paper.previous })}>
          {said.previous}
        </Link>
        {paper.next !== null && (
          <Link to="/figures/report" search={go({ start: paper.next })}>
            {said.next}
          </Link>
        )}
      </nav>
      <nav className="paper__bar" aria-label={said.steps}>
        {paper.steps.map((step) => (
          <Link
            key={step.id}
            to="/figures/report"
            search={go({ area: step.id, start: paper.from })}
            aria-current={step.id === paper.area.id ? 'page' : undefined}
          >
            {nameIn(language, step)}
          </Link>
        ))}
        {parts.length > 0 && (
          <AreaChoice
            label={said.area}
            none={said.areaNone}
            areas={parts}
            value=""
            onChoose={(area) =>
              void navigate({ to: '/figures/report', search: go({ area, start: paper.from }) })
            }
          />
        )}
      </nav>
      <p className="paper__bar">
        <Button onClick={() => window.print()}>{said.print}</Button>
        <a className="text-button" href={withQuery('/api/figures/report/file', file)} download>
          {said.document}
        </a>
        <a className="text-button" href={withQuery('/api/figures/report/sheet', file)} download>
          {said.sheet}
        </a>
      </p>
    </div>
  )
}
