import { Link } from '@tanstack/react-router'
import type { Wall, WallCase } from '../../../cases/wall/contract.ts'
import { nowMs } from '../../clock.ts'
import { Light } from '../../kit/light.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { useReading } from '../words.ts'

/** The cases that a wall names: what turns red next, what many report, and today as it happens. */
export function CasesNamed({ wall }: { wall: Wall }) {
  const { words } = useReading()
  const { consoleOverview: said } = words
  const at = (moment: string) => sayMoment(words, moment, nowMs())
  return (
    <section className="panel" aria-label={said.soon}>
      <h2>{said.soon}</h2>
      <Named none={said.soonNone} rows={wall.soon} fact={({ redAt }) => said.soonBy(at(redAt))} />
      <h2>{said.hot}</h2>
      <Named none={said.hotNone} rows={wall.hot} fact={({ reports }) => said.reports(reports)} />
      <h2>{said.stream}</h2>
      <Named
        none={said.streamNone}
        rows={wall.stream.slice(0, 8)}
        fact={({ count, at: moment }) => words.common.facts(said.counts[count], at(moment))}
      />
    </section>
  )
}

function Named<Row extends WallCase>({
  rows,
  none,
  fact,
}: {
  rows: readonly Row[]
  none: string
  fact(row: Row): string
}) {
  const { words, language } = useReading()
  if (rows.length === 0) return <p>{none}</p>
  return (
    <ul className="overview__cases">
      {rows.map((row) => (
        // The same case may stand in today's stream more than once.
        <li key={`${row.id}/${fact(row)}`}>
          <Light light={row.light} />
          <Link to="/cases/$id" params={{ id: row.id }}>
            {row.summary ?? (row.matter ? nameIn(language, row.matter) : words.consoleOverview.notScreened)}
          </Link>
          <small>{words.common.facts(placeIn(language, row.place), fact(row))}</small>
        </li>
      ))}
    </ul>
  )
}
