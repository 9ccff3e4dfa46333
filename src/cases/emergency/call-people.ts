import { atlasOf } from '../../areas/door.ts'
import { currentMatters } from '../../matters/door.ts'
import { findAnswering } from '../../organisations/door.ts'
import { type PostHolder, selectDeputies, selectPostHolders } from '../../people/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { emergencyLine } from './events.ts'
import { isOn } from './mode.rule.ts'
import { loadMode, type StandingMode } from './mode.sql.ts'
import { kindOfMode } from './modes-now.ts'
import { postAreasIn } from './post-areas.ts'
import { type Called, insertRoster } from './roster.sql.ts'

/**
 * Calls everybody whom the kind names in the area of an emergency, the departments named with it, and in a real one whoever
 * answers there for its matters by the catalogue, once. What the
 * program does because of its line; run again it calls nobody twice. Whoever declared it (`account:<id>`) knows.
 */
export async function callPeople(system: Ctx, modeId: string, declaredBy: string): Promise<void> {
  const atlas = await atlasOf(system)
  await system.transaction(async (tx) => {
    const mode = await loadMode(tx, modeId)
    const now = system.clock.now()
    if (!isOn(mode, now)) return
    const { told: kinds } = await kindOfMode(system, mode)
    const inside = new Set(postAreasIn(atlas, mode.areaId))
    const unitIds = [...mode.unitIds, ...(mode.drill ? [] : await whoAnswersFor(system, tx, mode))]
    const query = { kinds, unitIds, areaIds: [...inside, ...mode.path] }
    const holders = [
      ...(await selectPostHolders(tx.db, query)),
      ...(await selectDeputies(tx.db, query, system.district.timeZone)),
    ]
    const today = dayOf(now, system.district.timeZone)
    const called = rosterOf({ ...mode, unitIds }, holders, inside, today, now).filter(
      ({ accountId }) => declaredBy !== `account:${accountId}`,
    )
    const people = await insertRoster(tx, mode.path, called)
    if (people === 0) return
    const data = { people, drill: mode.drill, areaId: mode.areaId }
    tx.record(emergencyLine('emergency.called', { chain: mode.chain, subject: mode.id, data }))
  })
}

/** The units that the catalogue names for its matters in its area: a department stands outside a street, and is called all the same. */
async function whoAnswersFor(system: Ctx, tx: Tx, mode: StandingMode): Promise<string[]> {
  const matters = (await currentMatters(system)).filter(({ code }) => mode.matters.includes(code))
  const found: string[] = []
  for (const answers of new Set(matters.map((matter) => matter.answers))) {
    const unit = await findAnswering(tx, answers, mode.path)
    if (unit) found.push(unit.unitId)
  }
  return found
}

function rosterOf(
  mode: StandingMode,
  holders: readonly PostHolder[],
  inside: ReadonlySet<string>,
  today: string,
  toldAt: Temporal.Instant,
): Called[] {
  const concerned = holders.filter(
    ({ kind, areaId, unitId, startsOn, endsOn }) =>
      startsOn <= today &&
      (endsOn === null || today < endsOn) &&
      (inside.has(areaId) || kind === 'centre' || (unitId !== null && mode.unitIds.includes(unitId))),
  )
  // Whoever holds several posts is called once, by the first.
  const byAccount = new Map(concerned.toReversed().map((holder) => [holder.accountId, holder]))
  return [...byAccount.values()].map(({ accountId, kind, areaId, unitId }) => ({
    modeId: mode.id,
    accountId,
    post: kind,
    areaId,
    unitId,
    toldAt,
    acknowledgedAt: null,
  }))
}
