import type { LineData } from '../../platform/journal-line.rule.ts'
import type { ActionStage, TaskStage } from './action.contract.ts'
import { moveAction, moveTask } from './action.rule.ts'

/** A line of an action's story, in its order. */
export interface ActionLine {
  readonly kind: string
  readonly occurredAt: Temporal.Instant
  readonly data: LineData
}

interface ToldTask {
  readonly unitId: string
  readonly dueAt: Temporal.Instant
  readonly stage: TaskStage
  readonly answeredAt: Temporal.Instant | null
  readonly byLead: boolean
}

/** An action as its lines tell it: nothing of it is asked of rows. */
export interface ToldAction {
  readonly stage: ActionStage
  readonly whistleId: string | null
  readonly stationId: string | null
  readonly areaId: string
  readonly startsAt: Temporal.Instant
  readonly overAt: Temporal.Instant | null
  readonly tasks: ReadonlyMap<string, ToldTask>
}

interface Given {
  readonly taskId: string
  readonly unitId: string
  readonly dueAt: string
}
interface Named {
  readonly taskId: string
}

const tasksOf = (data: LineData): [string, ToldTask][] =>
  (data.tasks as unknown as readonly Given[]).map(({ taskId, unitId, dueAt }) => [
    taskId,
    { unitId, dueAt: Temporal.Instant.from(dueAt), stage: 'open', answeredAt: null, byLead: false },
  ])

const idOr = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The action by its lines; null without a first. Refuses `action_move_not_allowed` where they tell an illegal move. */
export function actionOf(lines: readonly ActionLine[]): ToldAction | null {
  const [first, ...later] = lines
  if (first?.kind !== 'action.opened') return null
  const { data } = first
  return later.reduce<ToldAction>(tell, {
    stage: 'open',
    whistleId: idOr(data.whistleId),
    stationId: idOr(data.stationId),
    areaId: String(data.areaId),
    startsAt: Temporal.Instant.from(String(data.startsAt)),
    overAt: null,
    tasks: new Map(tasksOf(data)),
  })
}

function tell(action: ToldAction, { kind, data, occurredAt: at }: ActionLine): ToldAction {
  const answer = (taskId: string, to: TaskStage, byLead = false): [string, ToldTask][] => {
    const task = action.tasks.get(taskId)
    if (!task) return []
    return [[taskId, { ...task, stage: moveTask(task.stage, to), answeredAt: at, byLead }]]
  }
  switch (kind) {
    case 'action.tasks_added':
      return { ...action, tasks: new Map([...action.tasks, ...tasksOf(data)]) }
    case 'action.task_done':
      return { ...action, tasks: new Map([...action.tasks, ...answer(String(data.taskId), 'done')]) }
    case 'action.task_undone':
      return { ...action, tasks: new Map([...action.tasks, ...answer(String(data.taskId), 'undone')]) }
    case 'action.ended': {
      const left = (data.undone as unknown as readonly Named[]).flatMap(({ taskId }) =>
        answer(taskId, 'undone', true),
      )
      const tasks = new Map([...action.tasks, ...left])
      return { ...action, stage: moveAction(action.stage, 'ended'), overAt: at, tasks }
    }
    case 'action.called_off':
    case 'action.hidden':
      return action.stage === 'open' ? calledOff(action, at) : action
    default:
      return action
  }
}

const calledOff = (action: ToldAction, at: Temporal.Instant): ToldAction => ({
  ...action,
  stage: moveAction(action.stage, 'called_off'),
  overAt: at,
  tasks: new Map(
    [...action.tasks].map(([id, task]) => [
      id,
      task.stage === 'open' ? { ...task, stage: moveTask(task.stage, 'called_off') } : task,
    ]),
  ),
})
