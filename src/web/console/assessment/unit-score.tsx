import { Link } from '@tanstack/react-router'
import type { UnitScore } from '../../../evaluation/contract.ts'
import { useNameOf } from '../../shared/names.ts'
import { useWords } from '../words.ts'
import { MeasureList } from './measure-list.tsx'
import { tenths } from './months.ts'

/** A score in words, or that there are too few to say. */
export function Score({ scoreTenths }: Pick<UnitScore, 'scoreTenths'>) {
  const { consoleAssessment: said } = useWords()
  if (scoreTenths === null) return <span className="assessed__few">{said.tooFew}</span>
  return <span className="assessed__score">{said.outOfHundred(tenths(scoreTenths))}</span>
}

/** One unit of the month's list, with the way to what its score is made of. */
function UnitLine({ score, month }: { score: UnitScore; month: string }) {
  const { consoleAssessment: said } = useWords()
  const name = useNameOf()(score.unit)
  return (
    <li>
      <div className="assessed__top">
        <h2>
          <Link
            to="/assessment/units/$id"
            params={{ id: score.unit.id }}
            search={{ month }}
            aria-label={said.open(name)}
          >
            {name}
          </Link>
        </h2>
        <Score scoreTenths={score.scoreTenths} />
      </div>
      <MeasureList measures={score.measures.filter(({ any }) => any)} brief />
    </li>
  )
}

/** The month's units: first those of which something can be said, and below, by name alone, those with too few. */
export function UnitLines({ units, month }: { units: readonly UnitScore[]; month: string }) {
  const { consoleAssessment: said } = useWords()
  const nameOf = useNameOf()
  const isSaid = ({ measures }: UnitScore) => measures.some(({ points }) => points !== null)
  const few = units.filter((score) => !isSaid(score))
  return (
    <>
      <ul className="assessed">
        {units.filter(isSaid).map((score) => (
          <UnitLine key={score.unit.id} score={score} month={month} />
        ))}
      </ul>
      {few.length > 0 && (
        <details open={few.length === units.length}>
          <summary className="summary">{said.fewUnits(few.length)}</summary>
          <ul className="assessed__fews">
            {few.map(({ unit }) => (
              <li key={unit.id}>
                <Link to="/assessment/units/$id" params={{ id: unit.id }} search={{ month }}>
                  {nameOf(unit)}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
