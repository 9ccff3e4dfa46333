import { atlasOf } from '../areas/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { ContactShare, CountDistrictVisits, DistrictVisits } from './contract.ts'
import { daysOf } from './count-visits.ts'
import { countContacts } from './plan.sql.ts'
import { heldTwice } from './share.rule.ts'

/** Visits of a month and the share of contacts in person in the whole district, by street. It looks at no home. */
export async function countDistrict(ctx: Ctx, { month }: CountDistrictVisits): Promise<DistrictVisits> {
  ctx.must('register.count')
  const atlas = await atlasOf(ctx)
  ctx.must('register.count', { path: atlas.district.path })
  const named = month ?? dayOf(ctx.clock.now(), ctx.district.timeZone).slice(0, 7)
  const streets = atlas.partsOf(atlas.district.id).filter(({ kind }) => kind === 'street')
  const communities = streets.map(({ id }) =>
    atlas.partsOf(id).flatMap((part) => (part.kind === 'community' ? [part.id] : [])),
  )
  const counted = await ctx.read((tx) => countContacts(tx, 'community_id', communities.flat(), daysOf(named)))
  const byId = new Map(counted.map((one) => [one.areaId, one]))
  const of = (count: 'atDoor' | 'contacts' | 'inPerson'): number[][] =>
    communities.map((ids) => ids.map((id) => byId.get(id)?.[count] ?? 0))
  const atDoor = heldTwice(of('atDoor'))
  const contacts = heldTwice(of('contacts'))
  const inPerson = of('inPerson').map(sum)
  const share = (all: number | null, met: number): ContactShare => ({
    contacts: all,
    inPerson: all === null ? null : met,
  })
  return {
    month: named,
    parts: streets.map(({ id, kind, nameZh, nameEn }, at) => ({
      area: { id, kind, nameZh, nameEn },
      atDoor: atDoor.parts[at]!,
      share: share(contacts.parts[at]!, inPerson[at]!),
    })),
    whole: { atDoor: atDoor.whole, share: share(contacts.whole, sum(inPerson)) },
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
