import type { Ctx } from '../../platform/ctx.ts'
import { actOnOwnMediation } from './act.ts'
import { noAgreement } from './conduct.ts'
import type { MediationReceipt, OwnReason, OwnWords } from './contract.ts'
import { mediationLine } from './events.ts'
import { mayEndAt, moveMediation, mustStandAt } from './mediation-stage.rule.ts'
import { saveParty } from './party.sql.ts'

type Receipt = Promise<MediationReceipt>

/** What a party says in private: to mediator and committee; no other party reads it. */
export const sayInPrivate = (ctx: Ctx, id: string, input: OwnWords): Receipt =>
  actOnOwnMediation(ctx, id, { ...input, act: 'say' }, async (before, own, { keep, next }) => {
    mustStandAt(before.stage, ...mayEndAt, 'in_force')
    const { commits } = await keep('mediation_said', [input.words], own)
    return { lines: [mediationLine('mediation.said', { ...next(), data: { partyId: own.id, commits } })] }
  })

/** A party wants another mediator: it chooses or accepts who mediates (第二十三条). Until one is named the wish stands. */
export const askForOther = (ctx: Ctx, id: string, input: OwnReason): Receipt =>
  actOnOwnMediation(ctx, id, { ...input, act: 'other' }, async (before, own, { tx, keep, next }) => {
    mustStandAt(before.stage, 'mediating')
    const { reason } = input
    const { commits } = await keep('mediation_wish', reason === undefined ? [] : [reason], own)
    await saveParty(tx, { ...own, wantsOther: true })
    const data = { partyId: own.id, commits }
    return { lines: [mediationLine('mediation.other_asked_for', { ...next(), data })] }
  })

/** Whoever asked takes it back; any other party has it end (第二十三条). The other ways stay open (第三条). */
export const leaveMediation = (ctx: Ctx, id: string, input: OwnReason): Receipt =>
  actOnOwnMediation(ctx, id, { ...input, act: 'leave' }, async (before, own, { now, keep, next }) => {
    const { reason } = input
    const { commits } = await keep('mediation_reason', reason === undefined ? [] : [reason], own)
    if (before.origin === 'party' && own.isReporter) {
      const stage = moveMediation(before.stage, 'withdrawn')
      return {
        change: { ...noAgreement, stage, cause: null, endedAt: now },
        lines: [mediationLine('mediation.withdrawn', { ...next(), data: { commits } })],
      }
    }
    const outcome = 'ended_by_party' as const
    const cause = before.cause ?? 'other'
    return {
      change: { ...noAgreement, stage: moveMediation(before.stage, 'ended'), outcome, cause, endedAt: now },
      lines: [mediationLine('mediation.ended', { ...next(), data: { outcome, cause, commits } })],
    }
  })
