import { atlasOf } from '../areas/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { CountDistrictVisits, DistrictVisits } from './contract.ts'
import { type Count, countIn, shareOf } from './counted.ts'
import { type Branch, heldInAll } from './share.rule.ts'

/** Visits of a month and the share of contacts in person in the whole district, by street. It looks at no home. */
export async function countDistrict(ctx: Ctx, { month }: CountDistrictVisits): Promise<DistrictVisits> {
  ctx.must('register.count')
  const atlas = await atlasOf(ctx)
  ctx.must('register.count', { path: atlas.district.path })
  const named = month ?? dayOf(ctx.clock.now(), ctx.district.timeZone).slice(0, 7)
  const streets = atlas.partsOf(atlas.district.id).filter(({ kind }) => kind === 'street')
  const communities = streets.map(({ id }) => atlas.partsOf(id).filter(({ kind }) => kind === 'community'))
  const branchOf = await ctx.read((tx) => countIn(tx, atlas, communities.flat(), named))
  const of = (count: Count): Branch[] =>
    communities.map((ofStreet) => {
      const own = ofStreet.map((one) => branchOf(one, count))
      return { count: sum(own.map((one) => one.count)), own }
    })
  const [atDoor, contacts] = [heldInAll(of('atDoor')), heldInAll(of('contacts'))]
  const inPerson = of('inPerson').map(({ count }) => count)
  return {
    month: named,
    parts: streets.map(({ id, kind, nameZh, nameEn }, at) => ({
      area: { id, kind, nameZh, nameEn },
      atDoor: atDoor.parts[at]!,
      share: shareOf(contacts.parts[at]!, inPerson[at]!),
    })),
    whole: { atDoor: atDoor.whole, share: shareOf(contacts.whole, sum(inPerson)) },
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
