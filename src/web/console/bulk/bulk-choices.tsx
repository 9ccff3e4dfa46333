import type { CaseRow } from '../../../cases/story.contract.ts'
import { Choices } from '../../kit/choice.tsx'
import { placeIn } from '../../shared/names.ts'
import { ReasonField } from '../case/acts/reason-forms.tsx'
import { headOf } from '../desk/row-words.ts'
import { useReading } from '../words.ts'
import type { BulkAct, BulkChoice } from './bulk-acts.ts'

/** What an act on many must be told once. */
export function BulkChoices({
  act,
  rows,
  choice,
  onChange,
}: {
  act: BulkAct
  rows: readonly CaseRow[]
  choice: BulkChoice
  onChange(choice: BulkChoice): void
}) {
  const { words, language } = useReading()
  const { bulk: said } = words.consoleDesk
  if (act === 'join')
    return (
      <Choices
        label={said.into}
        hint={said.intoHint}
        options={rows.map((row) => ({
          value: row.id,
          label: headOf(words, language, row),
          hint: words.common.facts(row.number, placeIn(language, row.place)),
        }))}
        value={choice.into}
        onChoose={(into) => onChange({ ...choice, into })}
      />
    )
  if (act !== 'decide') return null
  return (
    <>
      <Choices
        label={said.granted}
        options={[
          { value: 'yes', label: said.grant },
          { value: 'no', label: said.refuse },
        ]}
        value={choice.granted ? 'yes' : 'no'}
        onChoose={(value) => onChange({ ...choice, granted: value === 'yes' })}
      />
      <ReasonField
        label={said.reason}
        {...(choice.granted ? {} : { hint: said.reasonNeeded })}
        value={choice.reason}
        tried={false}
        optional={choice.granted}
        onChange={(reason) => onChange({ ...choice, reason })}
      />
    </>
  )
}
