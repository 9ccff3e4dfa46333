import { Link } from '@tanstack/react-router'
import type { CaseRow } from '../../../cases/story.contract.ts'
import { nowMs } from '../../clock.ts'
import { placeIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { RowTable } from '../row-table.tsx'
import { useReading } from '../words.ts'

/** The cases that a number counts, each with the moment at which it counted. */
export function CountedCases({
  label,
  rows,
}: {
  label: string
  rows: readonly (Pick<CaseRow, 'id' | 'number' | 'place' | 'summary'> & { readonly at: string })[]
}) {
  const { words, language } = useReading()
  const { behind: said } = words.consoleOverview
  return (
    <RowTable
      label={label}
      rows={rows}
      keyOf={({ id, at }) => `${id}/${at}`}
      columns={[
        {
          head: said.number,
          cell: ({ id, number }) => (
            <Link to="/cases/$id" params={{ id }}>
              {number}
            </Link>
          ),
        },
        { head: said.at, cell: ({ at }) => sayMoment(words, at, nowMs()) },
        { head: said.place, cell: ({ place }) => placeIn(language, place) },
        { head: said.summary, cell: ({ summary }) => summary },
      ]}
    />
  )
}
