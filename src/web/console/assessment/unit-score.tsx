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
export function UnitLine({ score, month }: { score: UnitScore; month: string }) {
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
      <MeasureList measures={score.measures} />
    </li>
  )
}
