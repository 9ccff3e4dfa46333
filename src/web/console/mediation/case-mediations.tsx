import { useState } from 'react'
import type { OpenMediation, PartyReceipt } from '../../../cases/mediation/contract.ts'
import type { MediationPage } from '../../../cases/mediation/page.contract.ts'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Check } from '../../kit/choice.tsx'
import { SelectField, TextArea, TextField } from '../../kit/field.tsx'
import { ActForm } from '../case/act-form.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'
import { CodeSlip, type Slip } from './code-slip.tsx'
import { MediationList } from './mediation-list.tsx'
import { useMediationAct } from './use-mediation.ts'

const over: ReadonlySet<string> = new Set(['joined', 'declined', 'referred', 'withdrawn', 'closed'])

/** The mediations of a case, and the way to offer one: for the committee that conducts them. */
export function CaseMediations({ story }: { story: CaseStory }) {
  const { ofCase: said } = useWords().consoleMediation
  const conducts = mayDo(useSignedIn(), 'mediation.conduct')
  const { data } = useRead<MediationPage>(
    conducts ? withQuery('/api/mediations', { caseId: story.id }) : null,
  )
  const [slips, setSlips] = useState<readonly Slip[]>([])
  const rows = data?.rows ?? []
  const isOpen = rows.some(({ stage }) => !['closed', 'ended', 'withdrawn'].includes(stage))
  const offers =
    data !== undefined && !isOpen && story.matter !== null && !story.confidential && !over.has(story.stage)
  if (rows.length === 0 && !offers) return null
  return (
    <section className="panel" aria-label={said.title}>
      <h3>{said.title}</h3>
      {rows.length > 0 && <MediationList rows={rows} isPart />}
      {offers && <OfferForm story={story} onCodes={setSlips} />}
      {slips[0] !== undefined && (
        <CodeSlip key={slips[0].code} slip={slips[0]} onClose={() => setSlips(slips.slice(1))} />
      )}
    </section>
  )
}

type Origin = OpenMediation['origin']

interface Offer {
  readonly origin: Origin
  readonly about: string
  readonly first: string
  readonly second: string
  readonly phone: string
  readonly isParty: boolean
}
const noOffer: Offer = { origin: 'committee', about: '', first: '', second: '', phone: '', isParty: true }

function Origins() {
  const { origins } = useWords().consoleMediation
  return (['committee', 'court', 'police'] as const).map((one) => (
    <option key={one} value={one}>
      {origins[one]}
    </option>
  ))
}

/** A reporter who is a party keeps the receipt of the report: the codes are those of the last. */
const slipsOf = (codes: PartyReceipt['codes'], names: readonly string[]): Slip[] =>
  names.slice(-codes.length).map((name, index) => ({ name: name.trim(), code: codes[index]!.receiptCode }))

function OfferForm({ story, onCodes }: { story: CaseStory; onCodes(slips: readonly Slip[]): void }) {
  const { ofCase: said } = useWords().consoleMediation
  const [draft, change, forget] = useDraft<Offer>(`mediation-offer.${story.id}`, noOffer)
  const { origin, about, first, second, phone, isParty } = draft
  const [tried, setTried] = useState(false)
  const act = useMediationAct<Omit<OpenMediation, 'requestId'>, PartyReceipt>(
    `/api/cases/${story.id}/mediation`,
    ({ codes }) => {
      onCodes(slipsOf(codes, [first, second]))
      forget()
    },
  )
  const whole = about.trim().length > 1 && first.trim() !== '' && second.trim() !== ''
  const send = () => {
    setTried(true)
    if (!whole) return
    const given = phone.trim()
    act.mutate({
      origin,
      about: about.trim(),
      reporterIsParty: isParty,
      parties: [
        { name: first.trim(), side: 'applicant' },
        { name: second.trim(), side: 'respondent', ...(given === '' ? {} : { phone: given }) },
      ],
    })
  }
  return (
    <details className="no-print">
      <summary className="summary">{said.open}</summary>
      <ActForm label={said.send} hint={said.hint} busy={act.isPending} error={act.error} onSend={send}>
        {tried && !whole && <p className="field__error">{said.needed}</p>}
        <SelectField
          label={said.origin}
          value={origin}
          onChoose={(chosen) => change({ origin: chosen as Origin })}
        >
          <Origins />
        </SelectField>
        <TextArea
          label={said.about}
          rows={3}
          most={2000}
          value={about}
          onChange={(event) => change({ about: event.target.value })}
        />
        <Check checked={isParty} onCheck={(on) => change({ isParty: on })}>
          {said.reporterIsParty}
        </Check>
        <PartyFields draft={draft} change={change} />
      </ActForm>
    </details>
  )
}

function PartyFields({ draft, change }: { draft: Offer; change(part: Partial<Offer>): void }) {
  const { ofCase: said, party } = useWords().consoleMediation
  return (
    <>
      <TextField
        label={said.first}
        value={draft.first}
        maxLength={40}
        onChange={(event) => change({ first: event.target.value })}
      />
      <TextField
        label={said.second}
        value={draft.second}
        maxLength={40}
        onChange={(event) => change({ second: event.target.value })}
      />
      <TextField
        label={party.phone}
        optional
        type="tel"
        value={draft.phone}
        maxLength={20}
        onChange={(event) => change({ phone: event.target.value })}
      />
    </>
  )
}
