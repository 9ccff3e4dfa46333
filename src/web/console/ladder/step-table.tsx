import type { LadderVersion } from '../../../cases/ladder/steps.contract.ts'
import { useWords } from '../words.ts'
import { useSayWhen } from './use-say-when.ts'

/** The steps that hold together, in the order in which they are said. */
export function StepTable({ steps }: Pick<LadderVersion, 'steps'>) {
  const { consoleSteps: said } = useWords()
  const sayWhen = useSayWhen()
  if (steps.length === 0) return <p className="ladder__nobody">{said.nobody}</p>
  return (
    <table className="ladder__steps">
      <thead>
        <tr>
          <th scope="col">{said.columns.when}</th>
          <th scope="col">{said.columns.who}</th>
          <th scope="col">{said.columns.kind}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ id, moment, audience, kind }) => (
          <tr key={id}>
            <th scope="row">{sayWhen(moment)}</th>
            <td>{said.rungs[audience]}</td>
            <td>
              <span className={kind === 'press' ? 'ladder__press' : undefined}>{said.kinds[kind]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
