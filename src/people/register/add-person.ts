import { randomBytes } from 'node:crypto'
import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import type { Tx } from '../../platform/transaction.ts'
import { about } from './about.ts'
import { isChild } from './age.rule.ts'
import type { AddedPerson, AddPerson, ChangePerson, RegisterReceipt } from './contract.ts'
import { registerLine } from './events.ts'
import { type Home, loadHome } from './home.sql.ts'
import { identityKeysOf } from './identity-keys.ts'
import type { IdentityNumber } from './identity-number.rule.ts'
import { identityHash, openIdentity } from './identity-seal.rule.ts'
import { enterHome } from './move-person.ts'
import { plainName } from './name-keys.ts'
import {
  insertPersons,
  loadKnownPerson,
  loadPerson,
  type Person,
  personByIdentity,
  savePerson,
} from './person.sql.ts'
import { commitToFacts, factsOf, identityOf, mustAgree, todayOf } from './person-facts.ts'
import { settle } from './settle.ts'
import { keepVersions } from './version.sql.ts'

/**
 * Somebody new at a home. Whose identity number the district knows under the same name is the same person, who moves
 * here with all that is kept of them; under another name it is refused: `identity_in_use`. The answer does not say which
 * of the two it was. Refuses what `factsOf` and `enterHome` refuse.
 */
export async function addPerson(ctx: Ctx, homeId: string, input: AddPerson): Promise<AddedPerson> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { homeId }), async (tx) => {
    const home = await loadHome(tx, homeId)
    ctx.must('register.update', { path: home.reach })
    const identity = input.identity === null ? null : identityOf(ctx, input.identity)
    if (identity) mustAgree(identity, input)
    if (input.guardianId !== null) await guardianFor(ctx, tx, input.guardianId)
    const known = identity && (await knownByNumber(ctx, tx, identity, input.name))
    const personId = known?.id ?? (await enterPerson(ctx, tx, home, input, identity))
    return { personId, occupancyId: await enterHome(ctx, tx, home, personId, input) }
  })
}

/** Refuses `not_found` where the asker does not see the guardian, `guardian_needed` where that is a child too. */
async function guardianFor(ctx: Ctx, tx: Tx, guardianId: string): Promise<void> {
  const guardian = await loadKnownPerson(tx, guardianId)
  if (isChild(guardian.birthDay, todayOf(ctx))) throw new Refusal('guardian_needed', { field: 'guardianId' })
}

async function knownByNumber(
  ctx: Ctx,
  tx: Tx,
  { number }: IdentityNumber,
  name: string,
): Promise<Person | null> {
  await tx.widenRegister((await atlasOf(ctx)).district.id)
  const known = await personByIdentity(tx, identityHash(identityKeysOf(ctx.district), number))
  if (known && plainName(known.name ?? '') !== plainName(name))
    throw new Refusal('identity_in_use', { field: 'identity' })
  return known
}

async function enterPerson(
  ctx: Ctx,
  tx: Tx,
  { reach, communityId }: Home,
  input: AddPerson,
  identity: IdentityNumber | null,
): Promise<string> {
  const id = newId(ctx.clock.now().epochMilliseconds)
  const facts = factsOf(ctx, id, { ...input, identity })
  const salt = randomBytes(16)
  const { demonstration } = ctx.district
  await insertPersons(tx, [{ id, ...facts, salt, reach, communityId, demonstration, importId: null }])
  const data = { commit: commitToFacts(salt, facts), importId: null }
  tx.record(registerLine('person.entered', { chain: communityId, subject: id, seq: 1, data }))
  return id
}

/** The number that is kept of a person, opened. */
const numberOf = (ctx: Ctx, { id, identity }: Person): IdentityNumber | null =>
  identity && identityOf(ctx, openIdentity(identityKeysOf(ctx.district), id, identity.sealed))

/** Corrects what is written of a person. Refuses `version_conflict`, and what `factsOf` refuses. */
export async function changePerson(ctx: Ctx, id: string, input: ChangePerson): Promise<RegisterReceipt> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { id }), async (tx) => {
    const before = await loadPerson(tx, id)
    ctx.must('register.update', { path: before.reach })
    if (before.seq !== input.seq || before.name === null) throw new Refusal('version_conflict')
    if (input.guardianId) await guardianFor(ctx, tx, input.guardianId)
    const { identity: written, seq: _seq, requestId: _requestId, ...entered } = input
    const identity =
      written === undefined ? before.identity : written === null ? null : identityOf(ctx, written)
    const kept = { ...before, name: before.name }
    const said = Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== undefined))
    const number = written === undefined ? numberOf(ctx, before) : null
    if (number) mustAgree(number, { birthDay: input.birthDay ?? null, sex: input.sex ?? null })
    const told = number && { birthDay: number.birthDay, sex: number.sex }
    const facts = factsOf(ctx, id, { ...kept, ...said, ...told, identity })
    const salt = randomBytes(16)
    await keepVersions(tx, 'person', [id], { at: ctx.clock.now() })
    const seq = await savePerson(tx, before, facts, salt)
    const data = { commit: commitToFacts(salt, facts), importId: null }
    tx.record(registerLine('person.changed', { chain: before.communityId, subject: id, seq, data }))
    await settle(ctx, tx, [id], [])
    return { id, seq }
  })
}
