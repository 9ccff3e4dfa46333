import type { ClockAccount } from '../cases/contract.ts'
import { handsIn, isConfidentialCase, isPractice, matterIn } from './case-facts.rule.ts'
import type { AssessedLine } from './fact.rule.ts'

type Story = readonly AssessedLine[]

/** How long a worker's act took: minutes of the unit's clock from the hour it was handed out. */
export interface Timing {
  readonly accountId: string
  readonly unitId: string
  readonly round: number
  readonly act: 'signed' | 'resolved'
  readonly minutes: number
  readonly counted: 'working' | 'clock'
  readonly at: Temporal.Instant
}

/** The account of the last round of a unit's clock, as it stands at the story's end. */
type UnitClock = (
  story: Story,
  unitId: string,
  matter: string | null,
) => Pick<ClockAccount, 'usedMinutes' | 'measure'> | null

/** Who signed for a unit's part and who resolved it, and what the clock said then; nothing of what was practised. */
export function timingsIn(story: Story, clock: UnitClock): Timing[] {
  if (isConfidentialCase(story) || isPractice(story)) return []
  const matter = matterIn(story)
  return handsIn(story).flatMap(({ unitId, round, from, until }) =>
    (['signed', 'resolved'] as const).flatMap((act) => {
      const place = story.findLastIndex(
        ({ kind, data }, at) => at > from && at < until && kind === `case.${act}` && data.unitId === unitId,
      )
      const line = story[place]
      if (!line?.actor.startsWith('account:')) return []
      const account = clock(story.slice(0, place + 1), unitId, matter)
      if (!account) return []
      const { usedMinutes: minutes, measure: counted } = account
      const accountId = line.actor.slice('account:'.length)
      return [{ accountId, unitId, round, act, minutes, counted, at: line.occurredAt }]
    }),
  )
}
