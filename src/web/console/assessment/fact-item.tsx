import { Link } from '@tanstack/react-router'
import type { FactRow } from '../../../evaluation/contract.ts'
import { nowMs } from '../../clock.ts'
import { useNameOf } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { Ways } from '../ways.tsx'
import { useWords } from '../words.ts'
import { ClaimForm } from './claim-form.tsx'

interface FactItemProps {
  readonly fact: FactRow
  readonly unitId: string
  readonly month: string
  readonly mayClaim: boolean
}

/** One fact behind a score: what it is of, what was said of it, and why. */
export function FactItem({ fact, unitId, month, mayClaim }: FactItemProps) {
  const words = useWords()
  const { consoleAssessment: said, common } = words
  const { claim, unit } = said
  const nameOf = useNameOf()
  const moment = (at: string | null) => at !== null && sayMoment(words, at, nowMs())
  const [due, done] = [moment(fact.dueAt), moment(fact.doneAt)]
  const what = fact.number ?? (fact.about === 'case' ? unit.hidden : unit[fact.about])
  const isYesNo = fact.outOf === 1
  const counts = isYesNo
    ? unit.counts[fact.points === 1 ? 'yes' : 'no']
    : unit.points(fact.points, fact.outOf)
  const mayExclude = mayClaim && fact.counted === 'yes' && fact.about !== 'mark'
  return (
    <li>
      <h3>
        <Subject fact={fact} what={what} />
      </h3>
      <p>
        {common.labelled(
          said.measures[fact.measure],
          common.facts(
            said.because[fact.because],
            fact.counted === 'yes' ? counts : false,
            fact.counted === 'taken_out' && unit.takenOut,
            fact.counted === 'consultation' && unit.consultation,
          ),
        )}
      </p>
      <small>
        {common.facts(
          fact.matter !== null && nameOf(fact.matter),
          fact.round > 1 && unit.round(fact.round),
          due && unit.due(due),
          done && unit.done(done),
        )}
      </small>
      {mayExclude && (
        <Ways
          ways={[
            {
              key: 'exclude',
              label: claim.exclude,
              spoken: claim.excludeOf(what),
              part: (close) => (
                <ClaimForm
                  kind="exclusion"
                  unitId={unitId}
                  month={month}
                  subjects={[fact.subject]}
                  onClose={close}
                />
              ),
            },
          ]}
        />
      )}
    </li>
  )
}

function Subject({ fact, what }: { fact: FactRow; what: string }) {
  if (!fact.mayOpen) return what
  const params = { id: fact.subject }
  return fact.about === 'whistle' ? (
    <Link to="/whistles/$id" params={params}>
      {what}
    </Link>
  ) : (
    <Link to="/cases/$id" params={params}>
      {what}
    </Link>
  )
}
