import { type Atlas, atlasOf } from '../areas/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { selectPublished } from './announcement.sql.ts'
import { unitsOf } from './community-page.ts'
import type {
  DeskAnnouncementPage,
  DeskAnnouncementQuery,
  DeskQuestionPage,
  DeskQuestionQuery,
} from './contract.ts'
import { toOwn } from './own-questions.ts'
import { deskAreas } from './place.ts'
import { selectDeskQuestions } from './question.sql.ts'

/** Questions of the communities that the asker's desks answer for. */
export async function deskQuestions(ctx: Ctx, query: DeskQuestionQuery): Promise<DeskQuestionPage> {
  ctx.must('community.answer')
  const atlas = await atlasOf(ctx)
  const areaIds = communitiesOf(ctx, atlas, 'community.answer', query.areaId)
  if (areaIds.length === 0) return { rows: [], next: null }
  const { stage, after, limit } = query
  return ctx.read(async (tx) => {
    const found = await selectDeskQuestions(tx, areaIds, stage, { after, limit: limit + 1 })
    const shown = found.slice(0, limit)
    return { rows: await toOwn(tx, atlas, shown), next: nextOf(found, shown) }
  })
}

/** Announcements of those communities, also those that are over or were withdrawn. */
export async function deskAnnouncements(
  ctx: Ctx,
  { areaId, after, limit }: DeskAnnouncementQuery,
): Promise<DeskAnnouncementPage> {
  ctx.must('community.publish')
  const atlas = await atlasOf(ctx)
  const areaIds = communitiesOf(ctx, atlas, 'community.publish', areaId)
  if (areaIds.length === 0) return { rows: [], next: null }
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  return ctx.read(async (tx) => {
    const found = await selectPublished(tx, areaIds, { after, limit: limit + 1 })
    const shown = found.slice(0, limit)
    const units = await unitsOf(tx, shown)
    return {
      rows: shown.map(({ areaId: at, unitId, ...row }) => {
        const { nameZh: zh, nameEn: en } = atlas.known(at)
        const over = row.shownUntil !== null && row.shownUntil < today
        return {
          ...row,
          unit: unitId === null ? null : (units.get(unitId) ?? null),
          community: { id: at, zh, en },
          state: row.withdrawnAt !== null ? 'withdrawn' : over ? 'over' : 'shown',
        } as const
      }),
      next: nextOf(found, shown),
    }
  })
}

const nextOf = (found: readonly unknown[], shown: readonly { readonly id: string }[]): string | null =>
  found.length > shown.length ? shown.at(-1)!.id : null

/** The communities at or below the asker's desks, or the one that was asked for. Refuses `not_permitted` elsewhere. */
function communitiesOf(ctx: Ctx, atlas: Atlas, act: string, areaId: string | undefined): string[] {
  const asked = areaId === undefined ? deskAreas(ctx.who.posts) : [areaId]
  if (areaId !== undefined) ctx.must(act, { path: atlas.known(areaId).path })
  const below = (id: string): string[] => {
    const area = atlas.get(id)
    if (!area) return []
    return area.kind === 'community' ? [id] : atlas.partsOf(id).flatMap((part) => below(part.id))
  }
  return [...new Set(asked.flatMap(below))]
}
