import '../../shared/rows.css'
import { Link } from '@tanstack/react-router'
import type { Stage } from '../../../cases/contract.ts'
import { isToRate, reopensByRight } from '../../../cases/rating.contract.ts'
import type { FollowedCase } from '../../../cases/story.contract.ts'
import { tongueOf } from '../../../kernel/tongue.ts'
import { nowMs } from '../../clock.ts'
import { Card } from '../../kit/card.tsx'
import { ClockBar } from '../../kit/clock-bar.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { CasePhotos } from '../../shared/case-photos.tsx'
import { nameIn, placeIn, useNameOf } from '../../shared/names.ts'
import { NumberSaid } from '../../shared/number-said.tsx'
import { ResidentLight } from '../../shared/resident-light.tsx'
import { ownStoryWords } from '../../words/own-story.ts'
import { sayDue, sayMoment, sayMomentOnPaper } from '../../words/time.ts'
import { AddForm } from './add-form.tsx'
import { dueOf } from './case-rows.tsx'
import { isEarlierAnswer } from './earlier-answer.ts'
import { type OwnWay, receiptOf, useOwnCase } from './own-case.ts'
import { ownStory } from './own-story.ts'
import { RateForm } from './rate-form.tsx'
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
      <p className="on-paper">{follow.printedAt(sayMomentOnPaper(words, new Date(nowMs()).toISOString()))}</p>
      <Card
        title={<NumberSaid said={follow.about(found.number)} number={found.number} />}
        aside={<ResidentLight light={found.account.light} stage={found.stage} dueAt={dueOf(found)} />}
      >
        <ClockBar account={found.account} saysMeasure />
      </Card>
      {found.answer !== null && <Answer answer={found.answer} earlier={isEarlierAnswer(found.timeline)} />}
      <div className="no-print">
        {isToRate(found) && <RateForm way={way} again={!reopensByRight(found)} />}
      </div>
      <Card title={follow.story}>
        <Timeline acts={ownStory(words, language, found, nowMs())} />
      </Card>
      <Facts found={found} />
      {found.photos.length > 0 && (
        <Card title={follow.photos} folds>
          <CasePhotos photos={found.photos} receipt={receiptOf(way)} />
        </Card>
      )}
      {found.rating !== null && found.solved !== null && (
        <p className="after">
          {follow.rate.given(found.solved, follow.rate.ratings[found.rating - 1] ?? '')}
        </p>
      )}
      <div className="no-print">
        {found.can.includes('add') && <AddForm way={way} />}
        {found.can.includes('withdraw') && <ToMediation way={way} found={found} />}
        {found.can.includes('withdraw') && <WithdrawPart way={way} />}
        <button type="button" className="link-button" onClick={() => window.print()}>
          {follow.print}
        </button>
      </div>
    </>
  )
}

/** Where the two sides cannot agree (人民调解): a page of its own. */
function ToMediation({ way, found }: { way: OwnWay; found: FollowedCase }) {
  const { mediation: said } = ownStoryWords[usePreferences().language]
  return (
    <Link
      className="more-link"
      to="/mediation"
      search={'receipt' in way ? { number: found.number } : { case: found.caseId }}
    >
      {said}
    </Link>
  )
}

/** After a reopening the answer that stands is the earlier one, and must not be read as the answer to what is open. */
function Answer({ answer, earlier }: { answer: string; earlier: boolean }) {
  const { follow } = useWords()
  return (
    <Card title={earlier ? follow.earlierAnswer : follow.answer}>
      <p className="answer" {...tongueOf(answer)}>
        {answer}
      </p>
      {earlier && (
        <p>
          <small>{follow.earlierAnswerNote}</small>
        </p>
      )}
    </Card>
  )
}

/** Stages at which a desk still looks for the unit. */
const arranging: ReadonlySet<Stage> = new Set(['accepted', 'screened', 'returned'])

function Facts({ found }: { found: FollowedCase }) {
  const { words, language } = usePreferences()
  const { follow } = words
  const now = nowMs()
  const unit = arranging.has(found.stage)
    ? follow.arranging(nameIn(language, found.desk))
    : found.unit && nameIn(language, found.unit)
  return (
    <Card title={follow.youWrote} folds>
      {found.words !== null && (
        <p className="said" {...tongueOf(found.words)}>
          {found.words}
        </p>
      )}
      <dl className="facts">
        <dt>{follow.place}</dt>
        <dd>{placeIn(language, found.place)}</dd>
        {unit !== null && (
          <>
            <dt>{follow.unit}</dt>
            <dd>{unit}</dd>
          </>
        )}
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
