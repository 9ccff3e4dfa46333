import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Case } from './case.sql.ts'
import { isGridPost } from './grid-post.rule.ts'
import type { Part } from './part.sql.ts'
import { isEnded } from './stage.rule.ts'

type Asker = Pick<Ctx, 'who'>

/**
 * The units for which the asker acts in a case: those of desks, and the community of a grid worker whose grid the case
 * lies in. What the community has in hand elsewhere is not the grid worker's.
 */
export const actingUnits = ({ who }: Asker, { reach }: Pick<Case, 'reach'>): readonly string[] => [
  ...who.units,
  ...who.posts.flatMap((post) =>
    isGridPost(post) && post.unitId !== null && reach.includes(post.areaId) ? [post.unitId] : [],
  ),
]

/** The part in which the asker acts: of the unit named, or of an own one that has not given it back; null without one. */
export function ownPart(
  ctx: Asker,
  before: Pick<Case, 'reach'>,
  parts: readonly Part[],
  unitId?: string,
): Part | null {
  const units = actingUnits(ctx, before)
  const own = parts.filter(
    (part) => units.includes(part.unitId) && (unitId === undefined || part.unitId === unitId),
  )
  return own.find((candidate) => candidate.stage !== 'returned') ?? own[0] ?? null
}

/**
 * As `ownPart`, for acts that are a unit's alone. Refuses `not_permitted` where the asker has no part, and
 * `case_move_not_allowed` once the case has ended: a part that was still open then stays as it was.
 */
export function actingPart(
  ctx: Asker,
  before: Pick<Case, 'reach' | 'stage'>,
  parts: readonly Part[],
  unitId?: string,
): Part {
  const part = ownPart(ctx, before, parts, unitId)
  if (!part) throw new Refusal('not_permitted', { act: 'case.handle' })
  if (isEnded(before.stage))
    throw new Refusal('case_move_not_allowed', { from: before.stage, to: 'handling' })
  return part
}
