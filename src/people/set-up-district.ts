import { atlasOf, importAreas } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isSetUp } from './account.sql.ts'
import type { OpenedAccount, SetUp } from './contract.ts'
import { openAccount } from './open-account.ts'
import { systemCtx } from './system-ctx.ts'

/**
 * The first steps in an empty installation: the district's own area and its first administrator. Open to whoever
 * comes first, and then never again: `district_already_set_up`. Of two at once one wins.
 */
export async function setUpDistrict(ctx: Ctx, body: SetUp): Promise<OpenedAccount> {
  if (await ctx.read(isSetUp)) throw new Refusal('district_already_set_up')
  const system = systemCtx(ctx)
  const areaId = await enterDistrictArea(system, body)
  const { accountName, password, name } = body
  const posts = [{ kind: 'administrator' as const, areaId }]
  return openAccount(system, { accountName, password, name, posts }, { asFirst: true })
}

/** The district's own area, entered where no list of areas came in before. */
async function enterDistrictArea(ctx: Ctx, body: SetUp): Promise<string> {
  const { districtNameZh: nameZh, districtNameEn = '', districtCode } = body
  if ((await atlasOf(ctx)).isEmpty) {
    const code = districtCode.padEnd(12, '0')
    const nameEn = districtNameEn || nameZh
    await importAreas(ctx, [{ code, kind: 'district', nameZh, nameEn, parentCode: null }])
  }
  return (await atlasOf(ctx)).district.id
}
