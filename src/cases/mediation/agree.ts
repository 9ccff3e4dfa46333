import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnMediation } from './act.ts'
import { mustBeCause } from './causes.rule.ts'
import { noAgreement, partyIn } from './conduct.ts'
import type * as shapes from './contract.ts'
import { type Duty, insertDuties, insertVisit, loadDuties } from './course.sql.ts'
import { mediationLine } from './events.ts'
import { moveMediation, mustStandAt } from './mediation-stage.rule.ts'
import { clearParties, saveParty } from './party.sql.ts'
import { confirmUntil, firstVisitOn } from './periods.rule.ts'

type Receipt = Promise<shapes.MediationReceipt>

/**
 * Writes what the parties agreed: on paper to be signed, or by mouth, which is in force at once and recorded all the same
 * (人民调解法 2010-08-28, 第二十八、二十九、三十条).
 */
export const writeAgreement = (ctx: Ctx, id: string, input: shapes.WriteAgreement): Receipt =>
  actOnMediation(ctx, id, { ...input, act: 'agree' }, async (before, parties, { tx, now, keep, next }) => {
    const { form, cause } = input
    const today = dayOf(now, ctx.district.timeZone)
    mustBeCause(cause, today)
    const written = moveMediation(before.stage, 'agreed')
    const facts = await keep('mediation_facts', [input.facts], 'shared')
    const terms = await keep('mediation_terms', [input.terms], 'shared')
    const duties: Duty[] = []
    let commits = { ...facts.commits, ...terms.commits }
    for (const duty of input.duties) {
      if (duty.dueOn < today) throw new Refusal('mediation_day_unfit')
      const kept = await keep('mediation_duty', [duty.words], 'shared')
      commits = { ...commits, ...kept.commits }
      const partyId = partyIn(parties, duty.partyId).id
      duties.push({
        id: newId(now.epochMilliseconds),
        partyId,
        wordsId: kept.texts[0]!.id,
        dueOn: duty.dueOn,
      })
    }
    const data = {
      form,
      cause,
      duties: duties.map(({ id: dutyId, partyId, dueOn }) => ({ dutyId, partyId, dueOn })),
      commits,
    }
    const agreed = mediationLine('mediation.agreed', { ...next(), data })
    await insertDuties(tx, duties, before, agreed.seq!)
    await clearParties(tx, id, 'signatures')
    const change = {
      form,
      cause,
      factsId: facts.texts[0]!.id,
      termsId: terms.texts[0]!.id,
      agreedAt: now,
      stage: written,
    }
    if (form === 'written') return { change, lines: [agreed] }
    const force = inForce(today, duties, cause, 0)
    return {
      change: { ...change, ...force.change, stage: moveMediation(written, 'in_force') },
      lines: [agreed, mediationLine('mediation.came_into_force', { ...next(), data: force.data })],
    }
  })

const inForce = (on: string, duties: readonly Duty[], cause: shapes.Cause, copies: number) => {
  const days = {
    confirmUntil: confirmUntil(on),
    followOn: firstVisitOn(
      on,
      duties.map(({ dueOn }) => dueOn),
    ),
  }
  return { change: { inForceOn: on, ...days }, data: { on, ...days, copies, cause } }
}

/** The draft is not what they meant: the mediator goes on. */
export const reopenAgreement = (ctx: Ctx, id: string, input: shapes.ReopenAgreement): Receipt =>
  actOnMediation(ctx, id, { ...input, act: 'reopen' }, async (before, _, { tx, next }) => {
    mustStandAt(before.stage, 'agreed')
    await clearParties(tx, id, 'signatures')
    return {
      change: { ...noAgreement, cause: null, stage: moveMediation(before.stage, 'mediating') },
      lines: [mediationLine('mediation.reopened', { ...next(), data: {} })],
    }
  })

/** A party signed the sheet, by name, seal or fingerprint (第二十九条). */
export const signAgreement = (ctx: Ctx, id: string, input: shapes.SignAgreement): Receipt =>
  actOnMediation(ctx, id, { ...input, act: 'sign' }, async (before, parties, { tx, now, next }) => {
    mustStandAt(before.stage, 'agreed')
    const party = partyIn(parties, input.partyId)
    if (party.signedOn !== null)
      throw new Refusal('mediation_move_not_allowed', { from: 'agreed', to: 'agreed' })
    const { signedOn } = input
    const zone = ctx.district.timeZone
    if (signedOn < dayOf(before.agreedAt!, zone) || signedOn > dayOf(now, zone))
      throw new Refusal('mediation_day_unfit')
    await saveParty(tx, { ...party, signedOn })
    const data = { partyId: party.id, on: signedOn }
    return { lines: [mediationLine('mediation.signed', { ...next(), data })] }
  })

