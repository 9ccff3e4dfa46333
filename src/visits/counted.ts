import type { Area } from '../areas/contract.ts'
import type { Atlas } from '../areas/door.ts'
import { monthDays } from '../kernel/month.ts'
import type { Tx } from '../platform/transaction.ts'
import type { ContactShare } from './contract.ts'
import { countContacts, type MonthCount } from './plan.sql.ts'
import type { Branch } from './share.rule.ts'

export type Count = Exclude<keyof MonthCount, 'areaId'>

/** Its grids, and last itself: for homes that lie in none. */
export const gridsOf = (atlas: Atlas, community: Area): Area[] => [
  ...atlas.partsOf(community.id).filter(({ kind }) => kind === 'grid'),
  community,
]

/** What was counted in a month (YYYY-MM) in these communities: of each, by its grids. */
export async function countIn(
  tx: Tx,
  atlas: Atlas,
  communities: readonly Area[],
  month: string,
): Promise<(community: Area, count: Count) => Branch> {
  const ids = communities.map(({ id }) => id)
  const rowsBy = async (by: 'grid_id' | 'community_id') =>
    new Map((await countContacts(tx, by, ids, monthDays(month))).map((row) => [row.areaId, row]))
  const [byGrid, byCommunity] = [await rowsBy('grid_id'), await rowsBy('community_id')]
  return (community, count) => {
    const own = gridsOf(atlas, community).map(({ id }) => ({ count: byGrid.get(id)?.[count] ?? 0, own: [] }))
    const all = byCommunity.get(community.id)?.[count] ?? 0
    // What was done in grids that are no more.
    const rest = all - own.reduce((sum, one) => sum + one.count, 0)
    return { count: all, own: rest > 0 ? [...own, { count: rest, own: [] }] : own }
  }
}

/** A share, where its contacts may be said. */
export const shareOf = (contacts: number | null, inPerson: number): ContactShare => ({
  contacts,
  inPerson: contacts === null ? null : inPerson,
})
