import type { Robot } from '../../../notices/delivery/contract.ts'
import { SelectField, TextField } from '../../kit/field.tsx'
import { useWords } from '../words.ts'

/** How a group is told: in which language, and when not. */
export type HowTold = Pick<Robot, 'language' | 'quiet'>

export const isWhole = ({ quiet }: HowTold): boolean => quiet.from !== '' && quiet.until !== ''

/** The fields of how a group is told. */
export function HowToldFields({ told, set }: { told: HowTold; set(told: HowTold): void }) {
  const { add: said, languages } = useWords().consoleRobots
  const { language, quiet } = told
  const time = (changed: Partial<Robot['quiet']>) => set({ language, quiet: { ...quiet, ...changed } })
  return (
    <>
      <TextField
        label={said.quietFrom}
        hint={said.quietHint}
        type="time"
        required
        value={quiet.from}
        onChange={(event) => time({ from: event.target.value })}
      />
      <TextField
        label={said.quietUntil}
        type="time"
        required
        value={quiet.until}
        onChange={(event) => time({ until: event.target.value })}
      />
      <SelectField
        label={said.language}
        value={language}
        onChoose={(chosen) => set({ language: chosen as Robot['language'], quiet })}
      >
        <option value="zh">{languages.zh}</option>
        <option value="en">{languages.en}</option>
      </SelectField>
    </>
  )
}
