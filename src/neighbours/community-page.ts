import { atlasOf } from '../areas/door.ts'
import { readKey, writeKey } from '../kernel/keyset.ts'
import { Refusal } from '../kernel/refusal.ts'
import { unitNames } from '../organisations/door.ts'
import { gridWorkersIn } from '../people/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { type AfterAnnouncement, selectShown } from './announcement.sql.ts'
import type { AnnouncementPage, CommunityCard, PageQuery, PublicAnswerPage } from './contract.ts'
import { communityAt } from './place.ts'
import { selectPublicAnswers } from './public-answer.sql.ts'

/** How many announcements and answers the page begins with. */
const first: PageQuery = { limit: 5 }

/** A community's public page, for everybody: also for a place in it. */
export async function communityCard(ctx: Ctx, areaId: string): Promise<CommunityCard> {
  ctx.must('community.read')
  const { community, path } = await communityAt(ctx, areaId)
  const atlas = await atlasOf(ctx)
  const name = (id: string) => {
    const { nameZh: zh, nameEn: en } = atlas.known(id)
    return { id, zh, en }
  }
  const grids = atlas.partsOf(community.id).filter(({ kind }) => kind === 'grid')
  const people = await gridWorkersIn(
    ctx,
    grids.map(({ id }) => id),
  )
  const street = path.at(-2)
  return {
    area: { ...name(community.id), kind: community.kind },
    street: street === undefined ? null : name(street),
    people: grids.flatMap((grid) =>
      people
        .filter((person) => person.areaId === grid.id)
        .map(({ kind, name: called, phone }) => ({ kind, name: called, phone, grid: name(grid.id) })),
    ),
    announcements: await announcementPage(ctx, community.id, first),
    answers: await publicAnswerPage(ctx, community.id, first),
  }
}

/** What stands on a community's page now. */
export async function announcementPage(
  ctx: Ctx,
  areaId: string,
  { after, limit }: PageQuery,
): Promise<AnnouncementPage> {
  ctx.must('community.read')
  const { community } = await communityAt(ctx, areaId)
  const day = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const from = after === undefined ? null : readAfter(after)
  return ctx.read(async (tx) => {
    const found = await selectShown(tx, community.id, day, { after: from, limit: limit + 1 })
    const shown = found.slice(0, limit)
    const last = found.length > limit ? shown.at(-1) : undefined
    const units = await unitsOf(tx, shown)
    return {
      rows: shown.map(({ areaId: _place, unitId, withdrawnAt: _stands, ...row }) => ({
        ...row,
        unit: unitId === null ? null : (units.get(unitId) ?? null),
      })),
      next: last ? writeAfter(last) : null,
    }
  })
}

/** What a community answered for everybody. */
export async function publicAnswerPage(
  ctx: Ctx,
  areaId: string,
  { after, limit }: PageQuery,
): Promise<PublicAnswerPage> {
  ctx.must('community.read')
  const { community } = await communityAt(ctx, areaId)
  const from = after === undefined ? null : readKey(after)
  return ctx.read(async (tx) => {
    const found = await selectPublicAnswers(tx, community.id, { after: from, limit: limit + 1 })
    const shown = found.slice(0, limit)
    const last = found.length > limit ? shown.at(-1) : undefined
    const units = await unitsOf(tx, shown)
    return {
      rows: shown.map(({ unitId, ...row }) => ({
        ...row,
        unit: unitId === null ? null : (units.get(unitId) ?? null),
      })),
      next: last ? writeKey({ value: last.answeredAt, id: last.id }) : null,
    }
  })
}

/** Names of the units that these rows name. */
export const unitsOf = (tx: Tx, rows: readonly { readonly unitId: string | null }[]) =>
  unitNames(
    tx,
    rows.flatMap(({ unitId }) => unitId ?? []),
  )

const afterForm = /^([01])\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const writeAfter = ({ pinned, id }: AfterAnnouncement): string => `${pinned ? 1 : 0}.${id}`

function readAfter(text: string): AfterAnnouncement {
  const [, pinned, id] = afterForm.exec(text) ?? []
  if (id === undefined) throw new Refusal('input_invalid', { field: 'after', rule: 'key' })
  return { pinned: pinned === '1', id }
}
