import type { Level } from '../../../cases/emergency/contract.ts'
import { SelectField } from '../../kit/field.tsx'
import { useWords } from '../words.ts'

const levels: readonly Level[] = [1, 2, 3, 4]

/** The level of the response. */
export function LevelField({ value, onChoose }: { value: Level; onChoose(level: Level): void }) {
  const { declare: said, levels: names } = useWords().consoleEmergency
  return (
    <SelectField
      label={said.level}
      hint={said.levelHint}
      value={String(value)}
      onChoose={(chosen) => onChoose(Number(chosen) as Level)}
    >
      {levels.map((level) => (
        <option key={level} value={level}>
          {names[level]}
        </option>
      ))}
    </SelectField>
  )
}

/** When it ends by itself, in hours from now; `none` is what no end is called, where it may have none. */
export function EndField({
  hours,
  none,
  value,
  onChoose,
}: {
  hours: readonly number[]
  none: string | null
  value: number | null
  onChoose(hours: number | null): void
}) {
  const { declare: said } = useWords().consoleEmergency
  return (
    <SelectField
      label={said.until}
      value={value === null ? '' : String(value)}
      onChoose={(chosen) => onChoose(chosen === '' ? null : Number(chosen))}
    >
      {none !== null && <option value="">{none}</option>}
      {hours.map((one) => (
        <option key={one} value={one}>
          {one < 1 ? said.halfHour : said.hours(one)}
        </option>
      ))}
    </SelectField>
  )
}
