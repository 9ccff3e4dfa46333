import '../books.css'
import { Link, useSearch } from '@tanstack/react-router'
import type { BehindPage } from '../../../cases/figures/contract.ts'
import { type CountName, countNames } from '../../../cases/figures/measures.contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { nameIn } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { sayMoment } from '../../words/time.ts'
import { CountedCases } from '../overview/counted-cases.tsx'
import { useReading } from '../words.ts'

interface Asked {
  readonly areaId: string
  readonly count: CountName
  readonly from: string
  readonly to: string
  /** Where only a part of the last day is counted. */
  readonly until?: string
}

/** What the address asks for; null where it does not say it all. */
function readAsked(raw: Readonly<Record<string, unknown>>): Asked | null {
  const count = countNames.find((one) => one === raw.count)
  const { area, from, to, until } = raw
  const whole =
    count !== undefined && typeof area === 'string' && typeof from === 'string' && typeof to === 'string'
  if (!whole) return null
  return { areaId: area, count, from, to, ...(typeof until === 'string' ? { until } : {}) }
}

/** 数字背后: the cases that a day's count is made of. */
export default function FigureCasesPage() {
  const { words } = useReading()
  const { consoleOverview: said } = words
  const asked = readAsked(useSearch({ strict: false }))
  useTitle(said.behind.title)
  return (
    <div className="book">
      <h1>{said.behind.title}</h1>
      {asked === null ? (
        <Empty what={said.behind.unreadable} next={said.behind.noneNext} />
      ) : (
        <Behind asked={asked} />
      )}
      <p>
        <Link to="/overview" search={asked === null ? {} : { area: asked.areaId }}>
          {said.behind.back}
        </Link>
      </p>
    </div>
  )
}

function Behind({ asked }: { asked: Asked }) {
  const { words, language } = useReading()
  const { consoleOverview: said } = words
  const reading = useReadPages<BehindPage>(withQuery('/api/figures/cases', { ...asked }))
  const first = reading.data?.pages[0]
  return (
    <>
      {first && (
        <p className="book__lead" role="status">
          {words.common.facts(
            said.behind.lead(said.counts[asked.count], nameIn(language, first.area), asked.from, asked.to),
            ...(asked.until === undefined ? [] : [said.behind.until(sayMoment(words, asked.until, nowMs()))]),
            said.behind.total(first.total),
          )}
        </p>
      )}
      <RowPages reading={reading} none={<Empty what={said.behind.none} next={said.behind.noneNext} />}>
        {(rows) => <CountedCases label={said.behind.title} rows={rows} />}
      </RowPages>
    </>
  )
}
