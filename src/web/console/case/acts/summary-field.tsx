import { TextField } from '../../../kit/field.tsx'
import { useWords } from '../../words.ts'

const LEAST = 4
const MOST = 120

export const isSummary = (text: string): boolean => text.trim().length >= LEAST && text.trim().length <= MOST

/** What the public may read: one sentence without personal data. */
export function SummaryField({
  value,
  tried,
  onChange,
}: {
  value: string
  tried: boolean
  onChange(text: string): void
}) {
  const { summary: said } = useWords().consoleCase
  return (
    <TextField
      label={said.label}
      hint={said.hint}
      value={value}
      error={tried && !isSummary(value) ? said.wrong(LEAST, MOST) : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
