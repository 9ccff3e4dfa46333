import type { Tx } from '../../platform/transaction.ts'
import { type StandingAction, toAction } from './action.sql.ts'
import type { StandingStation } from './station.sql.ts'

/** Actions of the whistles that were blown for this case, not hidden yet. */
export async function selectActionsOfCase(tx: Tx, caseId: string): Promise<StandingAction[]> {
  const rows = await tx.db
    .selectFrom('joint_actions as a')
    .innerJoin('whistles as w', 'w.id', 'a.whistle_id')
    .selectAll('a')
    .where('w.case_id', '=', caseId)
    .where('a.hidden', '=', false)
    .orderBy('a.id')
    .execute()
  return rows.map(toAction)
}

/** Actions whose place is one of these areas, those that are over too. */
export async function selectActionsIn(tx: Tx, areaIds: readonly string[]): Promise<StandingAction[]> {
  const rows = await tx.db
    .selectFrom('joint_actions')
    .selectAll()
    .where('area_id', 'in', [...areaIds])
    .orderBy('id')
    .execute()
  return rows.map(toAction)
}

/** Stations that stand in one of these areas, closed ones too. */
export const selectStationsIn = (tx: Tx, areaIds: readonly string[]) =>
  tx.db
    .selectFrom('stations')
    .select(['id', 'chain', 'seq', 'area_id as areaId', 'reach'])
    .where('area_id', 'in', [...areaIds])
    .orderBy('id')
    .execute()

/** Puts the tasks of an action under these areas. */
export async function moveTaskRows(tx: Tx, actionId: string, reach: readonly string[]): Promise<void> {
  await tx.db
    .updateTable('joint_tasks')
    .set({ reach: [...reach] })
    .where('action_id', '=', actionId)
    .execute()
}

/** Puts the people and the roster of a station under these areas. */
export async function moveStationRows(
  tx: Tx,
  { id }: Pick<StandingStation, 'id'>,
  reach: readonly string[],
): Promise<void> {
  await tx.db
    .updateTable('station_people')
    .set({ reach: [...reach] })
    .where('station_id', '=', id)
    .execute()
  await tx.db
    .updateTable('station_shifts')
    .set({ reach: [...reach] })
    .where('station_id', '=', id)
    .execute()
}
