import type { CaseStory } from '../../../cases/story.contract.ts'
import { nowMs } from '../../clock.ts'
import { piecesOf } from '../../kit/clock-account.ts'
import { ClockBar, ClockLight } from '../../kit/clock-bar.tsx'
import { nameIn } from '../../shared/names.ts'
import { countingAccount } from '../../shared/story.ts'
import { sayDay } from '../../words/time.ts'
import { useReading } from '../words.ts'

/** Every clock of the case: one for each unit, and the response's. The light of the one that counts stands in the head. */
export function CaseClocks({ story }: { story: CaseStory }) {
  const { words, language } = useReading()
  const said = words.consoleCase
  // Its light stands in the head already: a clock with nothing to draw says nothing more.
  const counting = countingAccount(story)
  const clocks = [
    ...story.parts.map(({ unit, role, stage, listing, account }) => ({
      key: unit.id,
      name: said.unitAs(nameIn(language, unit), said.roles[role]),
      stage:
        stage in words.cases.stages ? words.cases.stages[stage as keyof typeof words.cases.stages] : stage,
      listing,
      account,
    })),
    {
      key: 'response',
      name: words.cases.clocks.response,
      stage: null,
      listing: null,
      account: story.response,
    },
  ].filter(
    ({ account }) => account !== counting || piecesOf(account).length > 0 || account.stoppedAt === null,
  )
  if (clocks.length === 0) return null
  return (
    <ul className="case__clocks" aria-label={said.headings.clocks}>
      {clocks.map(({ key, name, stage, listing, account }) => (
        <li key={key}>
          <p className="case__clock-head">
            <span>
              {name}
              {stage !== null && <small> {stage}</small>}
            </span>
            {account !== counting && <ClockLight account={account} />}
          </p>
          <ClockBar account={account} />
          {listing !== null && (
            <p className="case__clock-note">
              {words.common.facts(
                said.listed(sayDay(words, listing.reviewOn, nowMs())),
                listing.condition === null ? null : said.waitsFor(listing.condition),
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
