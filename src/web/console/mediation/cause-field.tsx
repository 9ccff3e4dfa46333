import type { MediationView } from '../../../cases/mediation/page.contract.ts'
import { SelectField } from '../../kit/field.tsx'
import { useWords } from '../words.ts'

/** What the dispute was about: chosen when it comes to an end, and counted. */
export function CauseField({
  found,
  value,
  tried,
  onChoose,
}: {
  found: MediationView
  value: string
  tried: boolean
  onChoose(cause: string): void
}) {
  const { agreement: said, causes } = useWords().consoleMediation
  return (
    <SelectField
      label={said.cause}
      value={value}
      error={tried && value === '' ? said.chooseCause : undefined}
      onChoose={onChoose}
    >
      <option value="">{said.chooseCause}</option>
      {found.causes.map((cause) => (
        <option key={cause} value={cause}>
          {causes[cause]}
        </option>
      ))}
    </SelectField>
  )
}
