import { TextField } from '../../kit/field.tsx'
import { useWords } from '../../preferences.tsx'
import type { Missing, ReportDraft } from './report-draft.ts'

/** How to reach whoever reports. Never forced: the receipt code follows the case without it. */
export function ContactPart({
  draft,
  missing,
  open,
  onChange,
}: {
  draft: ReportDraft
  missing: Missing
  open: boolean
  onChange(change: Partial<ReportDraft>): void
}) {
  const { report, common } = useWords()
  const { contact } = report
  return (
    <details className="report__more" open={open || draft.name !== '' || draft.phone !== '' || undefined}>
      <summary>
        {contact.open} <small>{common.field.optional}</small>
      </summary>
      <p className="field__hint">{contact.hint}</p>
      <TextField
        label={contact.name}
        placeholder={contact.nameHint}
        autoComplete="name"
        maxLength={60}
        value={draft.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextField
        label={contact.phone}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        maxLength={20}
        error={missing.phone && contact.phoneWrong}
        value={draft.phone}
        onChange={(event) => onChange({ phone: event.target.value })}
      />
    </details>
  )
}
