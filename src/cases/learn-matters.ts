import type { Decided } from '../matters/door.ts'
import { learnMatters } from '../matters/door.ts'
import type { Ctx, District } from '../platform/ctx.ts'
import { selectDecided } from './learn-matters.sql.ts'

/**
 * The night's lesson: what screenings decided about the words of cases, for the suggestions of the next day. Returns whether
 * anything was learned.
 * @throws the signal's reason where the program is to stop.
 */
export const learnFromScreenings = (system: Ctx, signal: AbortSignal): Promise<boolean> =>
  learnMatters(system, () => decidedIn(system.district), signal)

/** The last cases that were decided, the oldest first: enough to learn from, and no more than a minute takes. */
const mostCases = 10_000

async function decidedIn(district: District): Promise<readonly Decided[]> {
  const rows = await selectDecided(district, mostCases)
  return rows.map(({ matter, words }) => ({ label: matter, words }))
}
