import { Refusal } from '../../kernel/refusal.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../../platform/sealed-text.ts'
import type { ChangeEmergency, EmergencyReceipt } from './contract.ts'
import { keepWords } from './declared-words.ts'
import { emergencyLine } from './events.ts'
import { endNamed, faultOfEnd, isOn } from './mode.rule.ts'
import { loadMode, saveMode } from './mode.sql.ts'
import { keptEmergencies } from './modes-now.ts'

/**
 * Raises or lowers its level, or moves its end, with its basis; it rests on the old one while it is given more time and no
 * more. What people are told with it is put right by other words; those before stay on the record. Refuses `emergency_over`, `emergency_end_unfit`, `emergency_unchanged`, `input_invalid` without a basis.
 */
export async function changeEmergency(
  ctx: Ctx,
  modeId: string,
  input: ChangeEmergency,
): Promise<EmergencyReceipt> {
  ctx.must('emergency.declare')
  const asked = { ...input, modeId }
  const receipt = await actOnce(ctx, asked, async (tx): Promise<EmergencyReceipt> => {
    await keptEmergencies.change(tx)
    const mode = await loadMode(tx, modeId)
    ctx.must('emergency.declare', { path: mode.path })
    const now = ctx.clock.now()
    if (!isOn(mode, now)) throw new Refusal('emergency_over')
    const untilAt = input.untilAt === null ? null : endNamed(input.untilAt)
    const fault = faultOfEnd(untilAt, mode, now)
    if (fault !== null) throw new Refusal('emergency_end_unfit', { field: 'untilAt', rule: fault })
    const { level } = input
    const sameEnd = untilAt === null ? mode.untilAt === null : mode.untilAt?.equals(untilAt) === true
    const sameLevel = level === mode.level
    if (sameLevel && sameEnd && input.words === undefined) throw new Refusal('emergency_unchanged')
    if (input.basis === undefined && !(sameLevel && (sameEnd || isLater(untilAt, mode.untilAt))))
      throw new Refusal('input_invalid', { field: 'basis', rule: 'missing' })
    const basis =
      input.basis === undefined
        ? []
        : [seal(ctx, { subject: mode.id, kind: 'emergency_basis', body: input.basis })]
    await insertTexts(tx, basis, { reach: mode.path, units: [], accountId: null, receiptHash: null })
    const words = await keepWords(ctx, tx, mode, input.words)
    const seq = mode.seq + 1
    await saveMode(tx, mode, { ...mode, level, untilAt, wordsId: words[0]?.id ?? mode.wordsId, seq })
    tx.record(
      emergencyLine('emergency.changed', {
        chain: mode.chain,
        subject: mode.id,
        seq,
        data: {
          level,
          untilAt: untilAt && iso(untilAt),
          drill: mode.drill,
          commits: commitsOf([...basis, ...words]),
        },
      }),
    )
    return { modeId, level, endedAt: null }
  })
  keptEmergencies.forget(ctx)
  return receipt
}

const isLater = (end: Temporal.Instant | null, than: Temporal.Instant | null): boolean =>
  end !== null && than !== null && Temporal.Instant.compare(end, than) > 0
