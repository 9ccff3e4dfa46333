import './closings.css'
import type { CaseClosing } from '../../../cases/closing/closing.contract.ts'
import { nowMs } from '../../clock.ts'
import { momentFacts } from '../../words/time.ts'
import { useWords } from '../words.ts'
import { CallForm } from './call-form.tsx'
import { DecideForm } from './decide-form.tsx'
import { LookForm } from './look-form.tsx'
import { Mark } from './mark.tsx'
import { useClosing } from './use-closing.ts'

/** What is to be looked at on a case's closing, what its reporter said when asked, and what they ask for once more. */
export function ClosingPanel({ caseId }: { caseId: string }) {
  const { data } = useClosing(caseId)
  // A part beside the story: until it is there, or where there is nothing to say, the page is whole without it.
  if (data === undefined) return null
  return (
    <>
      {data.ask !== null && <AskPart caseId={caseId} ask={data.ask} can={data.can} />}
      {data.flags.length > 0 && <FlagPart caseId={caseId} flags={data.flags} can={data.can} />}
      {(data.callBacks.length > 0 || data.can.includes('call_back')) && (
        <CallPart caseId={caseId} callBacks={data.callBacks} can={data.can} outcomes={data.outcomes} />
      )}
    </>
  )
}

type Part<Key extends keyof CaseClosing> = Pick<CaseClosing, Key | 'can'> & { readonly caseId: string }

function FlagPart({ caseId, flags, can }: Part<'flags'>) {
  const { flags: said } = useWords().consoleClosings
  const isOpen = flags.some(({ lookedAt }) => lookedAt === null)
  return (
    <section className="panel" aria-label={said.title}>
      <h3>{said.title}</h3>
      {flags.map((flag) => (
        <Mark key={flag.id} flag={flag} />
      ))}
      {can.includes('look') ? (
        <LookForm caseId={caseId} />
      ) : (
        isOpen && <p className="panel__next">{said.unitHint}</p>
      )}
    </section>
  )
}

function CallPart({ caseId, callBacks, can, outcomes }: Part<'callBacks' | 'outcomes'>) {
  const { call: said } = useWords().consoleClosings
  return (
    <section className="panel" aria-label={said.title}>
      <h3>{said.title}</h3>
      {callBacks.length > 0 && (
        <ul className="panel__next">
          {callBacks.map(({ way, outcome, triedAt }) => (
            <li key={triedAt}>{said.past[outcome](said.ways[way], momentFacts(triedAt, nowMs()))}</li>
          ))}
        </ul>
      )}
      {can.includes('call_back') && (
        <details>
          <summary className="summary">{said.open}</summary>
          <CallForm caseId={caseId} outcomes={outcomes} />
        </details>
      )}
    </section>
  )
}

function AskPart({
  caseId,
  ask,
  can,
}: {
  caseId: string
  ask: NonNullable<CaseClosing['ask']>
  can: CaseClosing['can']
}) {
  const { common, consoleClosings } = useWords()
  const { ask: said } = consoleClosings
  const stands = ask.granted === null ? said.waits : ask.granted ? said.granted : said.refused
  return (
    <section className="panel" aria-label={said.title}>
      <h3>{said.title}</h3>
      <p className="panel__next">
        {common.facts(said.asked[ask.because], said.askedOn(momentFacts(ask.askedAt, nowMs())), stands)}
      </p>
      {can.includes('decide') && <DecideForm caseId={caseId} />}
    </section>
  )
}
