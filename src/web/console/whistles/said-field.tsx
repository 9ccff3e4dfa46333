import { TextArea } from '../../kit/field.tsx'

/** As many characters as the server takes. */
const MOST = 500

export const isSaid = (text: string): boolean => text.trim() !== '' && text.length <= MOST

/** Words that go with an act on a whistle. */
export function SaidField({
  label,
  hint,
  needed,
  value,
  tried,
  optional = false,
  rows = 2,
  onChange,
}: {
  label: string
  hint?: string
  /** Said where nothing was written and something must be. */
  needed: string
  value: string
  tried: boolean
  optional?: boolean
  rows?: number
  onChange(text: string): void
}) {
  return (
    <TextArea
      label={label}
      hint={hint}
      optional={optional}
      value={value}
      most={MOST}
      rows={rows}
      error={tried && !optional && value.trim() === '' ? needed : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
