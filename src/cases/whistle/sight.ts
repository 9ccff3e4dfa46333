import { areasFor } from '../../people/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { StandingWhistle } from './whistle.sql.ts'
import type { Turn } from './whistle-list.sql.ts'

/** Units whose calls the asker sees. */
const unitsSeen = ({ who }: Pick<Ctx, 'who'>): string[] =>
  who.posts.flatMap((post) =>
    post.unitId !== null && (post.grants['whistle.see'] ?? []).includes('own_unit') ? [post.unitId] : [],
  )

/** Whose whistles the asker's lists show. */
export const sightOf = (ctx: Ctx) => ({ areaIds: areasFor(ctx.who, 'whistle.see'), unitIds: unitsSeen(ctx) })

/**
 * What waits for the asker: whistles that its own unit still owes an answer, and those of its own street. The centre may
 * coordinate as well, but nothing waits for it while the street is there.
 */
export const turnOf = ({ who }: Pick<Ctx, 'who'>): Turn => ({
  answers: who.posts.flatMap((post) =>
    post.unitId !== null && (post.grants['whistle.answer'] ?? []).includes('own_unit') ? [post.unitId] : [],
  ),
  coordinates: who.posts.flatMap((post) =>
    (post.grants['whistle.coordinate'] ?? []).includes('own_area') ? [post.areaId] : [],
  ),
})

/** Whether the asker sees the whistle by its area, and so all of it, or only as a unit that was called. */
export function seesByArea(ctx: Ctx, { reach }: Pick<StandingWhistle, 'reach'>): boolean {
  const areas = areasFor(ctx.who, 'whistle.see')
  return reach.some((id) => areas.includes(id))
}
