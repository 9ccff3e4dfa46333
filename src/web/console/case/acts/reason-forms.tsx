import { useState } from 'react'
import type { DeclineCase, ReferCase } from '../../../../cases/acts.contract.ts'
import { useDraft } from '../../../api/draft.ts'
import { Choices } from '../../../kit/choice.tsx'
import { TextArea } from '../../../kit/field.tsx'
import { useWords } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { useAct } from '../use-act.ts'
import type { ActFormProps } from './forms.ts'
import { isReason, REASON_MOST } from './reason.ts'

/** A reason that the reporter reads. */
export function ReasonField({
  label,
  hint,
  value,
  tried,
  optional = false,
  onChange,
}: {
  label: string
  hint?: string
  value: string
  tried: boolean
  optional?: boolean
  onChange(text: string): void
}) {
  const { reasonNeeded } = useWords().consoleCase
  return (
    <TextArea
      label={label}
      hint={hint}
      optional={optional}
      value={value}
      most={REASON_MOST}
      error={tried && !optional && value.trim().length < 2 ? reasonNeeded : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

const noReason = { reason: '' }

export function DeclineForm({ story }: ActFormProps) {
  const { decline: said, hints } = useWords().consoleCase
  const [draft, setDraft, forget] = useDraft(`decline.${story.id}`, noReason)
  const [tried, setTried] = useState(false)
  const act = useAct<Omit<DeclineCase, 'requestId'>>(story.id, 'decline', forget)
  const send = () => {
    setTried(true)
    if (isReason(draft.reason)) act.mutate({ body: { reason: draft.reason.trim() } })
  }
  return (
    <ActForm
      label={said.send}
      look="danger"
      hint={hints.decline}
      busy={act.isPending}
      error={act.error}
      onSend={send}
    >
      <ReasonField
        label={said.reason}
        value={draft.reason}
        tried={tried}
        onChange={(reason) => setDraft({ reason })}
      />
    </ActForm>
  )
}

const doors = ['self_government', 'mutual_help', 'service'] as const
const noDoor: { door: (typeof doors)[number] | null; reason: string } = { door: null, reason: '' }

export function ReferForm({ story }: ActFormProps) {
  const { refer: said, hints } = useWords().consoleCase
  const [draft, setDraft, forget] = useDraft(`refer.${story.id}`, noDoor)
  const [tried, setTried] = useState(false)
  const act = useAct<Omit<ReferCase, 'requestId'>>(story.id, 'refer', forget)
  const { door, reason } = draft
  const send = () => {
    setTried(true)
    if (door !== null && isReason(reason)) act.mutate({ body: { door, reason: reason.trim() } })
  }
  return (
    <ActForm label={said.send} hint={hints.refer} busy={act.isPending} error={act.error} onSend={send}>
      <Choices
        label={said.label}
        options={doors.map((value) => ({ value, ...said.doors[value] }))}
        value={door}
        {...(tried && door === null ? { error: said.choose } : {})}
        onChoose={(chosen) => setDraft({ door: chosen })}
      />
      <ReasonField
        label={said.reason}
        value={reason}
        tried={tried}
        onChange={(text) => setDraft({ reason: text })}
      />
    </ActForm>
  )
}
