import { Link } from '@tanstack/react-router'
import { useId, useRef, useState } from 'react'
import type { DecideRequest } from '../../../cases/acts.contract.ts'
import type { Approval } from '../../../cases/approvals.contract.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { ClockBar, ClockLight } from '../../kit/clock-bar.tsx'
import { TextArea } from '../../kit/field.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { isReason, REASON_MOST } from '../case/acts/reason.ts'
import { ArbitrateForm } from '../case/arbitrate-form.tsx'
import { sayAsked } from '../case/say-asked.ts'
import { useAct } from '../case/use-act.ts'
import { FormProblem } from '../form-problem.tsx'
import { useReading } from '../words.ts'

/** One request: what is asked, why, the clock now and after, and two buttons. */
export function ApprovalCard({
  approval,
  onDecided,
}: {
  approval: Approval
  onDecided(granted: boolean): void
}) {
  const { words, language } = useReading()
  const { approvals: said } = words
  const id = useId()
  const { matter, summary, grantedBefore, reopened } = approval
  const name = matter === null ? null : nameIn(language, matter)
  return (
    <article className="panel approval" aria-labelledby={id} tabIndex={-1}>
      <h2 id={id}>{sayAsked(words, language, approval)}</h2>
      {approval.arbitration && <p className="approval__note">{said.dispute}</p>}
      <p className="approval__what">{summary ?? name}</p>
      <p className="approval__where">
        {words.common.facts(
          approval.practice && words.console.desk.practice,
          approval.first && words.console.desk.first(nameIn(language, approval.first)),
          placeIn(language, approval.place),
          said.asked(sayMoment(words, approval.askedAt, nowMs())),
        )}
      </p>
      <p className="approval__reason">
        {approval.reason === null ? said.noReason : words.story.texts.quoted(approval.reason)}
      </p>
      {approval.condition !== null && <p>{said.waitsFor(approval.condition)}</p>}
      {approval.returnedBefore.map(({ unit, at, reason }) => (
        <p key={at} className="approval__note">
          {said.returnedBefore(nameIn(language, unit), sayMoment(words, at, nowMs()))}
          {reason !== null && <span>{words.story.texts.quoted(reason)}</span>}
        </p>
      ))}
      {grantedBefore > 0 && <p className="approval__note">{said.before(grantedBefore)}</p>}
      {reopened > 0 && <p className="approval__note">{said.reopened(reopened)}</p>}
      <Left approval={approval} />
      <Clocks approval={approval} />
      <Link className="approval__story" to="/cases/$id" params={{ id: approval.caseId }}>
        {said.story}
      </Link>
      {approval.arbitration ? (
        <ArbitrateForm
          caseId={approval.caseId}
          requestId={approval.requestId}
          asking={approval.unit}
          before={approval.returnedBefore.map(({ unit }) => unit)}
          onDone={() => onDecided(true)}
        />
      ) : (
        <Decision approval={approval} onDecided={onDecided} />
      )}
    </article>
  )
}

/** What the matter still allows the unit: whoever grants beyond it is refused. */
function Left({ approval: { kind, room } }: { approval: Approval }) {
  const { approvals: said } = useReading().words
  if (room === null || kind === 'return') return null
  const { extensions, extensionDays, pauses, pauseDays, listingDays } = room.left
  return (
    <p className="approval__where">
      {kind === 'extension' && said.left.extension(extensions, extensionDays)}
      {kind === 'pause' && said.left.pause(pauses, pauseDays)}
      {kind === 'listing' && said.left.listing(listingDays)}
    </p>
  )
}

/** The unit's clock as it stands, and as it would stand. */
function Clocks({ approval: { account, grantedAccount, arbitration } }: { approval: Approval }) {
  const { words } = useReading()
  const { approvals: said } = words
  const due = (at: string | null) => (at === null ? said.noDue : said.due(sayMoment(words, at, nowMs())))
  return (
    <dl className="approval__clocks">
      <div>
        <dt>{said.now}</dt>
        <dd>
          <ClockLight account={account} /> <span>{due(account.dueAt)}</span>
          <ClockBar account={account} />
        </dd>
      </div>
      {/* What becomes of it depends on whom the centre names. */}
      {!arbitration && <After account={grantedAccount} due={due} />}
    </dl>
  )
}

function After({
  account: grantedAccount,
  due,
}: {
  account: Approval['grantedAccount']
  due(at: string | null): string
}) {
  const { approvals: said } = useReading().words
  return (
    <div>
      <dt>{said.after}</dt>
      <dd>
        {grantedAccount === null ? (
          said.gone
        ) : (
          <>
            <ClockLight account={grantedAccount} /> <span>{due(grantedAccount.dueAt)}</span>
            <ClockBar account={grantedAccount} />
          </>
        )}
      </dd>
    </div>
  )
}

function FirstTap({ onStep }: { onStep(step: Step): void }) {
  const { approvals: said } = useReading().words
  return (
    <div className="approval__acts">
      <Button look="quiet" big onClick={() => onStep('refusing')}>
        {said.refuse}
      </Button>
      <Button big onClick={() => onStep('granting')}>
        {said.grant}
      </Button>
    </div>
  )
}

type Step = 'asked' | 'granting' | 'refusing' | 'writing'

/** Two taps for a yes, two for a no with a ready reason; the second says what it does. */
function Decision({ approval, onDecided }: { approval: Approval; onDecided(granted: boolean): void }) {
  const { approvals: said } = useReading().words
  const [step, setStep] = useState<Step>('asked')
  const granted = useRef(true)
  const { caseId, requestId, kind } = approval
  const act = useAct<Omit<DecideRequest, 'requestId'>>(
    caseId,
    'decide',
    () => onDecided(granted.current),
    `requests/${requestId}/decide`,
  )
  const send = (body: Omit<DecideRequest, 'requestId'>) => {
    if (act.isPending) return
    granted.current = body.granted
    act.mutate({ body })
  }
  if (step === 'asked') return <FirstTap onStep={setStep} />
  const back = (
    <Button look="quiet" big onClick={() => setStep('asked')}>
      {said.back}
    </Button>
  )
  if (step === 'granting')
    return (
      <>
        <FormProblem error={act.error} />
        <div className="approval__acts">
          {back}
          <Button big autoFocus busy={act.isPending} onClick={() => send({ granted: true })}>
            {said.confirm[kind]}
          </Button>
        </div>
      </>
    )
  return (
    <>
      <FormProblem error={act.error} />
      {step === 'writing' ? (
        <OwnReason busy={act.isPending} onSend={(reason) => send({ granted: false, reason })} />
      ) : (
        <fieldset className="approval__reasons">
          <legend>{said.why}</legend>
          {said.refusals[kind].map((reason, index) => (
            <Button
              key={reason}
              look="danger"
              wide
              autoFocus={index === 0}
              busy={act.isPending}
              onClick={() => send({ granted: false, reason })}
            >
              {reason}
            </Button>
          ))}
          <Button look="quiet" wide onClick={() => setStep('writing')}>
            {said.other}
          </Button>
        </fieldset>
      )}
      <div className="approval__acts">{back}</div>
    </>
  )
}

function OwnReason({ busy, onSend }: { busy: boolean; onSend(reason: string): void }) {
  const { approvals: said } = useReading().words
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isReason(reason)) onSend(reason.trim())
      }}
      noValidate
    >
      <TextArea
        label={said.otherLabel}
        value={reason}
        most={REASON_MOST}
        error={tried && !isReason(reason) ? said.otherNeeded : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit" look="danger" wide busy={busy}>
        {said.sendOther}
      </Button>
    </form>
  )
}
