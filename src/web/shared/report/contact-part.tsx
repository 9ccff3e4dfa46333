import { TextField } from '../../kit/field.tsx'
import { useWords } from '../../preferences.tsx'
import type { Missing, ReportDraft } from './report-draft.ts'

interface ContactProps {
  readonly draft: ReportDraft
  readonly missing: Missing
  onChange(change: Partial<ReportDraft>): void
}

/** Name and number, as residents, grid workers and desks all write them. */
export function ContactFields({
  draft,
  missing,
  own,
  onChange,
}: ContactProps & {
  /** The writer's own, which the browser may fill in; else somebody else's, which it must not. */
  readonly own: boolean
}) {
  const { contact } = useWords().report
  return (
    <>
      <TextField
        label={contact.name}
        placeholder={contact.nameHint}
        autoComplete={own ? 'name' : 'off'}
        maxLength={60}
        value={draft.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextField
        label={contact.phone}
        type="tel"
        inputMode="tel"
        autoComplete={own ? 'tel' : 'off'}
        maxLength={20}
        error={missing.phone && (own ? contact.phoneWrong : contact.phoneWrongOfOther)}
        value={draft.phone}
        onChange={(event) => onChange({ phone: event.target.value })}
      />
    </>
  )
}

/** How to reach whoever reports. Never forced: the receipt code follows the case without it. */
export function ContactPart({ open, ...props }: ContactProps & { readonly open: boolean }) {
  const { report, common } = useWords()
  const { contact } = report
  const { draft } = props
  const own = draft.onBehalf === null
  return (
    <details className="report__more" open={open || draft.name !== '' || draft.phone !== '' || undefined}>
      <summary>
        {contact.open} <small>{common.field.optional}</small>
      </summary>
      <p className="field__hint">{own ? contact.hint : contact.hintOfOther}</p>
      <ContactFields {...props} own={own} />
    </details>
  )
}
