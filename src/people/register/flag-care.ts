import { randomBytes } from 'node:crypto'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { commitment } from '../../platform/journal-line.rule.ts'
import { actOnce } from '../../platform/once.ts'
import { about } from './about.ts'
import { insertFlag, loadConsent, loadFlag, saveFlag } from './consent.sql.ts'
import type { FlagCare, OnlyOnce, RegisterReceipt, ReviewCare } from './contract.ts'
import { registerLine } from './events.ts'
import { loadKnownPerson } from './person.sql.ts'
import { todayOf } from './person-facts.ts'

/** A flag ends within a year; whoever needs it longer is asked again. Refuses `care_flag_too_long`, `input_invalid`. */
function withinAYear(startsOn: string, endsOn: string): void {
  if (endsOn <= startsOn) throw new Refusal('input_invalid', { field: 'endsOn' })
  const latest = Temporal.PlainDate.from(startsOn).add({ years: 1 }).toString()
  if (endsOn > latest) throw new Refusal('care_flag_too_long', { latest })
}

/**
 * Notes that somebody needs care: with a reason, on a consent to care that stands, until a day. Refuses
 * `consent_needed` where the consent is another's, for something else, a relative's, or was withdrawn;
 * `care_flag_too_long`.
 */
export async function flagCare(ctx: Ctx, personId: string, input: FlagCare): Promise<RegisterReceipt> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { personId }), async (tx) => {
    const person = await loadKnownPerson(tx, personId)
    ctx.must('register.update', { path: person.reach })
    const consent = await loadConsent(tx, input.consentId)
    const stands = consent.personId === personId && consent.purpose === 'care' && consent.withdrawnOn === null
    if (!stands || consent.givenBy === 'relative') throw new Refusal('consent_needed')
    const startsOn = input.startsOn ?? todayOf(ctx)
    const { kind, reason, consentId, endsOn } = input
    withinAYear(startsOn, endsOn)
    const id = newId(ctx.clock.now().epochMilliseconds)
    const salt = randomBytes(16)
    await insertFlag(tx, person, { id, kind, reason, salt, consentId, startsOn, endsOn })
    const data = { personId, consentId, startsOn, endsOn, commit: commitment(salt, `${kind} ${reason}`) }
    tx.record(registerLine('care.flagged', { chain: person.communityId, subject: id, seq: 1, data }))
    return { id, seq: 1 }
  })
}

/** Looked at again, it holds until another day within a year of today. Refuses `care_ended` and what a new flag's days refuse. */
export async function reviewCare(ctx: Ctx, id: string, input: ReviewCare): Promise<RegisterReceipt> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { id, act: 'review' }), async (tx) => {
    const flag = await loadFlag(tx, id)
    ctx.must('register.update', { path: flag.reach })
    const reviewedOn = todayOf(ctx)
    const { endsOn } = input
    withinAYear(reviewedOn, endsOn)
    // The longest that a row may hold counts from its first day: what outlasts that begins anew, with a new consent.
    withinAYear(flag.startsOn, endsOn)
    const seq = await saveFlag(tx, flag, { endsOn, reviewedOn })
    const data = { personId: flag.personId, endsOn }
    tx.record(registerLine('care.reviewed', { chain: flag.communityId, subject: id, seq, data }))
    return { id, seq }
  })
}

/** It is needed no more. Refuses `care_ended`. */
export async function endCare(ctx: Ctx, id: string, input: OnlyOnce): Promise<RegisterReceipt> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { id, act: 'end' }), async (tx) => {
    const flag = await loadFlag(tx, id)
    ctx.must('register.update', { path: flag.reach })
    const onDay = todayOf(ctx)
    const seq = await saveFlag(tx, flag, { endedOn: onDay })
    const data = { personId: flag.personId, onDay }
    tx.record(registerLine('care.ended', { chain: flag.communityId, subject: id, seq, data }))
    return { id, seq }
  })
}
