import { Link } from '@tanstack/react-router'
import type { ClosingFlag } from '../../../cases/closing/closing.contract.ts'
import { nowMs } from '../../clock.ts'
import { useNameOf } from '../../shared/names.ts'
import { momentFacts } from '../../words/time.ts'
import { useWords } from '../words.ts'

/** One mark: what it is called, what it means, and what was found when somebody looked. */
export function Mark({ flag }: { flag: ClosingFlag }) {
  const { common, consoleClosings } = useWords()
  const { flags: said } = consoleClosings
  const nameOf = useNameOf()
  const { kind, amount, unit, other, flaggedAt, verdict, reason } = flag
  return (
    <div className="closing-mark">
      <p>
        <strong>{said.kinds[kind]}</strong>{' '}
        <small>
          {common.facts(
            unit === null ? said.noUnit[kind === 'same_words' ? 'answer' : 'spot'] : nameOf(unit),
            said.noted(momentFacts(flaggedAt, nowMs())),
          )}
        </small>
      </p>
      <p>{said.means[kind](amount)}</p>
      {other !== null && (
        <Link className="closing-mark__other" to="/cases/$id" params={{ id: other.id }}>
          {said.other(other.number)}
        </Link>
      )}
      {verdict !== null && (
        <p>{common.facts(said.lookedAt[verdict], reason !== null && said.reasonOf(reason))}</p>
      )}
    </div>
  )
}
