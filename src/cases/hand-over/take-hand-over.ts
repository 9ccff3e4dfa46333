import { Refusal } from '../../kernel/refusal.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import type { HandOverReceipt, TakeHandOver } from './contract.ts'
import { handOverLine } from './events.ts'
import { loadHandOver, markTaken, type StandingHandOver } from './hand-over.sql.ts'
import type { SeatKey } from './seat.rule.ts'
import { sitsAt } from './seat-of-post.ts'

/**
 * 接班: a holder of the same seat, or who stands in for one, says that it is theirs now. Nobody takes what they gave
 * (`hand_over_own`); others refuse `not_permitted`, and what was taken or given once more meanwhile `hand_over_ended`.
 */
export async function takeHandOver(ctx: Ctx, id: string, input: TakeHandOver): Promise<HandOverReceipt> {
  ctx.must('hand_over.keep')
  const { accountId } = ctx.who
  if (accountId === null) throw new Refusal('sign_in_needed')
  const asked = { ...input, handOverId: id }
  return actOnce(ctx, asked, async (tx): Promise<HandOverReceipt> => {
    const found = await loadHandOver(tx, id)
    if (!sitsAt(ctx, found)) throw new Refusal('not_permitted', { act: 'hand_over.keep' })
    if (found.givenBy === accountId) throw new Refusal('hand_over_own')
    const takenAt = ctx.clock.now()
    if (!(await markTaken(tx, id, accountId, takenAt))) throw new Refusal('hand_over_ended')
    const place = { chain: found.chain, subject: id, occurredAt: takenAt }
    tx.record(handOverLine('hand_over.taken', { ...place, data: seatData(found) }))
    return { handOverId: id, at: iso(takenAt) }
  })
}

/** As every line of a hand-over says whose it is. */
export const seatData = ({ kind, unitId, areaId, path }: SeatKey & Pick<StandingHandOver, 'path'>) => ({
  seat: kind,
  unitId,
  areaId,
  path: [...path],
})
