import { useState } from 'react'
import type { DecideRequest } from '../../../cases/acts.contract.ts'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { nowMs } from '../../clock.ts'
import { Choices } from '../../kit/choice.tsx'
import { TextArea } from '../../kit/field.tsx'
import { sayMoment } from '../../words/time.ts'
import { useReading, useWords } from '../words.ts'
import { ActForm } from './act-form.tsx'
import { ArbitrateForm } from './arbitrate-form.tsx'
import { sayAsked } from './say-asked.ts'
import { useAct } from './use-act.ts'

type Request = CaseStory['requests'][number]

/** What units have asked for and nobody has decided; decided ones stand in the story. */
export function Requests({ story }: { story: CaseStory }) {
  const { words, language } = useReading()
  const waiting = story.requests.filter(({ granted }) => granted === null)
  if (waiting.length === 0) return null
  return (
    <section className="panel" aria-label={words.consoleCase.headings.requests}>
      <h3>{words.consoleCase.headings.requests}</h3>
      {waiting.map((request) => (
        <div key={request.id} className="request">
          <p>
            <strong>{sayAsked(words, language, request)}</strong>{' '}
            <small>{sayMoment(words, request.askedAt, nowMs())}</small>
          </p>
          {request.reason !== null && <p>{words.story.texts.quoted(request.reason)}</p>}
          {request.condition !== null && <p>{words.consoleCase.waitsFor(request.condition)}</p>}
          <WaitingFor story={story} request={request} />
        </div>
      ))}
    </section>
  )
}

/** The form of whoever decides it, or who that is. */
function WaitingFor({ story, request }: { story: CaseStory; request: Request }) {
  const said = useWords().consoleCase
  if (!request.arbitration)
    return story.can.includes('decide') ? (
      <Decide caseId={story.id} request={request} />
    ) : (
      <small>{said.waitsForDecision}</small>
    )
  if (!story.can.includes('arbitrate')) return <small>{said.waitsForArbitration}</small>
  const before = story.requests.filter(({ kind, granted }) => kind === 'return' && granted === true)
  return (
    <ArbitrateForm
      caseId={story.id}
      requestId={request.id}
      asking={request.unit}
      before={before.map(({ unit }) => unit)}
    />
  )
}

const start: { granted: 'yes' | 'no' | null; reason: string } = { granted: null, reason: '' }

function Decide({ caseId, request }: { caseId: string; request: Request }) {
  const { decide: said } = useWords().consoleCase
  const [draft, setDraft, forget] = useDraft(`decide.${request.id}`, start)
  const [tried, setTried] = useState(false)
  const act = useAct<Omit<DecideRequest, 'requestId'>>(
    caseId,
    'decide',
    forget,
    `requests/${request.id}/decide`,
  )
  const reason = draft.reason.trim()
  const reasonMissing = draft.granted === 'no' && reason.length < 2
  const send = () => {
    setTried(true)
    if (draft.granted === null || reasonMissing) return
    act.mutate({ body: { granted: draft.granted === 'yes', ...(reason === '' ? {} : { reason }) } })
  }
  return (
    <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
      <Choices
        label={said.label}
        options={[
          { value: 'yes', label: said.grant, hint: said.grantHint[request.kind] },
          { value: 'no', label: said.refuse },
        ]}
        value={draft.granted}
        {...(tried && draft.granted === null ? { error: said.choose } : {})}
        onChoose={(granted) => setDraft({ granted })}
      />
      <TextArea
        label={said.reason}
        optional={draft.granted !== 'no'}
        value={draft.reason}
        most={1000}
        error={tried && reasonMissing ? said.reasonNeeded : undefined}
        onChange={(event) => setDraft({ reason: event.target.value })}
      />
    </ActForm>
  )
}
