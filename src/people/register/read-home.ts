import { atlasOf } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { mayAct } from '../permission.rule.ts'
import { maskPhone } from '../phone.rule.ts'
import { ageOn, isChild } from './age.rule.ts'
import { type Home, loadHome, selectHomes } from './home.sql.ts'
import { takeBackSince } from './move-person.ts'
import { type Occupancy, occupanciesOfHome } from './occupancy.sql.ts'
import { loadPersons, type Person } from './person.sql.ts'
import { todayOf } from './person-facts.ts'
import { sayPlace } from './place.ts'
import type { HomeCard, HomePage, HomeRow, ListHomes, PersonLine } from './read.contract.ts'

/** The homes of a building, in the order of their labels. */
export async function listHomes(ctx: Ctx, { buildingId, after, limit }: ListHomes): Promise<HomePage> {
  ctx.must('register.see')
  ctx.must('register.see', { path: (await atlasOf(ctx)).known(buildingId).path })
  const found = await ctx.read((tx) => selectHomes(tx, buildingId, { after, limit: limit + 1 }))
  const shown = found.slice(0, limit)
  return { rows: shown.map(toRow), next: found.length > limit ? shown.at(-1)!.labelKey : null }
}

const toRow = ({ id, label, use, living, renting, confirmedOn, seq }: Home): HomeRow => ({
  id,
  label,
  use,
  living,
  renting,
  confirmedOn,
  seq,
})

/** Who answers for a home comes first: its head, its owner, then whoever lives there. */
const rankOf = ({ relation, role, lives }: Occupancy): number =>
  relation === 'head' ? 0 : role === 'owner' ? 1 : lives ? 2 : 3

/** A person as a list shows them. */
export const personLine = (person: Person, today: string): PersonLine => ({
  personId: person.id,
  name: person.name ?? '',
  sex: person.sex,
  age: person.birthDay === null ? null : ageOn(person.birthDay, today),
  phoneMasked: person.phone && maskPhone(person.phone),
})

/**
 * A home with its people. Children under 14 are counted: who they are is read on their guardian's page (Care 4). Of
 * whoever moved on to a place that the asker does not see, only the day is left.
 */
export async function readHome(ctx: Ctx, id: string): Promise<HomeCard> {
  ctx.must('register.see')
  const atlas = await atlasOf(ctx)
  const today = todayOf(ctx)
  return ctx.read(async (tx) => {
    const home = await loadHome(tx, id)
    ctx.must('register.see', { path: home.reach })
    const stays = await occupanciesOfHome(tx, id, takeBackSince(ctx))
    const persons = await loadPersons(
      tx,
      stays.map(({ personId }) => personId),
    )
    const isNamed = (personId: string) => {
      const person = persons.get(personId)
      return person !== undefined && person.name !== null && !isChild(person.birthDay, today)
    }
    const here = stays.filter(({ toDay }) => toDay === null)
    return {
      home: toRow(home),
      place: sayPlace(atlas, home),
      people: here
        .filter(({ personId }) => isNamed(personId))
        .sort((one, other) => rankOf(one) - rankOf(other))
        .map(({ id: occupancyId, personId, role, lives, relation, householdId, fromDay }) => ({
          ...personLine(persons.get(personId)!, today),
          occupancyId,
          role,
          lives,
          relation,
          householdId,
          fromDay,
        })),
      children: here.filter(
        ({ lives, personId }) => lives && isChild(persons.get(personId)?.birthDay ?? null, today),
      ).length,
      left: stays.flatMap(({ id: occupancyId, personId, toDay }) =>
        toDay === null
          ? []
          : [{ occupancyId, personId, name: isNamed(personId) ? persons.get(personId)!.name : null, toDay }],
      ),
      endedOn: home.endedOn,
      can: { update: home.endedOn === null && mayAct(ctx.who, 'register.update', { path: home.reach }) },
    }
  })
}
