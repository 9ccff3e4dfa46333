import { Refusal } from '../../kernel/refusal.ts'
import type { ActionPhase, ActionStage, TaskStage } from './action.contract.ts'

/** Every legal move of a task. Who could not at first may still do it while the action is open; that it was late stays. */
export const taskMoves: Readonly<Record<TaskStage, readonly TaskStage[]>> = {
  open: ['done', 'undone', 'called_off'],
  undone: ['done'],
  done: [],
  called_off: [],
}

/** Every legal move of an action. */
export const actionMoves: Readonly<Record<ActionStage, readonly ActionStage[]>> = {
  open: ['ended', 'called_off'],
  ended: [],
  called_off: [],
}

/** The stage it goes to. Refuses `action_move_not_allowed`. */
export function moveTask(from: TaskStage, to: TaskStage): TaskStage {
  if (!taskMoves[from].includes(to)) throw new Refusal('action_move_not_allowed', { from, to })
  return to
}

/** As `moveTask`, for the action itself. */
export function moveAction(from: ActionStage, to: ActionStage): ActionStage {
  if (!actionMoves[from].includes(to)) throw new Refusal('action_move_not_allowed', { from, to })
  return to
}

/** Planned or under way is never asked: the clock says it. */
export function phaseOf(stage: ActionStage, startsAt: Temporal.Instant, now: Temporal.Instant): ActionPhase {
  if (stage !== 'open') return stage
  return Temporal.Instant.compare(now, startsAt) < 0 ? 'planned' : 'under_way'
}

/** Whether a task was answered, or still stands open, after its moment. */
export function isTaskLate(
  {
    stage,
    dueAt,
    answeredAt,
  }: {
    readonly stage: TaskStage
    readonly dueAt: Temporal.Instant
    readonly answeredAt: Temporal.Instant | null
  },
  now: Temporal.Instant,
): boolean {
  if (stage === 'called_off') return false
  return Temporal.Instant.compare(answeredAt ?? now, dueAt) > 0
}

interface Left {
  readonly taskId: string
  readonly reason: string
}

/**
 * The reasons for what an action leaves undone, by task: every task that is open has one, and no other. Refuses
 * `action_tasks_open` where one has none, and `input_invalid` where one is not open.
 */
export function leftUndone(
  tasks: readonly { readonly id: string; readonly stage: TaskStage }[],
  left: readonly Left[],
): ReadonlyMap<string, string> {
  const open = tasks.filter(({ stage }) => stage === 'open').map(({ id }) => id)
  const reasons = new Map(left.map(({ taskId, reason }) => [taskId, reason]))
  if (reasons.size < left.length || left.some(({ taskId }) => !open.includes(taskId)))
    throw new Refusal('input_invalid', { field: 'leftUndone' })
  if (open.length > reasons.size)
    throw new Refusal('action_tasks_open', { tasks: open.length - reasons.size })
  return reasons
}

/** Within how many days ahead an action may be planned. */
const mostDaysAhead = 180

/** Refuses `action_time_unfit`: an action far ahead or long past, or a task that is due before the action begins. */
export function mustFit(
  startsAt: Temporal.Instant,
  dueAts: readonly Temporal.Instant[],
  now: Temporal.Instant,
): void {
  const compare = Temporal.Instant.compare
  const last = now.add({ hours: mostDaysAhead * 24 })
  const begins = compare(startsAt, last) <= 0 && compare(startsAt, now.subtract({ hours: 24 })) >= 0
  if (!begins) throw new Refusal('action_time_unfit', { field: 'startsAt' })
  if (dueAts.some((dueAt) => compare(dueAt, startsAt) < 0 || compare(dueAt, last) > 0))
    throw new Refusal('action_time_unfit', { field: 'dueAt' })
}
