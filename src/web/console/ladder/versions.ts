import type { LadderClock } from '../../../cases/ladder/ladder.contract.ts'
import type { LadderBook, LadderVersion } from '../../../cases/ladder/steps.contract.ts'

export interface Versions {
  /** Those of this matter, or of all where none was chosen; oldest first. */
  readonly own: readonly LadderVersion[]
  /** What holds today: the matter's own steps, else those of all. */
  readonly shown: LadderVersion | undefined
  readonly isOwn: boolean
  /** The next that was announced. */
  readonly planned: LadderVersion | undefined
  /** What held before, the latest first. */
  readonly past: readonly LadderVersion[]
}

/** Which versions of a clock's ladder hold, will hold and held, seen from the book's day. */
export function versionsIn(
  { ladders, today }: Pick<LadderBook, 'ladders' | 'today'>,
  clock: LadderClock,
  matter: string | null,
): Versions {
  const of = (whose: string | null) =>
    ladders.find((one) => one.clock === clock && one.matter === whose)?.versions ?? []
  const holds = ({ fromDay, untilDay }: LadderVersion) =>
    fromDay <= today && (untilDay === null || today < untilDay)
  const own = of(matter)
  const standing = own.find(holds)
  const isOwn = matter !== null && standing !== undefined && standing.steps.length > 0
  return {
    own,
    isOwn,
    shown: isOwn || matter === null ? standing : of(null).find(holds),
    planned: own.find(({ fromDay }) => fromDay > today),
    past: own.filter(({ untilDay }) => untilDay !== null && untilDay <= today).reverse(),
  }
}
