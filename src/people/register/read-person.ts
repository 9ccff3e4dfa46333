import { atlasOf } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { mayAct } from '../permission.rule.ts'
import { ageOn, isChild } from './age.rule.ts'
import { consentsOf, flagsOf } from './consent.sql.ts'
import { loadHomes } from './home.sql.ts'
import { notePersonLook } from './note-look.ts'
import { occupanciesOfPersons } from './occupancy.sql.ts'
import { childrenOf, loadPerson, loadPersons, type Person } from './person.sql.ts'
import { todayOf } from './person-facts.ts'
import { sayPlace } from './place.ts'
import type { PersonCard } from './read.contract.ts'

/**
 * A person's page. That it was opened is noted, once a day and asker. A child's page is for whoever may update it there.
 * Refuses `not_found` where the asker does not see the person.
 */
export async function readPerson(ctx: Ctx, id: string): Promise<PersonCard> {
  ctx.must('register.see')
  const today = todayOf(ctx)
  return ctx.transaction(async (tx) => {
    const person = await loadPerson(tx, id)
    const place = { path: person.reach }
    ctx.must(isChild(person.birthDay, today) ? 'register.update' : 'register.see', place)
    await notePersonLook(ctx, tx, 'page', person)
    return {
      ...(await personWhole(ctx, tx, person)),
      can: {
        update: person.name !== null && mayAct(ctx.who, 'register.update', place),
        seeIdentity: mayAct(ctx.who, 'register.see_identity', place),
      },
    }
  })
}

/** All that is written of a person, as the transaction sees it. Whether the asker may see it was decided before. */
export async function personWhole(ctx: Ctx, tx: Tx, person: Person): Promise<Omit<PersonCard, 'can'>> {
  const today = todayOf(ctx)
  const { id } = person
  return {
    id,
    seq: person.seq,
    name: person.name,
    sex: person.sex,
    birthDay: person.birthDay,
    age: person.birthDay === null ? null : ageOn(person.birthDay, today),
    phone: person.phone,
    registerKind: person.registerKind,
    identityEnd: person.identity?.end ?? null,
    demonstration: person.demonstration,
    ...(await familyOf(tx, person, today)),
    homes: await homesOf(ctx, tx, id),
    consents: await consentsOf(tx, id),
    care: (await flagsOf(tx, id)).map(
      ({ id: flagId, kind, reason, startsOn, endsOn, reviewedOn, endedOn }) => ({
        id: flagId,
        kind,
        reason,
        startsOn,
        endsOn: endedOn ?? endsOn,
        reviewedOn,
        over: endedOn !== null || endsOn <= today,
      }),
    ),
  }
}

async function familyOf(
  tx: Tx,
  { id, guardianId }: Person,
  today: string,
): Promise<Pick<PersonCard, 'guardian' | 'children'>> {
  const guardian = guardianId === null ? undefined : (await loadPersons(tx, [guardianId])).get(guardianId)
  const children = await childrenOf(tx, id)
  return {
    guardian: guardian ? { personId: guardian.id, name: guardian.name } : null,
    children: children
      .filter(({ birthDay, name }) => name !== null && isChild(birthDay, today))
      .map((child) => ({
        personId: child.id,
        name: child.name,
        age: child.birthDay === null ? null : ageOn(child.birthDay, today),
      })),
  }
}

async function homesOf(ctx: Ctx, tx: Tx, personId: string): Promise<PersonCard['homes']> {
  const atlas = await atlasOf(ctx)
  const stays = await occupanciesOfPersons(tx, [personId])
  const homes = await loadHomes(
    tx,
    stays.map(({ homeId }) => homeId),
  )
  return stays.map(({ id: occupancyId, homeId, role, lives, relation, fromDay, toDay }) => {
    const home = homes.get(homeId)
    return { occupancyId, place: home ? sayPlace(atlas, home) : null, role, lives, relation, fromDay, toDay }
  })
}
