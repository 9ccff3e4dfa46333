import { Link } from '@tanstack/react-router'
import type { Measure, MeasureShown } from '../../../evaluation/contract.ts'
import { useWords } from '../words.ts'
import { shareOf } from './months.ts'

/** Where the facts behind a number are listed: a unit's month, with what it was narrowed to. */
export interface Behind {
  readonly unitId: string
  readonly search: Readonly<Record<string, string>>
  /** What it is a part of, for whoever hears the link alone. */
  readonly of: string
}

/**
 * Each measure with its share, and what it is a share of; with too few, that it is so. `brief`: without its weight. `behind`:
 * each number opens its cases.
 */
export function MeasureList({
  measures,
  brief = false,
  behind,
}: {
  measures: readonly MeasureShown[]
  brief?: boolean
  behind?: Behind
}) {
  const words = useWords()
  const { consoleAssessment: said, common } = words
  return (
    <dl className="assessed__measures">
      {measures.map(({ measure, weight, least, points, outOf, any }) => (
        <div key={measure}>
          <dt>{said.measures[measure]}</dt>
          <dd>
            {points !== null && outOf !== null ? (
              <Opened
                measure={measure}
                words={common.facts(said.percent(shareOf(points, outOf)), said.parts(points, outOf))}
                {...(behind && { behind })}
              />
            ) : (
              <span className="assessed__few">{any ? said.tooFew : said.nothing}</span>
            )}
          </dd>
          {!brief && (
            <dd>
              <small>{common.facts(said.weight(weight), points === null && said.least(least))}</small>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

function Opened({ measure, words, behind }: { measure: Measure; words: string; behind?: Behind }) {
  const { consoleAssessment: said, common } = useWords()
  if (!behind) return words
  return (
    <Link
      to="/assessment/units/$id"
      params={{ id: behind.unitId }}
      search={{ ...behind.search, measure }}
      hash="facts"
      aria-label={common.labelled(said.openFacts(behind.of, said.measures[measure]), words)}
    >
      {words}
    </Link>
  )
}
