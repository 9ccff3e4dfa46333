import { type FormEvent, useState } from 'react'
import type { OwnConsent, OwnReason, OwnWords } from '../../../cases/mediation/contract.ts'
import type { OwnMediation } from '../../../cases/mediation/page.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { goToProblem } from '../../kit/focus.ts'
import { useWords } from '../../preferences.tsx'
import { sayMoment } from '../../words/time.ts'
import { OwnError } from './own-error.tsx'
import { useMediationWords, useOwnAct } from './use-own.ts'

interface Way {
  readonly id: string
  readonly receipt: string | undefined
}

const at = (id: string, act: string): string => `/api/my/mediations/${id}/${act}`

/** Whether the party takes part. A no ends it, and is asked about first. */
export function ConsentPart({ id, receipt }: Way) {
  const { consent: said } = useMediationWords()
  const [refusing, setRefusing] = useState(false)
  const act = useOwnAct<Omit<OwnConsent, 'requestId'>>(at(id, 'consent'), { receipt, said: said.done })
  return (
    <>
      <h3>{said.ask}</h3>
      <p>{said.hint}</p>
      {!refusing && <OwnError error={act.error} />}
      <div className="form-acts">
        <Button wide busy={act.isPending} onClick={() => act.mutate({ consents: true })}>
          {said.yes}
        </Button>
        <Button look="quiet" wide onClick={() => setRefusing(true)}>
          {said.no}
        </Button>
      </div>
      {refusing && (
        <ConfirmDialog
          title={said.noAsk}
          label={said.no}
          look="danger"
          busy={act.isPending}
          onClose={() => setRefusing(false)}
          onConfirm={() => act.mutate({ consents: false })}
        >
          <OwnError error={act.error} />
        </ConfirmDialog>
      )}
    </>
  )
}

const unsaid = { text: '' }

/** What a party says in private, below what it said before. */
export function SayPart({ id, receipt, found }: Way & { found: OwnMediation }) {
  const words = useWords()
  const { say: said, erased } = useMediationWords()
  const { consent } = useMediationWords()
  const [{ text }, change, forget] = useDraft(`mediation-say.${id}`, unsaid)
  const [tried, setTried] = useState(false)
  const act = useOwnAct<Omit<OwnWords, 'requestId'>>(at(id, 'say'), {
    receipt,
    said: consent.done,
    onDone: () => {
      forget()
      setTried(false)
    },
  })
  const lacks = text.trim().length < 2
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (lacks) return goToProblem(event.currentTarget)
    act.mutate({ words: text.trim() })
  }
  const earlier = found.own.said.filter(({ what }) => what === 'said')
  return (
    <details className="card">
      <summary className="summary">{said.title}</summary>
      {earlier.length > 0 && <h3>{said.earlier}</h3>}
      {earlier.map((one) => (
        <p key={one.at} className="said">
          {words.common.facts(sayMoment(words, one.at, nowMs()), one.words ?? erased)}
        </p>
      ))}
      <form onSubmit={submit} noValidate>
        <TextArea
          label={said.words}
          hint={said.hint}
          most={2000}
          value={text}
          error={tried && lacks ? said.missing : undefined}
          onChange={(event) => change({ text: event.target.value })}
        />
        <OwnError error={act.error} />
        <Button type="submit" wide busy={act.isPending}>
          {said.send}
        </Button>
      </form>
    </details>
  )
}

export function OtherPart(way: Way) {
  const { other } = useMediationWords()
  return <Reasoned {...way} act="ask-other" said={{ ...other, ask: other.send }} />
}

export function LeavePart(way: Way) {
  const { leave } = useMediationWords()
  return <Reasoned {...way} act="leave" said={leave} danger />
}

/** An act that may have a reason, asked about before it is done. */
function Reasoned({
  id,
  receipt,
  act: name,
  said,
  danger = false,
}: Way & {
  act: 'ask-other' | 'leave'
  said: Readonly<Record<'open' | 'ask' | 'reason' | 'send' | 'done', string>>
  danger?: boolean
}) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const act = useOwnAct<Omit<OwnReason, 'requestId'>>(at(id, name), {
    receipt,
    said: said.done,
    onDone: () => setAsking(false),
  })
  return (
    <>
      <Button look="quiet" wide onClick={() => setAsking(true)}>
        {said.open}
      </Button>
      {asking && (
        <ConfirmDialog
          title={said.ask}
          label={said.send}
          {...(danger ? { look: 'danger' as const } : {})}
          busy={act.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => act.mutate(reason.trim() === '' ? {} : { reason: reason.trim() })}
        >
          <TextField
            label={said.reason}
            optional
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <OwnError error={act.error} />
        </ConfirmDialog>
      )}
    </>
  )
}
