import '../../shared/rows.css'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Me } from '../../../people/contract.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { ReadingCard } from '../../kit/reading-card.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { MessagesLater } from '../../shared/messages/messages-later.tsx'
import { nameIn } from '../../shared/names.ts'
import { NoticesCard } from '../../shared/notices-card.tsx'
import { DutyCard } from '../session/duty-card.tsx'
import { StaffGate } from '../session/gate.tsx'

// With what waits to be sent, of which it tells.
const LeaveAsking = lazy(async () => ({ default: (await import('../outbox/leave-asking.tsx')).LeaveAsking }))

export default function FieldMePage() {
  const { title } = useWords().field.me
  useTitle(title)
  return <StaffGate>{(me) => <WhoIAm me={me} />}</StaffGate>
}

function WhoIAm({ me }: { me: Me }) {
  const { words, language } = usePreferences()
  const said = words.field.me
  return (
    <>
      <h1>{me.account?.name}</h1>
      <Card title={said.posts}>
        <ul className="rows">
          {me.posts.map((post) => (
            <li key={post.id} className="row">
              {said.kinds[post.kind]}
              <small>
                {words.common.facts(
                  post.unit && nameIn(language, post.unit),
                  post.area && nameIn(language, post.area),
                  post.lentBy && said.standsInFor(post.lentBy.name),
                )}
              </small>
            </li>
          ))}
        </ul>
      </Card>
      <DutyCard />
      <NoticesCard
        linkTo={(caseId) => `/case/${caseId}`}
        alertsAt="/"
        emergencyAt={() => '/'}
        handOverAt="/hand-over"
        securityAt="/security"
      />
      <MessagesLater face="field" />
      <ReadingCard />
      <div className="form-acts">
        {me.acts.includes('hand_over.keep') && (
          <Link to="/hand-over" className={buttonClass({ look: 'quiet', wide: true })}>
            {said.handOver}
          </Link>
        )}
        <Link to="/stand-in" className={buttonClass({ look: 'quiet', wide: true })}>
          {said.standIn}
        </Link>
        <Link to="/security" className={buttonClass({ look: 'quiet', wide: true })}>
          {said.security}
        </Link>
        <Suspense fallback={null}>
          <LeaveAsking />
        </Suspense>
      </div>
    </>
  )
}
