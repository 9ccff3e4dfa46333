import '../../shared/rows.css'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Me } from '../../../people/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { ReadingCard } from '../../kit/reading-card.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useWords } from '../../preferences.tsx'
import { MessagesLater } from '../../shared/messages/messages-later.tsx'
import { SignOut } from '../../shared/sign-out.tsx'
import { MyCasesCard } from '../home/my-cases-card.tsx'
import { PhoneSignIn } from '../me/phone-sign-in.tsx'

// Only whoever has signed in has notices.
const NoticesCard = lazy(async () => ({
  default: (await import('../../shared/notices-card.tsx')).NoticesCard,
}))

export default function MePage() {
  const { me: said } = useWords().portal
  useTitle(said.title)
  const reading = useRead<Me>('/api/me')
  return (
    <>
      <h1>{said.title}</h1>
      <Shown reading={reading}>{(me) => <WhoIAm me={me} />}</Shown>
      {reading.data?.account?.kind === 'resident' && (
        <Suspense fallback={null}>
          <NoticesCard
            linkTo={(caseId) => `/my/${caseId}`}
            communityAt={(areaId) => `/community/${areaId}`}
            mediationAt={() => '/mediation'}
            securityAt="/security"
          />
        </Suspense>
      )}
      <MyCasesCard />
      {reading.data?.account?.kind === 'resident' && <MessagesLater face="portal" />}
      <ReadingCard />
      <p className="after">{said.help}</p>
    </>
  )
}

function WhoIAm({ me }: { me: Me }) {
  const { me: said } = useWords().portal
  if (me.account === null) return <PhoneSignIn demonstration={me.district.demonstration} />
  const isStaff = me.account.kind === 'staff'
  return (
    <Card title={said.signedIn(me.account.name || said.resident)}>
      <div className="form-acts">
        {isStaff && <p>{said.staffHere}</p>}
        {isStaff && (
          <a className={buttonClass({ wide: true })} href="/field/">
            {said.toField}
          </a>
        )}
        {isStaff && (
          <a className={buttonClass({ look: 'quiet', wide: true })} href="/console/">
            {said.toConsole}
          </a>
        )}
        {!isStaff && (
          <Link className={buttonClass({ look: 'quiet', wide: true })} to="/me/record">
            {said.record}
          </Link>
        )}
        <Link className={buttonClass({ look: 'quiet', wide: true })} to="/security">
          {said.security}
        </Link>
        <SignOut />
      </div>
    </Card>
  )
}
