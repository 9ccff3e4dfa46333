import { useState } from 'react'
import { useDraft } from '../../../api/draft.ts'
import { nowMs } from '../../../clock.ts'
import { Choices } from '../../../kit/choice.tsx'
import { TextArea, TextField } from '../../../kit/field.tsx'
import { daysMost, mayAsk, sayRoom } from '../../../shared/asking.ts'
import { askingWords } from '../../../words/asking.ts'
import { dayAfter, localDay } from '../../../words/time.ts'
import { useReading } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { useAct } from '../use-act.ts'
import type { ActFormProps } from './forms.ts'
import { ReasonField } from './reason-forms.tsx'
import {
  areDays,
  CONDITION_MOST,
  isCondition,
  type RequestBody,
  type RequestDraft,
  type RequestKind,
  requestBody,
} from './request-body.ts'

const kinds: readonly RequestKind[] = ['extension', 'pause', 'listing', 'return']
const start: RequestDraft = { kind: null, days: '', reviewOn: '', condition: '', reason: '' }

/** 延期、挂起、挂账、退单: asked with a reason; the desk above decides, and until then the clock runs on. */
export function RequestForm({ story }: ActFormProps) {
  const { words, language } = useReading()
  const { request: said, hints } = words.consoleCase
  const [draft, setDraft, forget] = useDraft(`request.${story.id}`, start)
  const [tried, setTried] = useState(false)
  const act = useAct<RequestBody>(story.id, 'request', forget)
  const { kind } = draft
  const { room } = story
  const isOpen = kind === null || mayAsk(kind, room)
  const body = requestBody(draft, daysMost(kind, room))
  const send = () => {
    setTried(true)
    if (body !== null && isOpen) act.mutate({ body })
  }
  const left = sayRoom(words, language, kind, room)
  return (
    <ActForm label={said.send} hint={hints.request} busy={act.isPending} error={act.error} onSend={send}>
      <Choices
        label={said.label}
        options={kinds.map((value) => ({ value, ...said.kinds[value] }))}
        value={kind}
        {...(tried && kind === null ? { error: said.choose } : {})}
        onChoose={(chosen) => setDraft({ kind: chosen })}
      />
      {left !== null && (
        <p className={isOpen ? 'act-form__hint' : 'field__error'} role="status">
          {left}
        </p>
      )}
      {isOpen && <Asked draft={draft} tried={tried} room={room} onChange={setDraft} />}
      {isOpen && (
        <ReasonField
          label={said.reason}
          value={draft.reason}
          tried={tried}
          onChange={(reason) => setDraft({ reason })}
        />
      )}
    </ActForm>
  )
}

/** What each kind of request must say. */
function Asked({
  draft,
  tried,
  room,
  onChange,
}: {
  draft: RequestDraft
  tried: boolean
  room: ActFormProps['story']['room']
  onChange(change: Partial<RequestDraft>): void
}) {
  const { words, language } = useReading()
  const { request: said } = words.consoleCase
  const asking = askingWords[language]
  const { kind } = draft
  const most = daysMost(kind, room)
  if (kind === 'extension' || kind === 'pause')
    return (
      <TextField
        label={said.days[kind]}
        type="number"
        inputMode="numeric"
        min={1}
        max={most}
        value={draft.days}
        error={tried && !areDays(draft.days, most) ? said.daysWrong(most) : undefined}
        onChange={(event) => onChange({ days: event.target.value })}
      />
    )
  if (kind !== 'listing') return null
  return (
    <>
      <TextArea
        label={asking.condition}
        hint={asking.conditionHint}
        rows={2}
        value={draft.condition}
        most={CONDITION_MOST}
        error={tried && !isCondition(draft.condition) ? asking.conditionNeeded : undefined}
        onChange={(event) => onChange({ condition: event.target.value })}
      />
      <TextField
        label={said.reviewOn}
        type="date"
        min={dayAfter(localDay(nowMs()))}
        max={room?.latestReviewOn}
        value={draft.reviewOn}
        error={tried && draft.reviewOn === '' ? said.reviewOnNeeded : undefined}
        onChange={(event) => onChange({ reviewOn: event.target.value })}
      />
    </>
  )
}
