import { atlasOf } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { type Home, loadHome } from './home.sql.ts'
import type { HomeNeeds } from './home-needs.contract.ts'
import { type Dweller, type Stay, selectDwellers, selectHomeNeeds, selectStays } from './home-needs.sql.ts'
import { notePersonLook } from './note-look.ts'
import { todayOf } from './person-facts.ts'
import { sayPlace } from './place.ts'
import type { HomePlace } from './read.contract.ts'

/** Homes of a grid or community with what they need, today. Whether the asker may know is the caller's to have asked. */
export const homeNeeds = (
  ctx: Ctx,
  tx: Tx,
  of: { readonly kind: 'grid' | 'community'; readonly id: string },
): Promise<HomeNeeds[]> => selectHomeNeeds(tx, { column: `${of.kind}_id`, id: of.id }, todayOf(ctx))

/** One home, or null where nobody lives there, or it is no dwelling. */
export const needsOfHome = async (ctx: Ctx, tx: Tx, homeId: string): Promise<HomeNeeds | null> =>
  (await selectHomeNeeds(tx, { column: 'id', id: homeId }, todayOf(ctx)))[0] ?? null

/** A home that the asker sees. Refuses `not_found`. */
export const homeAt = (tx: Tx, homeId: string): Promise<Home> => loadHome(tx, homeId)

/** How a home's address is shown. */
export const homePlace = async (
  ctx: Pick<Ctx, 'district'>,
  home: { readonly homeId: string; readonly label: string; readonly buildingId: string },
): Promise<HomePlace> => sayPlace(await atlasOf(ctx), { id: home.homeId, ...home })

/** Puts on record that the asker reads what is written of visits to a home: at each who lives there. */
export async function noteVisitLooks(ctx: Ctx, tx: Tx, homeId: string): Promise<void> {
  const dwellers: readonly Dweller[] = await selectDwellers(tx, homeId)
  for (const dweller of dwellers) await notePersonLook(ctx, tx, 'visits', dweller)
}

/** Where a person lived or owned, then and now. As the program itself. */
export function staysOf(ctx: Ctx, tx: Tx, personId: string): Promise<Stay[]> {
  ctx.must('rights.answer')
  return selectStays(tx, personId)
}
