import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { ActionQuery, ActionStage, TaskStage } from './action.contract.ts'

/** A joint action as use cases see it. */
export interface StandingAction {
  readonly id: string
  readonly stage: ActionStage
  readonly stationId: string | null
  readonly whistleId: string | null
  readonly areaId: string
  readonly path: readonly string[]
  readonly reach: readonly string[]
  readonly units: readonly string[]
  readonly chain: string
  readonly leadUnitId: string | null
  readonly planId: string
  readonly placeId: string | null
  readonly startsAt: Temporal.Instant
  readonly openedAt: Temporal.Instant
  readonly overAt: Temporal.Instant | null
  readonly saidId: string | null
  readonly hidden: boolean
  readonly seq: number
}

export interface StandingTask {
  readonly id: string
  readonly actionId: string
  /** Which of the action's tasks it is, in the order in which they were given. */
  readonly place: number
  readonly unitId: string
  readonly stage: TaskStage
  readonly wordsId: string
  readonly dueAt: Temporal.Instant
  readonly answeredAt: Temporal.Instant | null
  readonly noteId: string | null
  readonly byLead: boolean
  readonly reach: readonly string[]
  readonly units: readonly string[]
}

export const toAction = (row: Selectable<Tables['joint_actions']>): StandingAction => ({
  id: row.id,
  stage: row.stage as ActionStage,
  stationId: row.station_id,
  whistleId: row.whistle_id,
  areaId: row.area_id,
  path: row.path,
  reach: row.reach,
  units: row.units,
  chain: row.chain,
  leadUnitId: row.lead_unit_id,
  planId: row.plan_id,
  placeId: row.place_id,
  startsAt: row.starts_at,
  openedAt: row.opened_at,
  overAt: row.over_at,
  saidId: row.said_id,
  hidden: row.hidden,
  seq: row.seq,
})

export const toTask = (row: Selectable<Tables['joint_tasks']>): StandingTask => ({
  id: row.id,
  actionId: row.action_id,
  place: row.place,
  unitId: row.unit_id,
  stage: row.stage as TaskStage,
  wordsId: row.words_id,
  dueAt: row.due_at,
  answeredAt: row.answered_at,
  noteId: row.note_id,
  byLead: row.by_lead,
  reach: row.reach,
  units: row.units,
})

const moment = (at: Temporal.Instant | null): string | null => at?.toString() ?? null

/** The columns that acts change. */
const changing = (action: StandingAction) => ({
  stage: action.stage,
  reach: [...action.reach],
  units: [...action.units],
  over_at: moment(action.overAt),
  said_id: action.saidId,
  hidden: action.hidden,
  seq: action.seq,
})

export async function insertAction(tx: Tx, action: StandingAction): Promise<void> {
  await tx.db
    .insertInto('joint_actions')
    .values({
      id: action.id,
      station_id: action.stationId,
      whistle_id: action.whistleId,
      area_id: action.areaId,
      path: [...action.path],
      chain: action.chain,
      lead_unit_id: action.leadUnitId,
      plan_id: action.planId,
      place_id: action.placeId,
      starts_at: action.startsAt.toString(),
      opened_at: action.openedAt.toString(),
      ...changing(action),
    })
    .execute()
}

/** Writes the row as it is after an act. Of two at once the second is refused `action_moved_on`. */
export async function saveAction(tx: Tx, before: StandingAction, after: StandingAction): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('joint_actions')
    .set(changing(after))
    .where('id', '=', before.id)
    .where('seq', '=', before.seq)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('action_moved_on')
}

export async function insertTasks(tx: Tx, tasks: readonly StandingTask[]): Promise<void> {
  if (tasks.length === 0) return
  await tx.db
    .insertInto('joint_tasks')
    .values(
      tasks.map((task) => ({
        id: task.id,
        action_id: task.actionId,
        place: task.place,
        unit_id: task.unitId,
        words_id: task.wordsId,
        due_at: task.dueAt.toString(),
        ...changingTask(task),
      })),
    )
    .execute()
}

const changingTask = (task: StandingTask) => ({
  stage: task.stage,
  answered_at: moment(task.answeredAt),
  note_id: task.noteId,
  by_lead: task.byLead,
  reach: [...task.reach],
  units: [...task.units],
})

export async function saveTasks(tx: Tx, tasks: readonly StandingTask[]): Promise<void> {
  for (const task of tasks)
    await tx.db.updateTable('joint_tasks').set(changingTask(task)).where('id', '=', task.id).execute()
}

/** The action. Refuses `not_found` where the asker does not see it. */
export async function loadAction(tx: Tx, id: string): Promise<StandingAction> {
  const row = await tx.db.selectFrom('joint_actions').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'action' })
  return toAction(row)
}

/** The tasks of these actions that the asker sees, in the order in which they were given. */
export async function loadTasks(tx: Tx, actionIds: readonly string[]): Promise<StandingTask[]> {
  if (actionIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('joint_tasks')
    .selectAll()
    .where('action_id', 'in', [...actionIds])
    .orderBy('action_id')
    .orderBy('place')
    .execute()
  return rows.map(toTask)
}

/** Whose actions a list shows, and for whom something waits: units that answer, areas and units that lead. */
export interface ActionSight {
  readonly areaIds: readonly string[]
  readonly unitIds: readonly string[]
  readonly answers: readonly string[]
  readonly leadsIn: readonly string[]
  readonly leadsAs: readonly string[]
}

/** Actions in sight, the newest first. */
export async function selectActions(
  tx: Tx,
  { areaIds, unitIds, answers, leadsIn, leadsAs }: ActionSight,
  { list, whistleId, stationId, after, limit }: ActionQuery,
): Promise<StandingAction[]> {
  const open = (which: ReturnType<typeof sql>) =>
    sql`exists (select 1 from joint_tasks t where t.action_id = joint_actions.id and t.stage = 'open' and ${which})`
  const owed = open(sql`t.unit_id = any(${[...answers]}::uuid[])`)
  const leads = sql`(reach && ${[...leadsIn]}::uuid[] or lead_unit_id = any(${[...leadsAs]}::uuid[]))`
  const rows = await tx.db
    .selectFrom('joint_actions')
    .selectAll()
    .where(sql<boolean>`(reach && ${[...areaIds]}::uuid[] or units && ${[...unitIds]}::uuid[])`)
    .$if(list === 'mine', (query) =>
      query.where(sql<boolean>`stage = 'open' and (${owed} or ${leads} and not ${open(sql`true`)})`),
    )
    .$if(list === 'open', (query) => query.where('stage', '=', 'open'))
    .$if(list === 'over', (query) => query.where('stage', '<>', 'open'))
    .$if(whistleId !== undefined, (query) => query.where('whistle_id', '=', whistleId!))
    .$if(stationId !== undefined, (query) => query.where('station_id', '=', stationId!))
    .$if(after !== undefined, (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toAction)
}
