import { type Atlas, atlasOf } from '../areas/door.ts'
import { unitNames } from '../organisations/door.ts'
import type { Ctx, WhoPost } from '../platform/ctx.ts'
import { isSetUp } from './account.sql.ts'
import type { Me, PostKind } from './contract.ts'
import { actsOf } from './permission.rule.ts'

/** Who asks and what they may do here; for the anonymous the public acts. */
export async function readMe(ctx: Ctx): Promise<Me> {
  const { who, district } = ctx
  const atlas = await atlasOf(ctx)
  const own = atlas.isEmpty ? null : atlas.district
  const { units, needsSetUp } = await ctx.read(async (tx) => ({
    needsSetUp: !(await isSetUp(tx)),
    units: await unitNames(
      tx,
      who.posts.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
    ),
  }))
  const hasAccount = who.kind === 'staff' || who.kind === 'resident'
  return {
    account: hasAccount ? { id: who.accountId!, kind: who.kind, name: who.name ?? '' } : null,
    // A program's key stands in the place of a post, and is none.
    posts: who.posts.filter(({ kind }) => kind !== 'service').map((post) => namedPost(atlas, units, post)),
    acts: actsOf(who),
    district: {
      id: district.id,
      areaId: own?.id ?? null,
      // The map's name is the one that set-up and imports keep; the directory's is what the installer was told.
      nameZh: own?.nameZh ?? district.nameZh,
      nameEn: own?.nameEn ?? district.nameEn,
      demonstration: district.demonstration,
      needsSetUp,
    },
  }
}

function namedPost(
  atlas: Atlas,
  units: Awaited<ReturnType<typeof unitNames>>,
  { id, kind, unitId, areaId, lentBy }: WhoPost,
): Me['posts'][number] {
  const unit = unitId === null ? undefined : units.get(unitId)
  const { kind: areaKind, nameZh, nameEn } = atlas.known(areaId)
  return {
    id,
    kind: kind as PostKind,
    unit: unit ? { id: unit.id, nameZh: unit.zh, nameEn: unit.en } : null,
    area: { id: areaId, kind: areaKind, nameZh, nameEn },
    lentBy: lentBy ? { name: lentBy.name, until: lentBy.until } : null,
  }
}
