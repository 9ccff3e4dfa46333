import { atlasOf } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'

/** The chain of acts that concern the whole district: its own area. Refuses `area_unknown` before set-up. */
export async function districtChain(ctx: Pick<Ctx, 'district'>): Promise<string> {
  const atlas = await atlasOf(ctx)
  if (atlas.isEmpty) throw new Refusal('area_unknown')
  return atlas.district.id
}
