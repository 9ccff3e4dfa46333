import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { ListUnits, UnitPage } from './contract.ts'
import { selectUnits } from './units.sql.ts'

/** Units by page, for staff: who could be named in a dispatch, a post or a search. */
export async function listUnits(ctx: Ctx, query: ListUnits): Promise<UnitPage> {
  if (ctx.who.kind === 'anonymous') throw new Refusal('sign_in_needed')
  if (ctx.who.kind === 'resident') throw new Refusal('not_permitted', { act: 'unit.see' })
  const units = await ctx.read((tx) => selectUnits(tx, query))
  return { units, next: units.length === query.limit ? units.at(-1)!.code : null }
}
