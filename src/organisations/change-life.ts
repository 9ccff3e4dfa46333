import type { Atlas } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { violated } from '../platform/database.ts'
import type { Tx } from '../platform/transaction.ts'
import { mustKeep } from './add-unit.ts'
import { hasBodiesBelow, insertStep, type StoredBody, selectBody, selectLife } from './bodies.sql.ts'
import type { ChangeLife, LifeStep } from './body.contract.ts'
import { nextStep } from './body-life.rule.ts'
import { unitLine } from './events.ts'
import { closeOffices } from './offices.sql.ts'

/**
 * Takes a body a step on in its life, within a transaction in which `people` ends what its people hold. Refuses
 * `unit_unknown`, `body_has_parts` for a dissolution while others stand below, and as `nextStep` does.
 */
export async function changeLife(
  ctx: Ctx,
  tx: Tx,
  atlas: Atlas,
  unitId: string,
  { to, reason, fromDay }: Omit<ChangeLife, 'requestId'>,
): Promise<{ readonly body: StoredBody; readonly step: LifeStep }> {
  const body = await selectBody(tx, unitId)
  if (!body) throw new Refusal('unit_unknown')
  mustKeep(ctx, body.kind, atlas.known(body.areaId).path)
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const life = await selectLife(tx, unitId)
  const last: LifeStep = life.at(-1) ?? { phase: 'active', fromDay: body.foundedOn, reason: null }
  const step = nextStep(last, { to, reason, fromDay: fromDay ?? today }, today)
  if (to === 'dissolved' && (await hasBodiesBelow(tx, unitId))) throw new Refusal('body_has_parts')
  await insertOnce(tx, unitId, life.length + 1, step)
  if (to === 'dissolved') await closeOffices(tx, unitId, step.fromDay)
  const data = { unitId, from: last.phase, to, reason, fromDay: step.fromDay }
  tx.record(unitLine('unit.life_changed', { chain: atlas.district.id, subject: unitId, data }))
  return { body, step }
}

async function insertOnce(...[tx, unitId, step, what]: Parameters<typeof insertStep>): Promise<void> {
  try {
    await insertStep(tx, unitId, step, what)
  } catch (error) {
    if (violated(error) === 'unit_phases_pkey') throw new Refusal('version_conflict')
    throw error
  }
}
