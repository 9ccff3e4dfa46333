import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { selectTermsIn } from '../../people/door.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnMediation } from './act.ts'
import { mustBeCause } from './causes.rule.ts'
import type * as shapes from './contract.ts'
import { insertSession, loadSessions, type Session, saveSession } from './course.sql.ts'
import { mediationLine } from './events.ts'
import type { Mediation } from './mediation.sql.ts'
import { mayEndAt, moveMediation, mustStandAt } from './mediation-stage.rule.ts'
import { clearParties, type Party } from './party.sql.ts'

type Receipt = Promise<shapes.MediationReceipt>

/** The party of the mediation. Refuses `mediation_party_unknown`. */
export function partyIn(parties: readonly Party[], partyId: string): Party {
  const found = parties.find(({ id }) => id === partyId)
  if (!found) throw new Refusal('mediation_party_unknown')
  return found
}

/** An agreement that was only a draft goes with what ends it. */
export const noAgreement = { form: null, factsId: null, termsId: null, agreedAt: null } as const

/** The committee names who mediates, or notes whom the parties chose (第十九条): again where a party asked for another. */
export const nameMediator = (ctx: Ctx, id: string, input: shapes.NameMediator): Receipt =>
  actOnMediation(ctx, id, { ...input, act: 'name' }, async (before, _, { tx, now, keep, next }) => {
    mustStandAt(before.stage, 'consented', 'mediating')
    const stage = before.stage === 'consented' ? moveMediation('consented', 'mediating') : before.stage
    const who = await mediatorOf(ctx, before, input.holderId, (areaId) => selectTermsIn(tx, [areaId]))
    const isOver = (endsOn: string | null) => endsOn !== null && endsOn <= dayOf(now, ctx.district.timeZone)
    if (isOver(who.endsOn)) throw new Refusal('mediation_mediator_unfit')
    const { texts, commits } = await keep('mediation_mediator', [who.name], 'shared')
    await clearParties(tx, id, 'wishes')
    const { chosenBy } = input
    return {
      change: { stage, mediatorKind: who.kind, mediatorId: who.id, mediatorNameId: texts[0]!.id, chosenBy },
      lines: [
        mediationLine('mediation.mediator_named', {
          ...next(),
          data: { mediatorKind: who.kind, mediatorId: who.id, chosenBy, commits },
        }),
      ],
    }
  })

/** Who holds an office of a body in the committee's area (第十三条), or the asker. Refuses `mediation_mediator_unfit`. */
async function mediatorOf(
  { who }: Ctx,
  { areaId }: Mediation,
  holderId: string | undefined,
  termsIn: (areaId: string) => ReturnType<typeof selectTermsIn>,
) {
  if (holderId === undefined) {
    if (who.accountId === null || who.name === null) throw new Refusal('mediation_mediator_unfit')
    return { kind: 'account', id: who.accountId, name: who.name, endsOn: null } as const
  }
  const term = (await termsIn(areaId)).find(({ holder }) => holder.id === holderId)
  if (!term) throw new Refusal('mediation_mediator_unfit')
  return { kind: 'holder', id: holderId, name: term.holder.name, endsOn: term.endsOn } as const
}

async function sessionIn(tx: Parameters<typeof loadSessions>[0], id: string, sessionId: string) {
  const found = (await loadSessions(tx, [id])).find((session) => session.id === sessionId)
  if (found?.stage !== 'set') throw new Refusal('mediation_session_unknown')
  return found
}

/** A session is set: day and place, which the parties read. */
export const setSession = (ctx: Ctx, id: string, input: shapes.SetSession): Receipt =>
  actOnMediation(ctx, id, { ...input, act: 'set' }, async (before, _, { tx, now, keep, next }) => {
    mustStandAt(before.stage, 'mediating', 'agreed')
    const at = ahead(input.at, now)
    const { texts, commits } = await keep('mediation_place', [input.venue], 'shared')
    const session: Session = {
      id: newId(now.epochMilliseconds),
      mediationId: id,
      stage: 'set',
      at,
      placeId: texts[0]!.id,
      came: [],
      recordId: null,
    }
    await insertSession(tx, session, before)
    const data = { sessionId: session.id, at: iso(at), commits }
    return { lines: [mediationLine('mediation.session_set', { ...next(), data })] }
  })

