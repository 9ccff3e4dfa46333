import type { MeasureShown } from '../../../evaluation/contract.ts'
import { useWords } from '../words.ts'
import { shareOf } from './months.ts'

/** Each measure with its share, and what it is a share of; with too few, that it is so. `brief`: without its weight. */
export function MeasureList({
  measures,
  brief = false,
}: {
  measures: readonly MeasureShown[]
  brief?: boolean
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
              common.facts(said.percent(shareOf(points, outOf)), said.parts(points, outOf))
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
