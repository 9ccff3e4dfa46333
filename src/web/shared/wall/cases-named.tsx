import './cases-named.css'
import type { ReactNode } from 'react'
import type { Wall, WallCase } from '../../../cases/wall/contract.ts'
import { nowMs } from '../../clock.ts'
import { Light } from '../../kit/light.tsx'
import { usePreferences } from '../../preferences.tsx'
import type { ConsoleWords } from '../../words/console.ts'
import { sayMoment } from '../../words/time.ts'
import { nameIn, placeIn } from '../names.ts'

interface CasesNamedProps {
  readonly wall: Wall
  readonly words: ConsoleWords
  /** So many are shown of what turns red and of what many report, and so many of today's. */
  readonly most: { readonly pressing: number; readonly today: number }
  /** The way to a case from the face that shows it. */
  link(id: string, text: string): ReactNode
  /** The way to the reports of one thing. */
  reports(id: string, text: string): ReactNode
}

/** The cases that a wall names: what turns red next, what many report, and today as it happens. */
export function CasesNamed({ wall, words, most, link, reports }: CasesNamedProps) {
  const { consoleOverview: said } = words
  const at = (moment: string) => sayMoment(words, moment, nowMs())
  const named = { words, link }
  return (
    <>
      <section className="panel" aria-label={said.soon}>
        <h2>{said.soon}</h2>
        <Named
          {...named}
          none={said.soonNone}
          rows={wall.soon.slice(0, most.pressing)}
          fact={({ redAt }) => said.soonBy(at(redAt))}
        />
      </section>
      <section className="panel" aria-label={said.hot}>
        <h2>{said.hot}</h2>
        <Named
          {...named}
          none={said.hotNone}
          rows={wall.hot.slice(0, most.pressing)}
          fact={(row) => said.reports(row.reports)}
          lead={reports}
        />
      </section>
      <section className="panel" aria-label={said.stream}>
        <h2>{said.stream}</h2>
        <Named
          {...named}
          none={said.streamNone}
          rows={wall.stream.slice(0, most.today)}
          fact={({ count, at: moment }) => words.common.facts(said.counts[count], at(moment))}
        />
      </section>
    </>
  )
}

interface NamedProps<Row> extends Pick<CasesNamedProps, 'words' | 'link'> {
  readonly rows: readonly Row[]
  readonly none: string
  fact(row: Row): string
  /** Where the fact leads. */
  lead?(id: string, text: string): ReactNode
}

function Named<Row extends WallCase>({ rows, none, words, fact, link, lead }: NamedProps<Row>) {
  const { language } = usePreferences()
  if (rows.length === 0) return <p>{none}</p>
  return (
    <ul className="cases-named">
      {rows.map((row) => (
        // The same case may stand in today's stream more than once.
        <li key={`${row.id}/${fact(row)}`}>
          <Light light={row.light} />
          {link(
            row.id,
            row.summary ?? (row.matter ? nameIn(language, row.matter) : words.consoleOverview.notScreened),
          )}
          {lead ? (
            <small>
              {placeIn(language, row.place)} {lead(row.id, fact(row))}
            </small>
          ) : (
            <small>{words.common.facts(placeIn(language, row.place), fact(row))}</small>
          )}
        </li>
      ))}
    </ul>
  )
}
