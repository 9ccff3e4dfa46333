import { Refusal } from '../kernel/refusal.ts'
import { matterOf } from '../matters/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, NoteCase, ResolveCase, SignCase } from './acts.contract.ts'
import type { Case } from './case.sql.ts'
import { line } from './events.ts'
import { missingEvidence } from './evidence.rule.ts'
import { hasAgreementInForce } from './mediation/agreement-in-force.sql.ts'
import { actingPart, ownPart } from './own-part.ts'
import { loadParts, type Part, savePart } from './part.sql.ts'
import { lapseRequests } from './request.sql.ts'
import { isOpen, move } from './stage.rule.ts'

/** 签收: the unit takes the case up. Its clock has been running since dispatch. */
export const signCase = (ctx: Ctx, caseId: string, input: SignCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.sign', caseId, input, async (before, { tx, next, at: now }) => {
    const part = actingPart(ctx, before, await loadParts(tx, caseId), input.unitId)
    if (part.stage !== 'dispatched')
      throw new Refusal('case_move_not_allowed', { from: part.stage, to: 'signed' })
    await savePart(tx, caseId, part.unitId, { stage: 'signed', signedAt: now })
    const leads = part.role === 'lead'
    return {
      change: {
        ...(leads ? { stage: move(before.stage, 'signed') } : {}),
        respondedAt: before.respondedAt ?? now,
      },
      lines: [line('case.signed', { ...next(), data: { unitId: part.unitId } })],
    }
  })

/** 处置: what was done, with photographs. The first one moves the case from signed to handling. */
export const noteCase = (ctx: Ctx, caseId: string, input: NoteCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.handle', caseId, input, async (before, { tx, keep, attach, next, at }) => {
    if (!isOpen(before.stage))
      throw new Refusal('case_move_not_allowed', { from: before.stage, to: 'handling' })
    const parts = await loadParts(tx, caseId)
    const part = ownPart(ctx, before, parts)
    if (part && !['signed', 'handling'].includes(part.stage))
      throw new Refusal('case_move_not_allowed', { from: part.stage, to: 'handling' })
    const kept = await keep([{ kind: 'note', body: input.note }])
    const photos = await attach(input.photos, 'handling')
    if (part) await savePart(tx, caseId, part.unitId, { stage: 'handling' })
    const begins = part?.role === 'lead' && before.stage === 'signed'
    return {
      change: {
        ...(begins ? { stage: move(before.stage, 'handling') } : {}),
        respondedAt: before.respondedAt ?? at,
      },
      lines: [
        line('case.handled', {
          ...next(),
          data: {
            unitId: part?.unitId ?? null,
            arrived: input.arrived,
            photos: input.photos.length,
            commits: { ...kept.commits, ...photos },
          },
        }),
      ],
    }
  })

/** 办结 by a unit. The whole case is resolved when its lead has resolved and no assisting unit is still at work. */
export const resolveCase = (ctx: Ctx, caseId: string, input: ResolveCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.resolve', caseId, input, async (before, { tx, keep, attach, next, at: now }) => {
    const parts = await loadParts(tx, caseId)
    const part = actingPart(ctx, before, parts)
    if (!['signed', 'handling'].includes(part.stage))
      throw new Refusal('case_move_not_allowed', { from: part.stage, to: 'resolved' })
    const matter = await matterOf(ctx, before.matter!)
    const missing = missingEvidence(matter.evidence, {
      note: input.note,
      photos: input.photos.length,
      agreement: await hasAgreementInForce(tx, caseId),
    })
    if (missing) throw new Refusal('case_evidence_missing', { evidence: missing })
    const kept = await keep(input.note ? [{ kind: 'note', body: input.note }] : [])
    const photos = await attach(input.photos, 'evidence')
    await savePart(tx, caseId, part.unitId, { stage: 'resolved', resolvedAt: now })
    await lapseRequests(tx, caseId, part.unitId, now)
    const whole = isWhole(parts, part)
    return {
      change: whole
        ? { stage: moveToResolved(before), resolvedAt: now, clockStopped: true }
        : { respondedAt: before.respondedAt ?? now },
      lines: [
        line('case.resolved', {
          ...next(),
          data: {
            unitId: part.unitId,
            onTheSpot: false,
            whole,
            matter: matter.code,
            dueAt: iso(part.dueAt),
            photos: input.photos.length,
            commits: { ...kept.commits, ...photos },
          },
        }),
      ],
    }
  })

/** An assisting unit may be the last to finish: the case then goes on from wherever its lead left it. */
const moveToResolved = (before: Case) =>
  before.stage === 'dispatched' ? move('signed', 'resolved') : move(before.stage, 'resolved')

/** Whether this part's end ends the case: every other part is resolved or was given back. */
export const isWhole = (parts: readonly Part[], last: Part): boolean =>
  parts.every((part) => part.unitId === last.unitId || part.stage === 'resolved' || part.stage === 'returned')
