import { makeLinks, takeInBodies } from '../../people/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { DemoBodies } from './bodies.ts'
import type { PlaceByCode } from './cast.ts'

/** Founds the bodies of the demonstration, fills their offices and links people to places, as of the ctx's day. */
export async function tellBodies(
  ctx: Ctx,
  { bodies, terms, links }: DemoBodies,
  places: PlaceByCode,
  unitIds: ReadonlyMap<string, string>,
): Promise<void> {
  const today = Temporal.PlainDate.from(dayOf(ctx.clock.now(), ctx.district.timeZone))
  const monthsAgo = (months: number): string => today.subtract({ months }).toString()
  const { faults } = await takeInBodies(ctx, {
    bodies: bodies.map(({ foundedMonthsAgo, ...body }, at) => ({
      ...body,
      row: at,
      line: 'general',
      phone: null,
      foundedOn: monthsAgo(foundedMonthsAgo),
    })),
    offices: [],
    terms: terms.map(({ startsMonthsAgo, ...term }, at) => ({
      ...term,
      row: at,
      startsOn: monthsAgo(startsMonthsAgo),
      endsOn: null,
      endedOn: null,
      reason: null,
    })),
    faults: [],
  })
  if (faults.length > 0)
    throw new Error(`the demonstration's bodies do not fit: ${JSON.stringify(faults[0])}`)
  await makeLinks(
    ctx,
    links.map(({ areaCode, unitCode, startsMonthsAgo, ...link }) => ({
      ...link,
      areaId: places.get(areaCode)!.id,
      unitId: unitCode === null ? null : unitIds.get(unitCode)!,
      startsOn: monthsAgo(startsMonthsAgo),
    })),
  )
}
