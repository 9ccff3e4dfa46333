import { atlasOf } from '../../areas/door.ts'
import { bodiesThatAct, mustBeStaff } from '../../organisations/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { attentionOf } from './attention.rule.ts'
import { crossCounts, inSeveralBodies } from './cross-offices.rule.ts'
import { type AskAttention, Attention, type AttentionPage, type CrossOffices } from './office.contract.ts'
import { placesOf } from './term-view.ts'
import { selectOfficesBelow, selectTermsBelow } from './terms.sql.ts'

/** What of an area's bodies needs attention, with counts of each kind, for staff. */
export async function listAttention(ctx: Ctx, asked: AskAttention): Promise<AttentionPage> {
  mustBeStaff(ctx)
  const atlas = await atlasOf(ctx)
  const area = asked.areaId === undefined ? atlas.district : atlas.known(asked.areaId)
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const { offices, terms } = await ctx.read(async (tx) => ({
    offices: await selectOfficesBelow(tx, area.id),
    terms: await selectTermsBelow(tx, area.id),
  }))
  const all = attentionOf(offices, terms, today)
  const counts = Object.fromEntries(
    Attention.options.map((what) => [what, all.filter((matter) => matter.what === what).length]),
  ) as AttentionPage['counts']
  const found = asked.what === undefined ? all : all.filter(({ what }) => what === asked.what)
  const end = asked.after + asked.limit
  return {
    counts,
    rows: found.slice(asked.after, end).map(({ what, office, holders, day }) => ({
      what,
      body: { id: office.body.id, nameZh: office.body.nameZh, nameEn: office.body.nameEn },
      way: atlas.stepsOf(atlas.known(office.body.areaId)).slice(1),
      office: { id: office.id, nameZh: office.nameZh, nameEn: office.nameEn },
      holders: [...holders],
      day,
      seats: what === 'too_many' ? office.seats : null,
    })),
    next: end < found.length ? String(end) : null,
  }
}

const listedPeople = 200

/** Who holds offices in several bodies of an area, and how far committees and their neighbours are interwoven. */
export async function crossOffices(ctx: Ctx, areaId: string | undefined): Promise<CrossOffices> {
  mustBeStaff(ctx)
  const atlas = await atlasOf(ctx)
  const area = areaId === undefined ? atlas.district : atlas.known(areaId)
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const { terms, bodies } = await ctx.read(async (tx) => ({
    terms: await selectTermsBelow(tx, area.id),
    bodies: await bodiesThatAct(tx, ['party_committee', 'property_firm']),
  }))
  const held = terms.filter(({ startsOn }) => startsOn <= today)
  const here = bodies.filter((body) => atlas.known(body.areaId).path.includes(area.id))
  const of = (kind: string, areaKind: string | null) =>
    new Set(
      here
        .filter((body) => body.kind === kind)
        .filter((body) => areaKind === null || atlas.known(body.areaId).kind === areaKind)
        .map(({ id }) => id),
    )
  const several = inSeveralBodies(held)
  return {
    ...crossCounts(held, {
      partyCommittees: of('party_committee', 'community'),
      firms: of('property_firm', null),
    }),
    people: several.slice(0, listedPeople).map((own) => ({
      holder: own[0]!.holder,
      offices: placesOf(own).map((place, at) => ({
        ...place,
        body: { ...place.body, kind: own[at]!.body.kind },
      })),
    })),
    more: Math.max(0, several.length - listedPeople),
  }
}
