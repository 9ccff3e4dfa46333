import { Link } from '@tanstack/react-router'
import { isToRate } from '../../../cases/rating.contract.ts'
import type { FollowedCase } from '../../../cases/story.contract.ts'
import { tongueOf } from '../../../kernel/tongue.ts'
import { nowMs } from '../../clock.ts'
import { ClockBar } from '../../kit/clock-bar.tsx'
import { usePreferences } from '../../preferences.tsx'
import { lastOf } from '../../shared/last-of.ts'
import { useNameOf } from '../../shared/names.ts'
import type { KeptReceipt } from '../../shared/receipts.ts'
import { ResidentLight } from '../../shared/resident-light.tsx'
import { sayDue } from '../../words/time.ts'
import { beginningOf, dueOf } from '../follow/case-rows.tsx'
import { type OwnWay, useOwnCase } from '../follow/own-case.ts'
import { ownStory } from '../follow/own-story.ts'

/** An own case at home: its light with the date, its clock, and what happened last in words. */
export function MyCaseRow({ way, to, receipt }: { way: OwnWay; to: string; receipt?: KeptReceipt }) {
  const { words, language } = usePreferences()
  const nameOf = useNameOf()
  const { data, error } = useOwnCase(way)
  // What somebody wrote about themselves is no title: it stands below, small.
  const title = data && (data.matter ? nameOf(data.matter) : words.follow.unscreened)
  return (
    <li>
      <Link className="row" to={to}>
        <span className="row__head">
          <span className="row__title">
            {title ?? (receipt ? words.follow.about(receipt.number) : words.common.states.loading)}
          </span>
          {data && <ResidentLight light={data.account.light} stage={data.stage} dueAt={dueOf(data)} />}
        </span>
        {data?.words && <small {...tongueOf(data.words)}>{beginningOf(data.words)}</small>}
        {data && runs(data) && <ClockBar account={data.account} saysMeasure />}
        {data && <small>{isToRate(data) ? words.portal.mine.toRate : last(data)}</small>}
        {error && receipt && (
          <small>{words.report.receipt.firstAnswer(sayDue(words, receipt.responseDueAt, nowMs()))}</small>
        )}
      </Link>
    </li>
  )

  function last(found: FollowedCase): string {
    if (found.stage === 'accepted') return words.cases.publicStages.accepted
    const acts = ownStory(words, language, { ...found, stage: 'closed' }, nowMs())
    return lastOf(acts)?.what ?? words.cases.publicStages[found.stage]
  }
}

/** Whether a clock still says something to the reporter. */
const runs = ({ stage, account }: FollowedCase): boolean =>
  account.segments.length > 0 && ['dispatched', 'signed', 'handling', 'paused', 'listed'].includes(stage)
