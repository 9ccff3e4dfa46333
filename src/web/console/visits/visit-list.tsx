import '../../shared/rows.css'
import { Link } from '@tanstack/react-router'
import type { VisitHow, VisitOutcome, VisitPage, VisitRow } from '../../../visits/contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { SelectField, TextField } from '../../kit/field.tsx'
import { Empty } from '../../kit/states.tsx'
import { useAddressOf } from '../../shared/register/use-said.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { localDay, sayDate, sayMoment } from '../../words/time.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

/** What the address says of the list. */
export interface VisitFilters {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly how?: VisitHow | undefined
  readonly outcome?: VisitOutcome | undefined
}

interface ListProps {
  readonly areaId: string
  /** Of several communities: then an address begins at the street. */
  readonly isWide: boolean
  readonly filters: VisitFilters
  onFilter(change: VisitFilters): void
}

/** The visits below an area by day, the latest logged first: where and how, not why nor what was heard. */
export function VisitList({ areaId, isWide, filters, onFilter }: ListProps) {
  const { language, words } = useReading()
  const said = words.consoleVisits
  const query = { areaId, ...filters }
  const reading = useReadPages<VisitPage>(withQuery('/api/visits', query))
  const mayExport = mayDo(useSignedIn(), 'register.export')
  return (
    <section aria-label={said.list}>
      <h2>{said.list}</h2>
      <Filters filters={filters} onFilter={onFilter} />
      {mayExport && (
        <p className="no-print">
          <a className="text-button" href={withQuery('/api/visits/sheet', { ...query, language })} download>
            {said.sheet}
          </a>
        </p>
      )}
      <RowPages<VisitRow>
        reading={reading}
        none={<Empty what={said.none} next={said.noneNext} />}
        count={said.count}
      >
        {(rows) =>
          byDay(rows).map(([day, ofDay]) => (
            <section key={day} className="panel" aria-label={sayDate(words, day)}>
              <h3>{sayDate(words, day)}</h3>
              <ul className="rows">
                {ofDay.map((row) => (
                  <Row key={row.id} row={row} isWide={isWide} />
                ))}
              </ul>
            </section>
          ))
        }
      </RowPages>
    </section>
  )
}

/** Rows that follow each other on one local day. */
function byDay(rows: readonly VisitRow[]): readonly (readonly [day: string, rows: readonly VisitRow[]])[] {
  const days = new Map<string, VisitRow[]>()
  for (const row of rows) {
    const day = localDay(Date.parse(row.visitedAt))
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return [...days]
}

function Filters({ filters, onFilter }: Omit<ListProps, 'areaId' | 'isWide'>) {
  const said = useWords().consoleVisits
  const chosen = <Value extends string>(value: string): Value | undefined => (value || undefined) as Value
  return (
    <div className="visits__filters no-print">
      {(['from', 'until'] as const).map((end) => (
        <TextField
          key={end}
          type="date"
          label={said[end]}
          value={filters[end] ?? ''}
          onChange={(event) => onFilter({ ...filters, [end]: chosen(event.target.value) })}
        />
      ))}
      <SelectField
        label={said.how}
        value={filters.how ?? ''}
        onChoose={(how) => onFilter({ ...filters, how: chosen(how) })}
      >
        <option value="">{said.any}</option>
        {(Object.keys(said.hows) as VisitHow[]).map((how) => (
          <option key={how} value={how}>
            {said.hows[how]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={said.outcome}
        value={filters.outcome ?? ''}
        onChoose={(outcome) => onFilter({ ...filters, outcome: chosen(outcome) })}
      >
        <option value="">{said.any}</option>
        {(Object.keys(said.outcomes) as VisitOutcome[]).map((outcome) => (
          <option key={outcome} value={outcome}>
            {said.outcomes[outcome]}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

function Row({ row, isWide }: { row: VisitRow; isWide: boolean }) {
  const { homeId, place, visitedAt, how, outcome, by, takenBack, cases } = row
  const words = useWords()
  const said = words.consoleVisits
  const addressOf = useAddressOf()
  return (
    <li>
      {place === null ? (
        <span className="row__title">{said.gone}</span>
      ) : (
        <Link to={`/register/homes/${homeId}`} className="row__title">
          {addressOf(place, isWide)}
        </Link>
      )}
      <small className="visits__facts">
        {words.common.facts(
          sayMoment(words, visitedAt, nowMs()),
          said.hows[how],
          said.outcomes[outcome],
          by && words.console.session.posts[by],
          cases > 0 && said.cases(cases),
          takenBack && said.takenBack,
        )}
      </small>
    </li>
  )
}
