import '../../shared/rows.css'
import '../record/record.css'
import { useRef, useState } from 'react'
import type { Me } from '../../../people/contract.ts'
import type { OwnRecord, RightKind } from '../../../people/rights/contract.ts'
import { isRefusal } from '../../api/problem.ts'
import { useRead } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { SignOut } from '../../shared/sign-out.tsx'
import { PhoneSignIn } from '../me/phone-sign-in.tsx'
import { AccountCard, CopyCard } from '../record/account-card.tsx'
import { AskCard } from '../record/ask-card.tsx'
import { ConsentsCard } from '../record/consents-card.tsx'
import { EntryCard } from '../record/entry-card.tsx'
import { goToTitle } from '../record/go-to-title.ts'
import { HeldCard } from '../record/held-card.tsx'
import { LooksCard } from '../record/looks-card.tsx'
import { RecordWords, useRecordWords } from '../record/record-words.tsx'
import { RequestsCard } from '../record/requests-card.tsx'

/** What is held of whoever reads it, who looked, and what they may ask (个人信息保护法, Articles 44 to 50). */
export default function RecordPage() {
  const { record: title } = useWords().portal.me
  useTitle(title)
  return (
    <>
      <h1>{title}</h1>
      <RecordWords>
        <Gate />
      </RecordWords>
    </>
  )
}

function Gate() {
  const said = useRecordWords()
  return (
    <>
      <p className="lead">{said.lead}</p>
      <Shown reading={useRead<Me>('/api/me')} long>
        {(me) => <ForWhom me={me} />}
      </Shown>
    </>
  )
}

function ForWhom({ me: { account, district } }: { me: Me }) {
  const said = useRecordWords()
  const isResident = account?.kind === 'resident'
  const reading = useRead<OwnRecord>(isResident ? '/api/my/record' : null)
  // A session that ended meanwhile leaves nothing on the screen of what it could read.
  if (account === null || isRefusal(reading.error, 'sign_in_needed'))
    return <PhoneSignIn demonstration={district.demonstration} why={said.signIn} />
  if (!isResident)
    return (
      <Empty what={said.staff} next={said.staffNext}>
        <SignOut />
      </Empty>
    )
  return (
    <Shown reading={reading} long>
      {(record) => <Record record={record} />}
    </Shown>
  )
}

function Record({ record }: { record: OwnRecord }) {
  const { account, entry, person, requests, answerBy } = record
  const [asking, setAsking] = useState<RightKind | null>(null)
  const askBox = useRef<HTMLDivElement>(null)
  const ask = (kind: RightKind | null) => {
    setAsking(kind)
    goToTitle(askBox.current)
  }
  const corrects = requests.some(({ kind, stage }) => kind === 'correct' && stage === 'asked')
  return (
    <>
      {requests.length > 0 && <RequestsCard requests={requests} />}
      {entry !== 'found' && <EntryCard state={entry} />}
      {person !== null && (
        <>
          <HeldCard person={person} onWrong={corrects ? null : () => ask('correct')} />
          <LooksCard {...record} />
          <ConsentsCard consents={person.consents} />
        </>
      )}
      <AskCard
        person={person}
        requests={requests}
        answerBy={answerBy}
        asking={asking}
        box={askBox}
        onAsk={ask}
        onSent={() => setAsking(null)}
      />
      <CopyCard />
      <AccountCard account={account} />
    </>
  )
}
