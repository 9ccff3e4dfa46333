import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, ArriveCase } from './acts.contract.ts'
import type { Stage } from './contract.ts'
import { line } from './events.ts'
import { ownPart } from './own-part.ts'
import { loadParts, type Part, savePart } from './part.sql.ts'
import { isOnTheGround, move } from './stage.rule.ts'

/**
 * 到场: whoever handles a case stands on the spot, and the handling begins. A unit that has not signed yet signs by
 * coming: who is there has taken it up, and is not asked to say so first. A grid worker without a part in it says it
 * too; that moves nothing and answers the reporter.
 */
export const arriveCase = (ctx: Ctx, caseId: string, input: ArriveCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.handle', caseId, input, async (before, { tx, keep, next, at: now }) => {
    if (!isOnTheGround(before.stage)) throw refused(before.stage)
    const part = ownPart(ctx, before, await loadParts(tx, caseId))
    if (part && !isOnTheGround(part.stage)) throw refused(part.stage)
    const signs = part?.stage === 'dispatched'
    if (signs) ctx.must('case.sign', { path: before.reach, units: before.units })
    const { commits } = await keep(pointOf(input))
    if (part)
      await savePart(tx, caseId, part.unitId, { stage: 'handling', ...(signs ? { signedAt: now } : {}) })
    const unitId = part?.unitId ?? null
    return {
      change: { ...stageAfter(before.stage, part), respondedAt: before.respondedAt ?? now },
      lines: [
        ...(signs ? [line('case.signed', { ...next(), data: { unitId: part.unitId } })] : []),
        line('case.arrived', { ...next(), data: { unitId, commits } }),
      ],
    }
  })

const refused = (from: string) => new Refusal('case_move_not_allowed', { from, to: 'handling' })

/** Where a worker stood is the worker's: sealed, and read by those alone who may see persons. */
const pointOf = ({ point }: ArriveCase) =>
  point ? [{ kind: 'arrival_point', body: `${point.lon},${point.lat}`, personal: true }] : []

/** The case goes where its lead goes. */
function stageAfter(from: Stage, part: Part | null): { readonly stage?: Stage } {
  if (part?.role !== 'lead' || from === 'handling') return {}
  return { stage: move(from === 'dispatched' ? move(from, 'signed') : from, 'handling') }
}
