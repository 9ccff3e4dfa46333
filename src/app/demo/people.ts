import { invitedResident, openAccounts } from '../../people/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { demoPassword, residentPhone } from './accounts.ts'
import type { Actor, Company, PlaceByCode } from './cast.ts'
import { residentCount } from './plan-cases.ts'
import type { DemoStaff } from './staff.ts'

/** Opens the accounts of all staff and of a few residents, and returns them as they act. */
export async function openCompany(
  ctx: Ctx,
  staff: readonly DemoStaff[],
  places: PlaceByCode,
  unitIds: ReadonlyMap<string, string>,
): Promise<Company> {
  const listed = staff.map((one) => ({ one, post: postOf(one, places, unitIds) }))
  const opened = await openAccounts(
    ctx,
    listed.map(({ one, post }) => ({ accountName: one.accountName, name: one.name, posts: [post] })),
    demoPassword,
  )
  const actors = listed.map(({ one, post }, at) => {
    const { accountId, postIds } = opened[at]!
    const { kind, unitId, areaId } = post
    const posts = [{ id: postIds[0]!, kind, unitId, areaId }]
    return { one, actor: { id: accountId, kind: 'staff', name: one.name, posts } satisfies Actor }
  })
  const desks = actors.filter(({ one }) => one.unitCode !== null && !besideTheDesk.has(one.kind))
  const residents: Actor[] = []
  for (let at = 0; at < residentCount; at++)
    residents.push(await invitedResident(ctx, String(Number(residentPhone) + at)))
  return {
    district: ctx.district,
    log: ctx.log,
    places,
    byUnit: new Map(desks.map(({ one, actor }) => [unitIds.get(one.unitCode!)!, actor])),
    byUnitCode: new Map(desks.map(({ one, actor }) => [one.unitCode!, actor])),
    byGrid: new Map(
      actors.filter(({ one }) => one.kind === 'grid_worker').map(({ one, actor }) => [one.areaCode, actor]),
    ),
    heads: new Map(
      actors.filter(({ one }) => one.kind === 'unit_head').map(({ one, actor }) => [one.unitCode!, actor]),
    ),
    residents,
  }
}

const besideTheDesk: ReadonlySet<string> = new Set(['grid_worker', 'unit_head'])

function postOf(one: DemoStaff, places: PlaceByCode, unitIds: ReadonlyMap<string, string>) {
  return {
    kind: one.kind,
    areaId: places.get(one.areaCode)!.id,
    unitId: one.unitCode === null ? null : unitIds.get(one.unitCode)!,
    publicName: one.publicPhone === null ? null : one.name,
    publicPhone: one.publicPhone,
  }
}
