import type { PostKind } from '../contract.ts'
import { needsUnit } from '../post-place.contract.ts'

/** A post as lending looks at it. `communityId` is the community that its area is or lies in. */
export interface PlacedPost {
  readonly kind: PostKind
  readonly unitId: string | null
  readonly areaId: string
  readonly communityId: string | null
}

const grids: ReadonlySet<PostKind> = new Set(['grid_leader', 'grid_worker'])

/**
 * Whether whoever holds one of these posts may stand in for the other: a colleague of the same unit, of the same area,
 * or for a grid of the same community. A unit's own posts stay in the unit, and a unit that handles never stands in for
 * a desk that sees who reported, unless that desk is of the unit itself (Care 2). Whoever evaluates a work does not do
 * it, and whoever does it does not evaluate it.
 */
export function mayStandIn(post: PlacedPost, held: readonly PlacedPost[]): boolean {
  const evaluates = held.some(({ kind }) => kind === 'evaluator')
  if (evaluates !== (post.kind === 'evaluator')) return false
  return held.some((own) => isColleague(post, own))
}

function isColleague(post: PlacedPost, own: PlacedPost): boolean {
  if (post.unitId !== null && post.unitId === own.unitId) return true
  if (needsUnit.has(post.kind) || needsUnit.has(own.kind)) return false
  if (grids.has(post.kind)) return post.communityId !== null && post.communityId === own.communityId
  return post.areaId === own.areaId
}
