import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { eraseTexts, type SealedText } from '../../platform/sealed-text.ts'
import { actOnAction, commitsTo, leadOf, mustBeOpen } from './act.ts'
import type {
  ActionReceipt,
  AnswerTask,
  CallOffAction,
  EndAction,
  EraseActionTexts,
} from './action.contract.ts'
import { leftUndone, moveAction, moveTask } from './action.rule.ts'
import type { StandingTask } from './action.sql.ts'
import { stationLine } from './events.ts'

/** A unit says that its own task is done, or not and why. */
export const answerTask = (
  ctx: Ctx,
  { id, taskId }: { readonly id: string; readonly taskId: string },
  input: AnswerTask,
): Promise<ActionReceipt> =>
  actOnAction(
    ctx,
    'action.answer',
    id,
    { ...input, taskId },
    ({ tasks }) => ({ units: [own(tasks, taskId).unitId] }),
    async ({ action, tasks }, { now, keep, next }) => {
      mustBeOpen(action)
      const task = own(tasks, taskId)
      const stage = moveTask(task.stage, input.done ? 'done' : 'undone')
      if (!input.done && input.note === undefined)
        throw new Refusal('action_reason_needed', { field: 'note' })
      const note =
        input.note === undefined ? null : await keep({ kind: 'action_note', body: input.note }, task)
      const data = { taskId, unitId: task.unitId, commits: commitsTo(note) }
      return {
        tasks: [{ ...task, stage, answeredAt: now, noteId: note?.id ?? null }],
        lines: [stationLine(input.done ? 'action.task_done' : 'action.task_undone', { ...next(), data })],
      }
    },
  )

const own = (tasks: readonly StandingTask[], taskId: string): StandingTask => {
  const task = tasks.find(({ id }) => id === taskId)
  if (!task) throw new Refusal('not_found', { kind: 'task' })
  return task
}

/** Ends it with one result for all; of every task that is still open whoever leads says why it was left undone. */
export const endAction = (ctx: Ctx, id: string, input: EndAction): Promise<ActionReceipt> =>
  actOnAction(
    ctx,
    'action.lead',
    id,
    input,
    ({ action }) => leadOf(action),
    async ({ action, tasks }, { now, keep, next }) => {
      mustBeOpen(action)
      const reasons = leftUndone(tasks, input.leftUndone ?? [])
      const stage = moveAction(action.stage, 'ended')
      const result = await keep({ kind: 'action_result', body: input.result }, action)
      const left: StandingTask[] = []
      const notes: SealedText[] = []
      for (const task of tasks) {
        const reason = reasons.get(task.id)
        if (reason === undefined) continue
        const note = await keep({ kind: 'action_note', body: reason }, task)
        notes.push(note)
        const undone = moveTask(task.stage, 'undone')
        left.push({ ...task, stage: undone, answeredAt: now, noteId: note.id, byLead: true })
      }
      const data = {
        undone: left.map((task) => ({ taskId: task.id, unitId: task.unitId })),
        unitIds: unitIdsOf(tasks),
        commits: commitsTo(result, ...notes),
      }
      return {
        change: { stage, overAt: now, saidId: result.id },
        tasks: left,
        lines: [stationLine('action.ended', { ...next(), data })],
      }
    },
  )

const unitIdsOf = (tasks: readonly StandingTask[]): string[] => [
  ...new Set(tasks.map(({ unitId }) => unitId)),
]

/** Calls it off, with the reason; what was not answered yet is asked of nobody any more. */
export const callOffAction = (ctx: Ctx, id: string, input: CallOffAction): Promise<ActionReceipt> =>
  actOnAction(
    ctx,
    'action.lead',
    id,
    input,
    ({ action }) => leadOf(action),
    async ({ action, tasks }, { now, keep, next }) => {
      mustBeOpen(action)
      const stage = moveAction(action.stage, 'called_off')
      const reason = await keep({ kind: 'action_reason', body: input.reason }, action)
      const data = { unitIds: unitIdsOf(tasks), commits: commitsTo(reason) }
      return {
        change: { stage, overAt: now, saidId: reason.id },
        tasks: letGo(tasks),
        lines: [stationLine('action.called_off', { ...next(), data })],
      }
    },
  )

/** Open tasks of an action that will not be. */
export const letGo = (tasks: readonly StandingTask[]): StandingTask[] =>
  tasks
    .filter(({ stage }) => stage === 'open')
    .map((task) => ({ ...task, stage: moveTask(task.stage, 'called_off') }))

/** Erases texts of an action in which a person is named. The journal's commitments stay and verify. */
export const eraseActionTexts = (ctx: Ctx, id: string, input: EraseActionTexts): Promise<ActionReceipt> =>
  actOnAction(
    ctx,
    'case.erase',
    id,
    input,
    ({ action }) => ({ path: action.reach }),
    async ({ action }, { tx, keep, next }) => {
      const wanted = new Set(input.textIds)
      const texts = await eraseTexts(tx, ctx.clock, action.id, { kinds: [], ids: [...wanted] })
      if (texts.length < wanted.size) throw new Refusal('not_found', { kind: 'text' })
      const why = { kind: 'action_erasure', body: input.reason }
      const reason = await keep(why, { reach: action.reach, units: [] })
      const data = { texts, commits: commitsTo(reason) }
      return { lines: [stationLine('action.texts_erased', { ...next(), data })] }
    },
  )