/**
 * All parties and the mediator have signed, and the committee put its seal on it: from that day it is in force (第二十九条),
 * binds (第三十一条), and may be confirmed by a court within thirty days (`periods.rule.ts`).
 */
export const bringIntoForce = (ctx: Ctx, id: string, input: shapes.BringIntoForce): Receipt =>
  actOnMediation(ctx, id, { ...input, act: 'force' }, async (before, parties, { tx, now, next }) => {
    const stage = moveMediation(before.stage, 'in_force')
    const unsigned = parties.filter(({ signedOn }) => signedOn === null)
    if (before.form !== 'written' || unsigned.length > 0)
      throw new Refusal('mediation_unsigned', { count: unsigned.length })
    const last = parties
      .map(({ signedOn }) => signedOn!)
      .toSorted()
      .at(-1)!
    // One copy each, and one for the committee (第二十九条).
    if (input.copies <= parties.length)
      throw new Refusal('mediation_copies_few', { count: parties.length + 1 })
    if (input.on < last || input.on > dayOf(now, ctx.district.timeZone))
      throw new Refusal('mediation_day_unfit')
    const force = inForce(input.on, await loadDuties(tx, id), before.cause!, input.copies)
    return {
      change: { stage, ...force.change },
      lines: [mediationLine('mediation.came_into_force', { ...next(), data: force.data })],
    }
  })

/** 回访: the committee watches that the agreement is kept (第三十一条). Without a next day it was the last. */
export const visitParties = (ctx: Ctx, id: string, input: shapes.VisitParties): Receipt =>
  actOnMediation(ctx, id, { ...input, act: 'visit' }, async (before, _, { tx, now, keep, next }) => {
    mustStandAt(before.stage, 'in_force')
    const { visitedOn, result, words, nextOn } = input
    if (visitedOn < before.inForceOn! || visitedOn > dayOf(now, ctx.district.timeZone))
      throw new Refusal('mediation_day_unfit')
    if (nextOn !== null && nextOn <= visitedOn) throw new Refusal('mediation_day_unfit')
    // What is not due yet is neither kept nor broken: somebody asks again.
    if (nextOn === null && result === 'not_due') throw new Refusal('mediation_day_unfit')
    const { texts, commits } = await keep('mediation_visit', words === undefined ? [] : [words], 'committee')
    const visitId = newId(now.epochMilliseconds)
    const visit = { id: visitId, visitedOn, result, wordsId: texts[0]?.id ?? null, nextOn }
    await insertVisit(tx, visit, before)
    const data = { visitId, on: visitedOn, result, nextOn, commits }
    const visited = mediationLine('mediation.visited', { ...next(), data })
    if (nextOn !== null || result === 'not_due') return { change: { followOn: nextOn }, lines: [visited] }
    const closed = { kept: result, cause: before.cause!, inForceOn: before.inForceOn! }
    return {
      change: {
        stage: moveMediation(before.stage, 'closed'),
        kept: result,
        followOn: null,
        endedAt: now,
      },
      lines: [visited, mediationLine('mediation.closed', { ...next(), data: closed })],
    }
  })

/** A court confirmed it (第三十三条; 民事诉讼法 2023-09-01, 第二百零五、二百零六条): it can be enforced. */
export const noteConfirmed = (ctx: Ctx, id: string, input: shapes.NoteConfirmed): Receipt =>
  actOnMediation(ctx, id, { ...input, act: 'confirmed' }, async (before, _, { now, next }) => {
    mustStandAt(before.stage, 'in_force', 'closed')
    if (before.confirmedOn !== null) throw new Refusal('mediation_move_not_allowed')
    const { on } = input
    const latest = Temporal.PlainDate.from(before.confirmUntil!).add({ days: 90 }).toString()
    if (on < before.inForceOn! || on > latest || on > dayOf(now, ctx.district.timeZone))
      throw new Refusal('mediation_day_unfit')
    return {
      change: { confirmedOn: on },
      lines: [mediationLine('mediation.confirmed', { ...next(), data: { on } })],
    }
  })
