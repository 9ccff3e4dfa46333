import type { PostKind } from '../people/contract.ts'
import { hashPassword, openAccount } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { PlaceName, WorldPlace } from './world-places.ts'
import type { UnitName } from './world-units.ts'

export const worldPassword = 'wangjiang-2026'

/** Who works in the small district: name to sign in with, post, place, unit. */
const rows = [
  ['administrator', 'administrator', 'district', null],
  ['centre', 'centre', 'district', 'centre'],
  ['street', 'street_desk', 'street1', 'office1'],
  ['street2', 'street_desk', 'street2', 'office2'],
  ['community', 'community_desk', 'community1', 'committee1'],
  ['community2', 'community_desk', 'community2', 'committee2'],
  ['community3', 'community_desk', 'community3', 'committee3'],
  /** Of the street team of urban management in street 1. */
  ['team', 'unit_desk', 'street1', 'team1'],
  ['head', 'unit_head', 'street1', 'team1'],
  ['team2', 'unit_desk', 'street2', 'team2'],
  /** Of the district's department of urban management. */
  ['department', 'unit_desk', 'district', 'urban'],
  ['water', 'unit_desk', 'district', 'water'],
  ['property', 'unit_desk', 'estate1', 'property1'],
  ['worker', 'grid_worker', 'grid1', 'committee1'],
  ['worker2', 'grid_worker', 'grid2', 'committee1'],
  ['evaluator', 'evaluator', 'district', null],
] as const satisfies readonly (readonly [string, PostKind, PlaceName, UnitName | null])[]

export type StaffName = (typeof rows)[number][0]

export interface WorldStaff {
  readonly accountId: string
  readonly postId: string
}

let hashed: Promise<string> | undefined

/** Opens the staff accounts of the small district, all with one password. */
export async function openStaff(
  ctx: Ctx,
  places: Readonly<Record<PlaceName, WorldPlace>>,
  units: Readonly<Record<UnitName, string>>,
): Promise<Record<StaffName, WorldStaff>> {
  hashed ??= hashPassword(worldPassword)
  const passwordHash = await hashed
  const opened: [StaffName, WorldStaff][] = []
  for (const [name, kind, place, unit] of rows) {
    const isPublic = kind === 'grid_worker'
    const post = {
      kind,
      areaId: places[place].id,
      unitId: unit && units[unit],
      publicName: isPublic ? '小周' : null,
      publicPhone: isPublic ? '0999-8880001' : null,
    }
    const account = { accountName: name, password: worldPassword, name, posts: [post] }
    const { accountId, postIds } = await openAccount(ctx, account, { passwordHash })
    opened.push([name, { accountId, postId: postIds[0]! }])
  }
  return Object.fromEntries(opened) as Record<StaffName, WorldStaff>
}
