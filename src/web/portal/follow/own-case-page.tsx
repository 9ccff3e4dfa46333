import '../../shared/rows.css'
import type { FollowedCase } from '../../../cases/story.contract.ts'
import { nowMs } from '../../clock.ts'
import { Card } from '../../kit/card.tsx'
import { ClockBar } from '../../kit/clock-bar.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { CasePhotos } from '../../shared/case-photos.tsx'
import { nameIn, placeIn, useNameOf } from '../../shared/names.ts'
import { ResidentLight } from '../../shared/resident-light.tsx'
import { sayDue, sayMoment } from '../../words/time.ts'
import { AddForm } from './add-form.tsx'
import { dueOf } from './case-rows.tsx'
import { type OwnWay, receiptOf, useOwnCase } from './own-case.ts'
import { ownStory } from './own-story.ts'
import { RateForm } from './rate-form.tsx'
import { isToRate } from './to-rate.ts'
import { WithdrawPart } from './withdraw-part.tsx'

/** An own case as a story: how far it is, the answer, what happened, and what its reporter may do. */
export function OwnCasePage({ way }: { way: OwnWay }) {
  const { follow } = useWords()
  useTitle(follow.title)
  return (
    <Shown reading={useOwnCase(way)} heading={follow.title}>
      {(found) => <OwnCase way={way} found={found} />}
    </Shown>
  )
}

function OwnCase({ way, found }: { way: OwnWay; found: FollowedCase }) {
  const { words, language } = usePreferences()
  const { follow } = words
  const nameOf = useNameOf()
  return (
    <>
      <h1>{found.matter ? nameOf(found.matter) : follow.unscreened}</h1>
      <Card
        title={follow.about(found.number)}
        aside={<ResidentLight light={found.account.light} stage={found.stage} dueAt={dueOf(found)} />}
      >
        <ClockBar account={found.account} />
      </Card>
      {found.answer !== null && (
        <Card title={follow.answer}>
          <p className="answer">{found.answer}</p>
        </Card>
      )}
      {isToRate(found) && <RateForm way={way} />}
      <Card title={follow.story}>
        <Timeline acts={ownStory(words, language, found, nowMs())} />
      </Card>
      <Facts found={found} />
      {found.photos.length > 0 && (
        <Card title={follow.photos}>
          <CasePhotos photos={found.photos} receipt={receiptOf(way)} />
        </Card>
      )}
      {found.rating !== null && found.solved !== null && (
        <p className="lead">{follow.rate.given(found.solved, follow.rate.ratings[found.rating - 1] ?? '')}</p>
      )}
      {found.can.includes('add') && <AddForm way={way} />}
      {found.can.includes('withdraw') && <WithdrawPart way={way} />}
    </>
  )
}

function Facts({ found }: { found: FollowedCase }) {
  const { words, language } = usePreferences()
  const { follow } = words
  const now = nowMs()
  return (
    <Card title={follow.youWrote}>
      {found.words !== null && <p className="said">{found.words}</p>}
      <dl className="facts">
        <dt>{follow.place}</dt>
        <dd>{placeIn(language, found.place)}</dd>
        <dt>{follow.unit}</dt>
        <dd>{found.unit ? nameIn(language, found.unit) : follow.notYet}</dd>
        <dt>{follow.acceptedAt}</dt>
        <dd>{sayMoment(words, found.acceptedAt, now)}</dd>
        <dt>{follow.firstAnswerBy}</dt>
        <dd>{sayDue(words, found.responseDueAt, now)}</dd>
        {found.dueAt !== null && (
          <>
            <dt>{follow.doneBy}</dt>
            <dd>{sayDue(words, found.dueAt, now)}</dd>
          </>
        )}
      </dl>
    </Card>
  )
}