/** It takes place at another time or elsewhere. */
export const moveSession = (ctx: Ctx, id: string, input: shapes.MoveSession): Receipt =>
  actOnMediation(ctx, id, { ...input, act: 'move' }, async (before, _, { tx, now, keep, next }) => {
    mustStandAt(before.stage, 'mediating', 'agreed')
    const session = await sessionIn(tx, id, input.sessionId)
    const at = ahead(input.at, now)
    const { texts, commits } = await keep('mediation_place', [input.venue], 'shared')
    await saveSession(tx, { ...session, at, placeId: texts[0]!.id })
    const data = { sessionId: session.id, at: iso(at), commits }
    return { lines: [mediationLine('mediation.session_moved', { ...next(), data })] }
  })

export const cancelSession = (ctx: Ctx, id: string, input: shapes.CancelSession): Receipt =>
  actOnMediation(ctx, id, { ...input, act: 'cancel' }, async (before, _, { tx, next }) => {
    mustStandAt(before.stage, 'mediating', 'agreed')
    const session = await sessionIn(tx, id, input.sessionId)
    await saveSession(tx, { ...session, stage: 'cancelled' })
    const data = { sessionId: session.id }
    return { lines: [mediationLine('mediation.session_cancelled', { ...next(), data })] }
  })

/** It took place: who came, and the record that the mediator keeps (第二十七条), for the committee alone. */
export const holdSession = (ctx: Ctx, id: string, input: shapes.HoldSession): Receipt =>
  actOnMediation(ctx, id, { ...input, act: 'hold' }, async (before, parties, { tx, now, keep, next }) => {
    mustStandAt(before.stage, 'mediating', 'agreed')
    const session = await sessionIn(tx, id, input.sessionId)
    if (Temporal.Instant.compare(session.at, now) > 0) throw new Refusal('mediation_day_unfit')
    const came = input.came.map((partyId) => partyIn(parties, partyId).id)
    const { texts, commits } = await keep('mediation_record', [input.record], 'committee')
    await saveSession(tx, { ...session, stage: 'held', came, recordId: texts[0]!.id })
    const data = { sessionId: session.id, came, commits }
    return { lines: [mediationLine('mediation.session_held', { ...next(), data })] }
  })

/** Sessions are set ahead, and within a year. Refuses `mediation_day_unfit`. */
function ahead(text: string, now: Temporal.Instant): Temporal.Instant {
  const at = Temporal.Instant.from(text)
  const most = now.add({ hours: 366 * 24 })
  if (Temporal.Instant.compare(at, now) <= 0 || Temporal.Instant.compare(at, most) > 0)
    throw new Refusal('mediation_day_unfit')
  return at
}

/** The dispute may escalate (第二十五条): what was done, and who was told. The committee's alone. */
export const warnOfDanger = (ctx: Ctx, id: string, input: shapes.WarnOfDanger): Receipt =>
  actOnMediation(ctx, id, { ...input, act: 'warn' }, async (before, _, { now, keep, next }) => {
    mustStandAt(before.stage, ...mayEndAt, 'in_force')
    const { commits } = await keep('mediation_danger', [input.words], 'committee')
    const data = { told: input.told, commits }
    return {
      change: { dangerAt: now },
      lines: [mediationLine('mediation.danger_noted', { ...next(), data })],
    }
  })

/** No agreement (第二十六条), a party refuses (第十七条), or it is none to mediate: the parties are told of the other ways. */
export const endMediation = (ctx: Ctx, id: string, input: shapes.EndMediation): Receipt =>
  actOnMediation(ctx, id, { ...input, act: 'end' }, async (before, _, { now, keep, next }) => {
    const { outcome, cause, reason } = input
    const stage = moveMediation(before.stage, 'ended')
    mustBeCause(cause, dayOf(now, ctx.district.timeZone))
    const { commits } = await keep('mediation_reason', reason === undefined ? [] : [reason], 'committee')
    return {
      change: { ...noAgreement, stage, outcome, cause, endedAt: now },
      lines: [mediationLine('mediation.ended', { ...next(), data: { outcome, cause, commits } })],
    }
  })
