import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MediationView } from '../../../cases/mediation/page.contract.ts'
import { nowMs } from '../../clock.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { localDay, sayDay } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { ActForm } from '../case/act-form.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useReading, useWords } from '../words.ts'
import { AgreementForm } from './agreement-form.tsx'
import { useMediationAct } from './use-mediation.ts'

/** The agreement: written, printed, signed by each, in force, confirmed by a court. */
export function AgreementPart({ found }: { found: MediationView }) {
  const { consoleMediation: said } = useWords()
  if (found.agreement === null && !found.can.includes('agree')) return null
  return (
    <section className="panel" aria-label={said.headings.agreement}>
      <h2>{said.headings.agreement}</h2>
      {found.agreement === null ? (
        <details className="no-print">
          <summary className="summary">{said.agreement.write}</summary>
          <AgreementForm found={found} />
        </details>
      ) : (
        <Written found={found} agreement={found.agreement} />
      )}
    </section>
  )
}

function Written({
  found,
  agreement,
}: {
  found: MediationView
  agreement: NonNullable<MediationView['agreement']>
}) {
  const { words } = useReading()
  const { common, consoleMediation } = words
  const { agreement: said, erased, paper } = consoleMediation
  const now = nowMs()
  const nameOf = (id: string) => found.parties.find((party) => party.id === id)?.name ?? erased
  return (
    <>
      <p>
        <strong>
          {common.facts(
            said.forms[agreement.form],
            found.inForceOn !== null && said.inForceOn(sayDay(words, found.inForceOn, now)),
            found.confirmedOn !== null && said.confirmed(sayDay(words, found.confirmedOn, now)),
          )}
        </strong>
      </p>
      <p className="mediation__said">{common.labelled(said.facts, agreement.facts ?? erased)}</p>
      <p className="mediation__said">{common.labelled(said.terms, agreement.terms ?? erased)}</p>
      <ul className="mediation__plain">
        {agreement.duties.map((duty) => (
          <li key={duty.id}>
            {paper.duty(nameOf(duty.partyId), duty.words ?? erased, sayDay(words, duty.dueOn, now))}
          </li>
        ))}
      </ul>
      {found.confirmUntil !== null && found.confirmedOn === null && localDay(now) <= found.confirmUntil && (
        <p>
          <small>
            {common.facts(
              said.confirmUntil(sayDay(words, found.confirmUntil, now)),
              said.confirmBasis(found.confirmBasis.law, found.confirmBasis.article),
            )}
          </small>
        </p>
      )}
      {found.inForceOn !== null && (
        <p className="no-print">
          <small>{said.asEvidence}</small>
        </p>
      )}
      {agreement.form === 'written' && (
        <p className="no-print">
          <Link
            to="/mediations/$id/paper"
            params={{ id: found.id }}
            className={buttonClass({ look: 'quiet' })}
          >
            {said.print}
          </Link>
        </p>
      )}
      {found.can.includes('sign') && <SignForm found={found} />}
      {found.can.includes('force') && <ForceForm found={found} />}
      {found.can.includes('reopen') && <Reopen id={found.id} />}
      {found.can.includes('confirmed') && <ConfirmedForm id={found.id} />}
    </>
  )
}

function SignForm({ found }: { found: MediationView }) {
  const { agreement: said, erased } = useWords().consoleMediation
  const [signedOn, setSignedOn] = useState(() => localDay(nowMs()))
  const act = useMediationAct<object>(`/api/mediations/${found.id}/sign`)
  return (
    <div className="no-print">
      <h3>{said.sign}</h3>
      <TextField
        label={said.signedOn}
        type="date"
        max={localDay(nowMs())}
        value={signedOn}
        onChange={(event) => setSignedOn(event.target.value)}
      />
      <div className="mediation__acts">
        {found.parties
          .filter((party) => party.signedOn === null)
          .map(({ id: partyId, name }) => (
            <Button key={partyId} busy={act.isPending} onClick={() => act.mutate({ partyId, signedOn })}>
              {said.signFor(name ?? erased)}
            </Button>
          ))}
      </div>
      <FormProblem error={act.error} />
    </div>
  )
}

function ForceForm({ found }: { found: MediationView }) {
  const { agreement: said } = useWords().consoleMediation
  const [on, setOn] = useState(() => localDay(nowMs()))
  // One for each party, and one for the file.
  const [copies, setCopies] = useState(String(found.parties.length + 1))
  const act = useMediationAct<object>(`/api/mediations/${found.id}/force`)
  return (
    <div className="no-print">
      <ActForm
        label={said.force}
        hint={said.forceHint}
        busy={act.isPending}
        error={act.error}
        onSend={() => act.mutate({ on, copies: Number(copies) })}
      >
        <TextField
          label={said.on}
          type="date"
          max={localDay(nowMs())}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
        <TextField
          label={said.copies}
          hint={said.copiesHint}
          type="number"
          min={found.parties.length + 1}
          max={20}
          value={copies}
          onChange={(event) => setCopies(event.target.value)}
        />
      </ActForm>
    </div>
  )
}

function Reopen({ id }: { id: string }) {
  const { agreement: said } = useWords().consoleMediation
  const [asking, setAsking] = useState(false)
  const act = useMediationAct<object>(`/api/mediations/${id}/reopen`, () => setAsking(false))
  return (
    <p className="no-print">
      <button type="button" className="text-button" onClick={() => setAsking(true)}>
        {said.reopen}
      </button>
      {asking && (
        <ActDialog
          title={said.reopen}
          label={said.reopen}
          look="danger"
          act={act}
          onClose={() => setAsking(false)}
          onConfirm={() => act.mutate({})}
        >
          <p>{said.reopenAsk}</p>
        </ActDialog>
      )}
    </p>
  )
}

function ConfirmedForm({ id }: { id: string }) {
  const { agreement: said } = useWords().consoleMediation
  const [on, setOn] = useState(() => localDay(nowMs()))
  const act = useMediationAct<object>(`/api/mediations/${id}/confirmed`)
  return (
    <details className="no-print">
      <summary className="summary">{said.noteConfirmed}</summary>
      <ActForm
        label={said.noteConfirmed}
        busy={act.isPending}
        error={act.error}
        onSend={() => act.mutate({ on })}
      >
        <TextField
          label={said.confirmedOn}
          type="date"
          max={localDay(nowMs())}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </ActForm>
    </details>
  )
}
