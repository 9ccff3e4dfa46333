import { randomBytes } from 'node:crypto'
import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { HomeUse, OccupancyRole, RegisterKind, Sex } from './contract.ts'
import { registerLine } from './events.ts'
import { insertHomes, type NewHome } from './home.sql.ts'
import { homeLabelKey } from './home-label.rule.ts'
import { insertOccupancies, type NewOccupancy } from './occupancy.sql.ts'
import { insertPersons, type NewPerson } from './person.sql.ts'
import { commitToFacts, factsOf, identityOf } from './person-facts.ts'
import { registerPlace } from './place.ts'
import { settle } from './settle.ts'

/** Somebody who belongs to a home that is entered. */
export interface PersonToEnter {
  readonly name: string
  readonly sex: Sex | null
  readonly birthDay: string | null
  readonly phone: string | null
  readonly registerKind: RegisterKind
  readonly identity: string | null
  /** Place of the guardian among the people of the same home, before this one; null for grown-ups. */
  readonly guardian: number | null
  readonly role: OccupancyRole
  readonly lives: boolean
  readonly fromDay: string
}

export interface HomeToEnter {
  readonly buildingId: string
  readonly label: string
  readonly use: HomeUse
  readonly people: readonly PersonToEnter[]
}

export interface EnteredHome {
  readonly homeId: string
  /** In the order of the people given. */
  readonly personIds: readonly string[]
}

/**
 * Enters homes that nobody entered yet, with people whom nobody knows yet, in one transaction: all of them or none.
 * Refuses what entering each by hand would refuse.
 */
export async function enterMany(
  ctx: Ctx,
  homes: readonly HomeToEnter[],
  importId: string | null = null,
): Promise<EnteredHome[]> {
  ctx.must('register.import')
  const atlas = await atlasOf(ctx)
  const rows = homes.map((home) => {
    const place = registerPlace(atlas, home.buildingId)
    ctx.must('register.import', { path: place.path })
    const labelKey = homeLabelKey(home.label)
    if (labelKey === '') throw new Refusal('input_invalid', { field: 'label' })
    const { label, use } = home
    const row: NewHome = { id: idOf(ctx), label, labelKey, use, place, importId }
    return { row, ...peopleOf(ctx, row, home.people) }
  })
  const persons = rows.flatMap((one) => one.persons)
  const occupancies = rows.flatMap((one) => one.occupancies)
  const homeIds = rows.map(({ row }) => row.id)
  await ctx.transaction(async (tx) => {
    await insertHomes(
      tx,
      rows.map(({ row }) => row),
    )
    await insertPersons(tx, persons)
    await insertOccupancies(tx, occupancies)
    for (const { row } of rows) {
      const data = { buildingId: row.place.areaId, importId }
      tx.record(registerLine('home.added', { chain: row.place.communityId, subject: row.id, seq: 1, data }))
    }
    for (const person of persons) {
      const data = { commit: commitToFacts(person.salt!, person), importId }
      tx.record(
        registerLine('person.entered', { chain: person.communityId, subject: person.id, seq: 1, data }),
      )
    }
    for (const { id, personId, homeId, role, lives, fromDay, communityId: chain } of occupancies) {
      const data = { personId, homeId, role, lives, fromDay, importId }
      tx.record(registerLine('person.moved_in', { chain, subject: id, seq: 1, data }))
    }
    await settle(
      ctx,
      tx,
      persons.map(({ id }) => id),
      homeIds,
    )
  })
  return rows.map(({ row, persons: people }) => ({ homeId: row.id, personIds: people.map(({ id }) => id) }))
}

const idOf = (ctx: Pick<Ctx, 'clock'>): string => newId(ctx.clock.now().epochMilliseconds)

function peopleOf(
  ctx: Ctx,
  { id: homeId, place, importId }: NewHome,
  people: readonly PersonToEnter[],
): { persons: NewPerson[]; occupancies: NewOccupancy[] } {
  const { path: reach, communityId, gridId } = place
  const ids = people.map(() => idOf(ctx))
  const persons = people.map((person, index): NewPerson => {
    const guardianId = person.guardian === null ? null : (ids[person.guardian] ?? null)
    const identity = person.identity === null ? null : identityOf(ctx, person.identity)
    const id = ids[index]!
    const { demonstration } = ctx.district
    const facts = factsOf(ctx, id, { ...person, guardianId, identity })
    return { id, ...facts, salt: randomBytes(16), reach, communityId, demonstration, importId }
  })
  const occupancies = people.map(({ role, lives, fromDay }, index): NewOccupancy => {
    const personId = ids[index]!
    return { id: idOf(ctx), personId, homeId, role, lives, fromDay, reach, communityId, gridId, importId }
  })
  return { persons, occupancies }
}
