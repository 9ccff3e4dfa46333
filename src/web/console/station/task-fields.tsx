import { useId } from 'react'
import type { NewTask } from '../../../cases/station/action.contract.ts'
import { SelectField } from '../../kit/field.tsx'
import { type ChosenUnit, UnitSelect } from '../case/acts/unit-select.tsx'
import { isSaid, SaidField } from '../whistles/said-field.tsx'
import { useWords } from '../words.ts'
import { hoursAfter } from './local-moment.ts'

export interface TaskDraft {
  readonly key: number
  readonly units: readonly ChosenUnit[]
  readonly words: string
  /** So many hours after the action starts. */
  readonly hours: number
}
export const emptyTask = (key: number): TaskDraft => ({ key, units: [], words: '', hours: 3 })

const hoursOffered = [1, 2, 3, 6, 12, 24, 48, 72] as const

/** A task as the server takes it; null where something is missing. */
export function taskOf({ units, words, hours }: TaskDraft, startsAt: string): NewTask | null {
  const unitId = units[0]?.value
  if (unitId === undefined || !isSaid(words)) return null
  return { unitId, words: words.trim(), dueAt: hoursAfter(startsAt, hours) }
}

/** One unit's task: which unit, what, and by when. */
export function TaskFields({
  title,
  draft,
  tried,
  onChange,
  onDrop,
}: {
  title: string
  draft: TaskDraft
  tried: boolean
  onChange(changed: Partial<TaskDraft>): void
  /** Null where it is the only one. */
  onDrop: (() => void) | null
}) {
  const { planning: said } = useWords().consoleStation
  const id = useId()
  return (
    <fieldset className="field station__part">
      <legend className="field__label">{title}</legend>
      <div className="field">
        <label className="field__label" htmlFor={id}>
          {said.unit}
        </label>
        {tried && draft.units.length === 0 && <p className="field__error">{said.unitNeeded}</p>}
        <UnitSelect id={id} value={draft.units} onChange={(units) => onChange({ units })} />
      </div>
      <SaidField
        label={said.words}
        hint={said.wordsHint}
        needed={said.wordsNeeded}
        value={draft.words}
        tried={tried}
        onChange={(words) => onChange({ words })}
      />
      <SelectField
        label={said.due}
        value={String(draft.hours)}
        onChoose={(hours) => onChange({ hours: Number(hours) })}
      >
        {hoursOffered.map((hours) => (
          <option key={hours} value={hours}>
            {said.dueHours(hours)}
          </option>
        ))}
      </SelectField>
      {onDrop && (
        <button type="button" className="text-button" onClick={onDrop}>
          {said.drop}
        </button>
      )}
    </fieldset>
  )
}
