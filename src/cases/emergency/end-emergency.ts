import { randomUUID } from 'node:crypto'
import { Refusal } from '../../kernel/refusal.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import { oneByOne } from '../one-by-one.ts'
import type { EmergencyReceipt, EndEmergency } from './contract.ts'
import { emergencyLine } from './events.ts'
import { endOf, isEndNear, isOn } from './mode.rule.ts'
import { loadMode, type StandingMode, saveMode } from './mode.sql.ts'
import { keptEmergencies, modesEver } from './modes-now.ts'

/** Ends it from now on, with a reason. Refuses `emergency_over` where its time had come. */
export async function endEmergency(ctx: Ctx, modeId: string, input: EndEmergency): Promise<EmergencyReceipt> {
  ctx.must('emergency.declare')
  const asked = { ...input, modeId }
  const receipt = await actOnce(ctx, asked, async (tx): Promise<EmergencyReceipt> => {
    await keptEmergencies.change(tx)
    const mode = await loadMode(tx, modeId)
    ctx.must('emergency.declare', { path: mode.path })
    const now = ctx.clock.now()
    if (!isOn(mode, now)) throw new Refusal('emergency_over')
    const reason = seal(ctx, { subject: mode.id, kind: 'emergency_reason', body: input.reason })
    await insertTexts(tx, [reason], { reach: mode.path, units: [], accountId: null, receiptHash: null })
    await finish(tx, mode, 'by_hand', now, commitsOf([reason]))
    return { modeId, level: mode.level, endedAt: iso(now) }
  })
  keptEmergencies.forget(ctx)
  return receipt
}

/** Writes that it is over, as of a moment. */
export async function finish(
  tx: Tx,
  mode: StandingMode,
  why: 'by_hand' | 'time' | 'real',
  endedAt: Temporal.Instant,
  commits: Record<string, string> = {},
): Promise<void> {
  const seq = mode.seq + 1
  await saveMode(tx, mode, { ...mode, endedAt, endedWhy: why, seq })
  tx.record(
    emergencyLine('emergency.ended', {
      chain: mode.chain,
      subject: mode.id,
      seq,
      occurredAt: endedAt,
      data: { why, drill: mode.drill, commits },
    }),
  )
}

/** Writes down which ended by themselves: every minute, by the program. Returns how many. */
export async function endOverdue(system: Ctx): Promise<number> {
  const now = system.clock.now()
  const over = (await modesEver(system)).filter((mode) => mode.endedAt === null && !isOn(mode, now))
  if (over.length === 0) return 0
  const ended = await oneByOne(
    system,
    over.map(({ id }) => id),
    (modeId) => writeEnd(system, modeId),
  )
  keptEmergencies.forget(system)
  return ended
}

async function writeEnd(system: Ctx, modeId: string): Promise<boolean> {
  let written = false
  await actOnce(system, { requestId: randomUUID() }, async (tx) => {
    await keptEmergencies.change(tx)
    const mode = await loadMode(tx, modeId)
    // Another server, or an act that gave it more time, came first.
    written = mode.endedAt === null && !isOn(mode, system.clock.now())
    if (written) await finish(tx, mode, 'time', endOf(mode)!)
    return {}
  })
  return written
}

/** Says of each that is about to end by itself that it is: every minute, by the program. Returns how many. */
export async function tellEnds(system: Ctx): Promise<number> {
  const now = system.clock.now()
  const near = (await modesEver(system)).filter((mode) => isEndNear(mode, now))
  if (near.length === 0) return 0
  const told = await oneByOne(
    system,
    near.map(({ id }) => id),
    (modeId) => tellEnd(system, modeId),
  )
  keptEmergencies.forget(system)
  return told
}

async function tellEnd(system: Ctx, modeId: string): Promise<boolean> {
  let told = false
  await actOnce(system, { requestId: randomUUID() }, async (tx) => {
    await keptEmergencies.change(tx)
    const mode = await loadMode(tx, modeId)
    told = isEndNear(mode, system.clock.now())
    if (!told) return {}
    const seq = mode.seq + 1
    await saveMode(tx, mode, { ...mode, endToldAt: mode.untilAt, seq })
    tx.record(
      emergencyLine('emergency.ending', {
        chain: mode.chain,
        subject: mode.id,
        seq,
        data: { untilAt: iso(mode.untilAt!), drill: mode.drill },
      }),
    )
    return {}
  })
  return told
}
