import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import type { Tx } from '../../platform/transaction.ts'
import { about } from './about.ts'
import { isChild } from './age.rule.ts'
import { type Consent, flagsOn, insertConsent, loadConsent, saveFlag, withdrawRow } from './consent.sql.ts'
import type { GiveConsent, OnlyOnce, RegisterReceipt } from './contract.ts'
import { registerLine } from './events.ts'
import { loadKnownPerson } from './person.sql.ts'
import { todayOf } from './person-facts.ts'

/**
 * Somebody consented to something: for themselves, by a guardian, by a relative. For a child under 14 the guardian does
 * (个人信息保护法 Article 31): `guardian_needed`. Refuses `day_in_future`.
 */
export async function giveConsent(ctx: Ctx, personId: string, input: GiveConsent): Promise<RegisterReceipt> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { personId }), async (tx) => {
    const person = await loadKnownPerson(tx, personId)
    ctx.must('register.update', { path: person.reach })
    const today = todayOf(ctx)
    const givenOn = input.givenOn ?? today
    if (givenOn > today) throw new Refusal('day_in_future', { field: 'givenOn' })
    if (isChild(person.birthDay, today) && input.givenBy !== 'guardian')
      throw new Refusal('guardian_needed', { field: 'givenBy' })
    const id = newId(ctx.clock.now().epochMilliseconds)
    await insertConsent(tx, person, { ...input, id, givenOn })
    const data = { personId, purpose: input.purpose, givenOn }
    tx.record(registerLine('consent.given', { chain: person.communityId, subject: id, seq: 1, data }))
    return { id, seq: 1 }
  })
}

/** A consent was taken back: what rested on it ends with it. Refuses `withdrawn_already`. */
export async function withdrawConsent(ctx: Ctx, id: string, input: OnlyOnce): Promise<RegisterReceipt> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { id, act: 'withdraw' }), async (tx) => {
    const consent = await loadConsent(tx, id)
    ctx.must('register.update', { path: consent.reach })
    return { id, seq: await takeBack(tx, consent, todayOf(ctx)) }
  })
}

/**
 * Takes a consent back, with the care flags that rest on it; the new version of the consent. Refuses
 * `withdrawn_already`. Source: 个人信息保护法 (2021-11-01), Article 15.
 */
export async function takeBack(tx: Tx, consent: Consent, onDay: string): Promise<number> {
  const { id, personId, communityId: chain } = consent
  const seq = await withdrawRow(tx, consent, onDay)
  tx.record(registerLine('consent.withdrawn', { chain, subject: id, seq, data: { personId, onDay } }))
  for (const flag of await flagsOn(tx, id)) {
    const ended = await saveFlag(tx, flag, { endedOn: onDay })
    tx.record(registerLine('care.ended', { chain, subject: flag.id, seq: ended, data: { personId, onDay } }))
  }
  return seq
}
