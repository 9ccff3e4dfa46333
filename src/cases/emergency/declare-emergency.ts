import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findUnit } from '../../organisations/door.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { DeclareEmergency, EmergencyKind, EmergencyReceipt } from './contract.ts'
import { keepWords } from './declared-words.ts'
import { finish } from './end-emergency.ts'
import { emergencyLine } from './events.ts'
import { kindsOn } from './kinds.rule.ts'
import { endNamed, endOf, faultOfEnd, isOn, touches } from './mode.rule.ts'
import { insertMode, readModes, type StandingMode } from './mode.sql.ts'
import { keptEmergencies } from './modes-now.ts'

/**
 * Declares an emergency for a district or a street, from now on, in earnest or as a drill. A real one ends the drills
 * that its area lies in or that lie in its area; where a real one is on, nothing is drilled.
 */
export async function declareEmergency(ctx: Ctx, input: DeclareEmergency): Promise<EmergencyReceipt> {
  ctx.must('emergency.declare')
  const area = (await atlasOf(ctx)).get(input.areaId)
  if (!area || area.ended || (area.kind !== 'district' && area.kind !== 'street'))
    throw new Refusal('emergency_area_unfit', { field: 'areaId' })
  ctx.must('emergency.declare', { path: area.path })
  const chain = (await atlasOf(ctx)).chainOf(area)
  const kind = await kindToday(ctx, input.kind)
  const receipt = await actOnce(ctx, input, async (tx): Promise<EmergencyReceipt> => {
    // Writers queue here: what is on does not change until this is written.
    await keptEmergencies.change(tx)
    const now = ctx.clock.now()
    const untilAt = mustEnd(input, now)
    await makeRoom(ctx, tx, input, area.path, now)
    const mode: StandingMode = {
      id: newId(now.epochMilliseconds),
      kind: kind.code,
      drill: input.drill,
      level: input.level,
      areaId: area.id,
      path: area.path,
      chain,
      matters: kind.matters,
      limitPercent: kind.limitPercent,
      unitIds: await knownUnits(tx, input.unitIds ?? []),
      basisId: '',
      wordsId: null,
      fromAt: now,
      untilAt,
      endToldAt: null,
      endedAt: null,
      endedWhy: null,
      seq: 1,
    }
    await enter(ctx, tx, mode, input)
    return { modeId: mode.id, level: mode.level, endedAt: null }
  })
  keptEmergencies.forget(ctx)
  return receipt
}

async function kindToday(ctx: Ctx, code: string): Promise<EmergencyKind> {
  const { announced } = await keptEmergencies.of(ctx)
  const kind = kindsOn(dayOf(ctx.clock.now(), ctx.district.timeZone), announced).find(
    (one) => one.code === code,
  )
  if (!kind) throw new Refusal('emergency_kind_unknown', { field: 'kind' })
  return kind
}

function mustEnd({ untilAt, drill }: DeclareEmergency, now: Temporal.Instant): Temporal.Instant | null {
  const until = untilAt === undefined ? null : endNamed(untilAt)
  const fault = faultOfEnd(until, { drill, fromAt: now }, now)
  if (fault !== null) throw new Refusal('emergency_end_unfit', { field: 'untilAt', rule: fault })
  return until
}

/** Ends what is over or gives way. Refuses what is on already, and a drill where it is not the time for one. */
async function makeRoom(
  ctx: Ctx,
  tx: Tx,
  { kind, drill }: DeclareEmergency,
  path: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  const standing = (await readModes(tx.db)).filter(({ endedAt }) => endedAt === null)
  const here = standing.filter((mode) => touches(mode, path))
  const same = here.filter(
    (mode) => mode.kind === kind && mode.areaId === path.at(-1) && mode.drill === drill,
  )
  for (const mode of same) {
    if (isOn(mode, now)) throw new Refusal('emergency_on_already')
    await finish(tx, mode, 'time', endOf(mode)!)
  }
  const on = here.filter((mode) => isOn(mode, now))
  if (drill && on.some((mode) => !mode.drill)) throw new Refusal('emergency_real_first')
  // A drill of the whole district is the centre's to end: a street's real one goes on beside it.
  const giveWay = drill ? [] : on.filter((mode) => mode.drill && mode.path.length >= path.length)
  for (const mode of giveWay) {
    ctx.must('emergency.declare', { path: mode.path })
    await finish(tx, mode, 'real', now)
  }
}

async function knownUnits(tx: Tx, unitIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(unitIds)]
  for (const id of ids) if (!(await findUnit(tx, id))) throw new Refusal('unit_unknown', { field: 'unitIds' })
  return ids
}

async function enter(ctx: Ctx, tx: Tx, mode: StandingMode, input: DeclareEmergency): Promise<void> {
  const guard = { reach: mode.path, units: [], accountId: null, receiptHash: null }
  const basis = seal(ctx, { subject: mode.id, kind: 'emergency_basis', body: input.basis })
  await insertTexts(tx, [basis], guard)
  const words = await keepWords(ctx, tx, mode, input.words)
  await insertMode(tx, { ...mode, basisId: basis.id, wordsId: words[0]?.id ?? null })
  tx.record(
    emergencyLine('emergency.declared', {
      chain: mode.chain,
      subject: mode.id,
      seq: 1,
      occurredAt: mode.fromAt,
      data: {
        kind: mode.kind,
        drill: mode.drill,
        areaId: mode.areaId,
        level: mode.level,
        matters: [...mode.matters],
        limitPercent: mode.limitPercent,
        unitIds: [...mode.unitIds],
        untilAt: mode.untilAt && iso(mode.untilAt),
        commits: commitsOf([basis, ...words]),
      },
    }),
  )
}
