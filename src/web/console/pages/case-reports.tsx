import '../books.css'
import { Link, useParams } from '@tanstack/react-router'
import type { ReportsPage } from '../../../cases/wall/contract.ts'
import { useReadPages } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { RowPages } from '../../shared/row-pages.tsx'
import { CountedCases } from '../overview/counted-cases.tsx'
import { useWords } from '../words.ts'

/** 同一件事的诉求: a case and those that were joined into it. */
export default function CaseReportsPage() {
  const { consoleOverview: said, common } = useWords()
  const { id } = useParams({ strict: false })
  const reading = useReadPages<ReportsPage>(`/api/cases/${id}/reports`)
  const first = reading.data?.pages[0]
  useTitle(said.sameThing.title)
  return (
    <div className="book">
      <h1>{said.sameThing.title}</h1>
      {first && (
        <p className="book__lead" role="status">
          {common.facts(said.sameThing.lead(first.number), said.behind.total(first.total))}
        </p>
      )}
      <RowPages reading={reading} none={<Empty what={said.sameThing.none} />}>
        {(rows) => (
          <CountedCases
            label={said.sameThing.title}
            rows={rows.map((row) => ({ ...row, at: row.acceptedAt }))}
          />
        )}
      </RowPages>
      <p>
        <Link to="/cases/$id" params={{ id: id ?? '' }}>
          {said.sameThing.open}
        </Link>
      </p>
    </div>
  )
}
