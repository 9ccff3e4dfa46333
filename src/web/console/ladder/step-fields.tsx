import type { LadderClock, Rung } from '../../../cases/ladder/ladder.contract.ts'
import { SelectField, TextField } from '../../kit/field.tsx'
import { useWords } from '../words.ts'
import { type StepRow, stepOf, type When } from './step-rows.ts'

/** One step as it is written: when, how much, and who hears. */
export function StepFields({
  clock,
  n,
  row,
  tried,
  onChange,
  onRemove,
}: {
  clock: LadderClock
  /** Which step it is, from 1. */
  n: number
  row: StepRow
  tried: boolean
  onChange(changed: Partial<StepRow>): void
  onRemove(): void
}) {
  const { consoleSteps } = useWords()
  const { edit: said } = consoleSteps
  const whens = Object.keys(said.whens) as When[]
  // Before a unit has the case there is no head of one.
  const rungs = (Object.keys(consoleSteps.rungs) as Rung[]).filter(
    (rung) => rung !== 'unit_head' || clock !== 'response',
  )
  return (
    <fieldset className="ladder__row">
      <legend>{said.step(n)}</legend>
      <SelectField label={said.when} value={row.when} onChoose={(when) => onChange({ when: when as When })}>
        {whens.map((when) => (
          <option key={when} value={when}>
            {said.whens[when]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={said.amount[row.when]}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        value={row.amount}
        error={tried && stepOf(row) === null ? said.amountWrong[row.when] : undefined}
        onChange={(event) => onChange({ amount: event.target.value })}
      />
      <SelectField
        label={said.who}
        value={row.audience}
        onChoose={(audience) => onChange({ audience: audience as Rung })}
      >
        {rungs.map((rung) => (
          <option key={rung} value={rung}>
            {consoleSteps.rungs[rung]}
          </option>
        ))}
      </SelectField>
      <button type="button" className="text-button" aria-label={said.removeOf(n)} onClick={onRemove}>
        {said.remove}
      </button>
    </fieldset>
  )
}
