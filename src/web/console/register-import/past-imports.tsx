import { Link } from '@tanstack/react-router'
import type { RegisterImport, RowState } from '../../../people/register/import/contract.ts'
import { nowMs } from '../../clock.ts'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { sayMoment } from '../../words/time.ts'
import { useWords } from '../words.ts'
import { useRegisterImports } from './use-register-import.ts'

/** Earlier imports of the register, with what became of them. */
export function PastImports() {
  const { consoleRegisterImport: said } = useWords()
  return (
    <section aria-labelledby="past-imports">
      <h2 id="past-imports">{said.past}</h2>
      <Shown reading={useRegisterImports()}>
        {({ imports }) =>
          imports.length === 0 ? (
            <Empty what={said.nonePast} next={said.nonePastNext} />
          ) : (
            <ul className="register-import__past">
              {imports.map((one) => (
                <PastImport key={one.id} one={one} />
              ))}
            </ul>
          )
        }
      </Shown>
    </section>
  )
}

const told: readonly RowState[] = ['waiting', 'asked', 'taken', 'refused', 'undone', 'kept']

function PastImport({ one: { id, fileName, state, total, states, ...moments } }: { one: RegisterImport }) {
  const words = useWords()
  const { consoleRegisterImport: said, common } = words
  return (
    <li>
      <Link to="/register/import" search={{ id }}>
        {fileName}
      </Link>
      <span>{said.states[state]}</span>
      <small>
        {common.facts(
          sayMoment(words, moments.undoneAt ?? moments.takenAt ?? moments.readAt, nowMs()),
          said.whole(total),
          ...told.map(
            (row) => (states[row] ?? 0) > 0 && said.countOf(said.list.states[row], states[row] ?? 0),
          ),
        )}
      </small>
    </li>
  )
}
