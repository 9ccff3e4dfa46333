import type { UnitKind } from '../organisations/contract.ts'
import { addUnit } from '../organisations/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { PlaceName, WorldPlace } from './world-places.ts'

/** The units of the small district: name, kind, line, Chinese name, place served, unit above. */
const rows = [
  ['centre', 'centre', 'general', '区社会治理中心', 'district', null],
  ['urban', 'department', 'urban_management', '区城管局', 'district', null],
  ['water', 'department', 'water', '区水务局', 'district', null],
  ['team1', 'street_team', 'urban_management', '东渡街道城管中队', 'street1', 'urban'],
  ['team2', 'street_team', 'urban_management', '西塘街道城管中队', 'street2', 'urban'],
  ['office1', 'street_office', 'general', '东渡街道办事处', 'street1', null],
  ['office2', 'street_office', 'general', '西塘街道办事处', 'street2', null],
  ['committee1', 'community', 'general', '柳巷社区居委会', 'community1', 'office1'],
  ['committee2', 'community', 'general', '石桥社区居委会', 'community2', 'office1'],
  ['committee3', 'community', 'general', '荷塘社区居委会', 'community3', 'office2'],
  ['services1', 'service_centre', 'general', '东渡街道便民服务中心', 'street1', 'office1'],
  ['services2', 'service_centre', 'general', '西塘街道便民服务中心', 'street2', 'office2'],
  ['property1', 'property_firm', 'general', '柳岸物业', 'estate1', null],
] as const satisfies readonly (readonly [string, UnitKind, string, string, PlaceName, string | null])[]

export type UnitName = (typeof rows)[number][0]

/** Enters the small district's units and returns their ids by name. */
export async function enterUnits(
  ctx: Ctx,
  places: Readonly<Record<PlaceName, WorldPlace>>,
): Promise<Record<UnitName, string>> {
  const ids = new Map<string, string>()
  for (const [name, kind, line, nameZh, place, parent] of rows) {
    const parentId = parent === null ? null : ids.get(parent)!
    const unit = { code: name, kind, line, nameZh, nameEn: name, parentId, areaId: places[place].id }
    ids.set(name, (await addUnit(ctx, unit)).id)
  }
  return Object.fromEntries(ids) as Record<UnitName, string>
}
