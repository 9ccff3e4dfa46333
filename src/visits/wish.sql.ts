import { Refusal } from '../kernel/refusal.ts'
import type { Tx } from '../platform/transaction.ts'
import type { NewVisit } from './visit.sql.ts'

export interface Wish {
  readonly id: string
  readonly homeId: string
  readonly visitId: string
  readonly reach: readonly string[]
  readonly communityId: string
  readonly saidOn: string
  readonly seq: number
}

const columns = [
  'id',
  'home_id as homeId',
  'visit_id as visitId',
  'reach',
  'community_id as communityId',
  'said_on as saidOn',
  'seq',
] as const

const standing = (tx: Tx) => tx.db.selectFrom('visit_wishes').select(columns).where('ended_on', 'is', null)

/** The wish that stands of a home; null where there is none. */
export const wishOfHome = async (tx: Tx, homeId: string): Promise<Wish | null> =>
  (await standing(tx).where('home_id', '=', homeId).executeTakeFirst()) ?? null

/** The wish said at a visit, where it stands. */
export const wishOfVisit = async (tx: Tx, visitId: string): Promise<Wish | null> =>
  (await standing(tx).where('visit_id', '=', visitId).executeTakeFirst()) ?? null

/** The wish. Refuses `not_found` where the asker does not see it, or it has ended. */
export async function loadWish(tx: Tx, id: string): Promise<Wish> {
  const row = await standing(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'visit_wish' })
  return row
}

/** Notes a wish; false where one stands already. */
export async function insertWish(
  tx: Tx,
  id: string,
  visit: Pick<NewVisit, 'id' | 'homeId' | 'buildingId' | 'reach' | 'communityId' | 'day'>,
): Promise<boolean> {
  const row = await tx.db
    .insertInto('visit_wishes')
    .values({
      id,
      home_id: visit.homeId,
      building_id: visit.buildingId,
      reach: [...visit.reach],
      community_id: visit.communityId,
      visit_id: visit.id,
      said_on: visit.day,
      seq: 1,
    })
    .onConflict((oc) => oc.column('home_id').where('ended_on', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends a wish on a day and returns its new `seq`. */
export async function endWishRow(
  tx: Tx,
  { id, seq }: Pick<Wish, 'id' | 'seq'>,
  onDay: string,
): Promise<number> {
  const row = await tx.db
    .updateTable('visit_wishes')
    .set({ ended_on: onDay, seq: seq + 1 })
    .where('id', '=', id)
    .where('seq', '=', seq)
    .where('ended_on', 'is', null)
    .returning('seq')
    .executeTakeFirst()
  if (!row) throw new Refusal('withdrawn_already')
  return row.seq
}
