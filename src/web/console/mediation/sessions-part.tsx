import { useState } from 'react'
import type { MediationView } from '../../../cases/mediation/page.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { nowMs } from '../../clock.ts'
import { Check } from '../../kit/choice.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { localDay, sayMoment } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { ActForm } from '../case/act-form.tsx'
import { useReading, useWords } from '../words.ts'
import { useMediationAct } from './use-mediation.ts'

type SessionView = MediationView['sessions'][number]

/** The sessions: set, moved, called off, held with who came and a short record. */
export function SessionsPart({ found }: { found: MediationView }) {
  const { headings, session: said } = useWords().consoleMediation
  const sets = found.can.includes('set_session')
  if (found.sessions.length === 0 && !sets) return null
  return (
    <section className="panel" aria-label={headings.sessions}>
      <h2>{headings.sessions}</h2>
      <ul className="mediation__sessions">
        {found.sessions.map((session) => (
          <li key={session.id}>
            <Session found={found} session={session} />
          </li>
        ))}
      </ul>
      {sets && (
        <details className="no-print" open={found.sessions.length === 0}>
          <summary className="summary">{said.set}</summary>
          <SessionForm
            path={`/api/mediations/${found.id}/set-session`}
            label={said.set}
            hint={said.setHint}
          />
        </details>
      )}
    </section>
  )
}

function Session({ found, session }: { found: MediationView; session: SessionView }) {
  const { words } = useReading()
  const { common, consoleMediation } = words
  const { session: said, erased } = consoleMediation
  const now = nowMs()
  const isPast = Date.parse(session.at) <= now
  const came = found.parties.filter(({ id }) => session.came.includes(id)).map(({ name }) => name ?? erased)
  return (
    <>
      <p>
        <strong>
          {common.facts(
            sayMoment(words, session.at, now),
            session.place ?? erased,
            said.stages[session.stage],
          )}
        </strong>
      </p>
      {session.stage === 'held' && (
        <>
          <p>{came.length === 0 ? said.nobody : said.cameSaid(common.facts(...came))}</p>
          <p className="mediation__quote">{session.record ?? erased}</p>
        </>
      )}
      {session.stage === 'set' && found.can.includes('set_session') && (
        <>
          {isPast && <HeldForm found={found} session={session} />}
          <details className="no-print">
            <summary className="summary">{said.move}</summary>
            <SessionForm
              path={`/api/mediations/${found.id}/move-session`}
              label={said.move}
              sessionId={session.id}
              start={session.place ?? ''}
            />
            <Cancel id={found.id} sessionId={session.id} />
          </details>
        </>
      )}
    </>
  )
}

function SessionForm({
  path,
  label,
  hint,
  sessionId,
  start = '',
}: {
  path: string
  label: string
  hint?: string
  sessionId?: string
  start?: string
}) {
  const { session: said } = useWords().consoleMediation
  const [day, setDay] = useState('')
  const [time, setTime] = useState('15:00')
  const [place, setPlace] = useState(start)
  const [tried, setTried] = useState(false)
  const act = useMediationAct<object>(path, () => {
    setDay('')
    setTried(false)
  })
  const at = `${day}T${time}:00+08:00`
  const isAhead = day !== '' && time !== '' && Date.parse(at) > nowMs()
  const send = () => {
    setTried(true)
    if (!isAhead || place.trim() === '') return
    act.mutate({ at, venue: place.trim(), ...(sessionId === undefined ? {} : { sessionId }) })
  }
  return (
    <ActForm label={label} {...(hint ? { hint } : {})} busy={act.isPending} error={act.error} onSend={send}>
      <div className="find-line">
        <TextField
          label={said.at}
          type="date"
          min={localDay(nowMs())}
          value={day}
          error={tried && !isAhead ? said.atNeeded : undefined}
          onChange={(event) => setDay(event.target.value)}
        />
        <TextField
          label={said.at}
          type="time"
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
      <TextField
        label={said.place}
        value={place}
        maxLength={500}
        error={tried && place.trim() === '' ? said.placeNeeded : undefined}
        onChange={(event) => setPlace(event.target.value)}
      />
    </ActForm>
  )
}

interface Held {
  readonly came: readonly string[]
  readonly record: string
}

/** What was said there is long to write: it is kept until it is sent. */
function HeldForm({ found, session }: { found: MediationView; session: SessionView }) {
  const { erased, session: said } = useWords().consoleMediation
  const start: Held = { came: found.parties.map(({ id }) => id), record: '' }
  const [{ came, record }, change, forget] = useDraft<Held>(`mediation-held.${session.id}`, start)
  const [tried, setTried] = useState(false)
  const act = useMediationAct<object>(`/api/mediations/${found.id}/hold-session`, forget)
  const send = () => {
    setTried(true)
    if (record.trim().length > 1) act.mutate({ sessionId: session.id, came, record: record.trim() })
  }
  return (
    <div className="no-print">
      <ActForm label={said.held} busy={act.isPending} error={act.error} onSend={send}>
        <fieldset className="field">
          <legend className="field__label">{said.came}</legend>
          {found.parties.map(({ id, name }) => (
            <Check
              key={id}
              checked={came.includes(id)}
              onCheck={(on) => change({ came: on ? [...came, id] : came.filter((one) => one !== id) })}
            >
              {name ?? erased}
            </Check>
          ))}
        </fieldset>
        <TextArea
          label={said.record}
          hint={said.recordHint}
          rows={4}
          most={2000}
          value={record}
          error={tried && record.trim().length < 2 ? said.recordNeeded : undefined}
          onChange={(event) => change({ record: event.target.value })}
        />
      </ActForm>
    </div>
  )
}

function Cancel({ id, sessionId }: { id: string; sessionId: string }) {
  const { session: said } = useWords().consoleMediation
  const [asking, setAsking] = useState(false)
  const act = useMediationAct<object>(`/api/mediations/${id}/cancel-session`, () => setAsking(false))
  return (
    <>
      <button type="button" className="text-button" onClick={() => setAsking(true)}>
        {said.cancel}
      </button>
      {asking && (
        <ActDialog
          title={said.cancel}
          label={said.cancel}
          look="danger"
          act={act}
          onClose={() => setAsking(false)}
          onConfirm={() => act.mutate({ sessionId })}
        >
          <p>{said.cancelAsk}</p>
        </ActDialog>
      )}
    </>
  )
}
