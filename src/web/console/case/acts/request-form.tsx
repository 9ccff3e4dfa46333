import { useState } from 'react'
import { useDraft } from '../../../api/draft.ts'
import { Choices } from '../../../kit/choice.tsx'
import { TextField } from '../../../kit/field.tsx'
import { useWords } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { useAct } from '../use-act.ts'
import type { ActFormProps } from './forms.ts'
import { ReasonField } from './reason-forms.tsx'
import {
  DAYS_MOST,
  type RequestBody,
  type RequestDraft,
  type RequestKind,
  requestBody,
} from './request-body.ts'

const kinds: readonly RequestKind[] = ['extension', 'pause', 'listing', 'return']
const start: RequestDraft = { kind: null, days: '', reviewOn: '', reason: '' }

/** 延期、挂起、挂账、退单: asked with a reason; the desk above decides, and until then the clock runs on. */
export function RequestForm({ story }: ActFormProps) {
  const words = useWords()
  const { request: said, hints } = words.consoleCase
  const [draft, setDraft, forget] = useDraft(`request.${story.id}`, start)
  const [tried, setTried] = useState(false)
  const act = useAct<RequestBody>(story.id, 'request', forget)
  const { kind } = draft
  const body = requestBody(draft)
  const send = () => {
    setTried(true)
    if (body !== null) act.mutate({ body })
  }
  const daysWrong = requestBody({ ...draft, kind: 'pause', reason: '——' }) === null
  return (
    <ActForm label={said.send} hint={hints.request} busy={act.isPending} error={act.error} onSend={send}>
      <Choices
        label={said.label}
        options={kinds.map((value) => ({ value, ...said.kinds[value] }))}
        value={kind}
        {...(tried && kind === null ? { error: said.choose } : {})}
        onChoose={(chosen) => setDraft({ kind: chosen })}
      />
      {(kind === 'extension' || kind === 'pause') && (
        <TextField
          label={said.days[kind]}
          type="number"
          inputMode="numeric"
          min={1}
          max={DAYS_MOST}
          value={draft.days}
          error={tried && daysWrong ? said.daysWrong(DAYS_MOST) : undefined}
          onChange={(event) => setDraft({ days: event.target.value })}
        />
      )}
      {kind === 'listing' && (
        <TextField
          label={said.reviewOn}
          type="date"
          value={draft.reviewOn}
          error={tried && draft.reviewOn === '' ? said.reviewOnNeeded : undefined}
          onChange={(event) => setDraft({ reviewOn: event.target.value })}
        />
      )}
      <ReasonField
        label={said.reason}
        value={draft.reason}
        tried={tried}
        onChange={(reason) => setDraft({ reason })}
      />
    </ActForm>
  )
}
