import type { Area } from '../areas/contract.ts'
import { atlasOf, whereIs } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { findAnswering, findUnit } from '../organisations/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { NewPost } from './contract.ts'
import { postArea, postBody } from './post-place.contract.ts'

/**
 * Where a post stands and to which unit it belongs, as far as it was not said and is known all the same: a desk belongs to the
 * body that answers in its area, and a unit's post stands where the unit does. Refuses `area_unknown`, `unit_unknown`, and
 * `input_invalid` where no area can be known.
 */
export async function placeOfPost(
  ctx: Ctx,
  { kind, unitId, areaId }: Pick<NewPost, 'kind' | 'unitId' | 'areaId'>,
): Promise<{ readonly area: Area; readonly unitId: string | null }> {
  const { area } = await whereIs(ctx, { areaId: areaId ?? (await knownArea(ctx, kind, unitId ?? null)) })
  if (unitId !== undefined) return { area, unitId }
  const body = postBody[kind]
  const found = body ? await ctx.read((tx) => findAnswering(tx, `${body}:any`, area.path)) : null
  return { area, unitId: found?.unitId ?? null }
}

async function knownArea(ctx: Ctx, kind: NewPost['kind'], unitId: string | null): Promise<string> {
  if (postArea[kind] === 'district') return (await atlasOf(ctx)).district.id
  const unit = unitId && (await ctx.read((tx) => findUnit(tx, unitId)))
  if (unitId && !unit) throw new Refusal('unit_unknown')
  if (!unit) throw new Refusal('input_invalid', { field: 'areaId', rule: 'required' })
  return unit.areaId
}
