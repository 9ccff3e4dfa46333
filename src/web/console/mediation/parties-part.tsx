import { useState } from 'react'
import type { PartyReceipt, Side, TakeConsent } from '../../../cases/mediation/contract.ts'
import type { MediationView } from '../../../cases/mediation/page.contract.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Check } from '../../kit/choice.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { sayDay, sayMoment } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { ActForm } from '../case/act-form.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useReading, useWords } from '../words.ts'
import { CodeSlip, type Slip } from './code-slip.tsx'
import { ErasePart } from './erase-part.tsx'
import { useMediationAct } from './use-mediation.ts'

type PartyView = MediationView['parties'][number]

/** Who quarrels with whom: what each said, and whether it takes part. */
export function PartiesPart({ found }: { found: MediationView }) {
  const { headings } = useWords().consoleMediation
  return (
    <section className="panel" aria-label={headings.parties}>
      <h2>{headings.parties}</h2>
      <ul className="mediation__parties">
        {found.parties.map((party) => (
          <li key={party.id}>
            <Party found={found} party={party} />
          </li>
        ))}
      </ul>
      {found.can.includes('add_party') && <AddParty id={found.id} />}
    </section>
  )
}

function Party({ found, party }: { found: MediationView; party: PartyView }) {
  const { words } = useReading()
  const { common, consoleMediation: said } = words
  const now = nowMs()
  const waits = found.can.includes('take_consent') && party.consentedAt === null
  return (
    <>
      <h3>
        {common.facts(
          party.name ?? said.erased,
          said.sides[party.side],
          party.isReporter && said.party.reporter,
        )}
      </h3>
      <p>
        {common.facts(
          party.phone,
          party.consentedAt === null
            ? said.party.waits
            : said.party.consented(sayMoment(words, party.consentedAt, now)),
          party.consentHow === 'desk' && said.party.byDesk,
          party.signedOn !== null && said.party.signed(sayDay(words, party.signedOn, now)),
        )}
      </p>
      {party.wantsOther && <p className="mediation__heed">{said.wantsOther}</p>}
      {party.said.map((one) => (
        <blockquote key={one.at} className="mediation__quote">
          <small>{common.facts(said.party.said[one.what], sayMoment(words, one.at, now))}</small>
          <p>{one.words ?? said.erased}</p>
        </blockquote>
      ))}
      {waits && <Consent id={found.id} partyId={party.id} />}
      {party.name !== null && <ErasePart found={found} partyId={party.id} />}
    </>
  )
}

/** What the party told the desk. A clear no ends the mediation, and is asked about first. */
function Consent({ id, partyId }: { id: string; partyId: string }) {
  const { party: said } = useWords().consoleMediation
  const [refusing, setRefusing] = useState(false)
  const act = useMediationAct<Omit<TakeConsent, 'requestId'>>(`/api/mediations/${id}/consent`, () =>
    setRefusing(false),
  )
  return (
    <div className="mediation__acts no-print">
      <Button busy={act.isPending} onClick={() => act.mutate({ partyId, consents: true })}>
        {said.yes}
      </Button>
      <Button look="quiet" onClick={() => setRefusing(true)}>
        {said.no}
      </Button>
      {!refusing && <FormProblem error={act.error} />}
      {refusing && (
        <ActDialog
          title={said.noAsk}
          label={said.no}
          look="danger"
          act={act}
          onClose={() => setRefusing(false)}
          onConfirm={() => act.mutate({ partyId, consents: false })}
        >
          <p>{said.noHint}</p>
        </ActDialog>
      )}
    </div>
  )
}

function AddParty({ id }: { id: string }) {
  const { sides, party: said } = useWords().consoleMediation
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [side, setSide] = useState<Side>('respondent')
  const [consents, setConsents] = useState(false)
  const [tried, setTried] = useState(false)
  const [slip, setSlip] = useState<Slip | null>(null)
  const act = useMediationAct<object, PartyReceipt>(`/api/mediations/${id}/parties`, (reply) => {
    const [party] = reply.codes
    setSlip(party ? { name: name.trim(), code: party.receiptCode } : null)
    setName('')
    setPhone('')
    setConsents(false)
    setTried(false)
  })
  const send = () => {
    setTried(true)
    if (name.trim() === '') return
    const given = phone.trim()
    act.mutate({ name: name.trim(), side, consents, ...(given === '' ? {} : { phone: given }) })
  }
  return (
    <details className="no-print">
      <summary className="summary">{said.add}</summary>
      <ActForm label={said.add} hint={said.addHint} busy={act.isPending} error={act.error} onSend={send}>
        <TextField
          label={said.name}
          value={name}
          maxLength={40}
          error={tried && name.trim() === '' ? said.nameNeeded : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={said.phone}
          optional
          type="tel"
          value={phone}
          maxLength={20}
          onChange={(event) => setPhone(event.target.value)}
        />
        <SelectField label={said.side} value={side} onChoose={(chosen) => setSide(chosen as Side)}>
          <option value="respondent">{sides.respondent}</option>
          <option value="applicant">{sides.applicant}</option>
        </SelectField>
        <Check checked={consents} onCheck={setConsents}>
          {said.consents}
        </Check>
      </ActForm>
      {slip !== null && <CodeSlip slip={slip} onClose={() => setSlip(null)} />}
    </details>
  )
}
