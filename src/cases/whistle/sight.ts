import { areasFor } from '../../people/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { StandingWhistle } from './whistle.sql.ts'

/** Units whose calls the asker sees. */
const unitsSeen = ({ who }: Pick<Ctx, 'who'>): string[] =>
  who.posts.flatMap((post) =>
    post.unitId !== null && (post.grants['whistle.see'] ?? []).includes('own_unit') ? [post.unitId] : [],
  )

/** Whose whistles the asker's lists show. */
export const sightOf = (ctx: Ctx) => ({ areaIds: areasFor(ctx.who, 'whistle.see'), unitIds: unitsSeen(ctx) })

/** Whether the asker sees the whistle by its area, and so all of it, or only as a unit that was called. */
export function seesByArea(ctx: Ctx, { reach }: Pick<StandingWhistle, 'reach'>): boolean {
  const areas = areasFor(ctx.who, 'whistle.see')
  return reach.some((id) => areas.includes(id))
}
