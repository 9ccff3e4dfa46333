import { areasFor } from '../../people/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { may } from '../may.ts'
import { type Names, namesFor } from '../names.ts'
import { type CaseText, selectTextsOf } from '../text.sql.ts'
import { leadOf } from './act.ts'
import type { Action, ActionPage, ActionQuery, ActionRow, ActionTask } from './action.contract.ts'
import { isTaskLate, phaseOf, taskMoves } from './action.rule.ts'
import {
  type ActionSight,
  loadAction,
  loadTasks,
  type StandingAction,
  type StandingTask,
  selectActions,
} from './action.sql.ts'
import { type StationName, stationNames } from './station.sql.ts'

const unitsFor = ({ who }: Pick<Ctx, 'who'>, act: string): string[] =>
  who.posts.flatMap((post) =>
    post.unitId !== null && (post.grants[act] ?? []).includes('own_unit') ? [post.unitId] : [],
  )

const sightOf = (ctx: Ctx): ActionSight => ({
  areaIds: areasFor(ctx.who, 'action.see'),
  unitIds: unitsFor(ctx, 'action.see'),
  answers: unitsFor(ctx, 'action.answer'),
  // The centre may lead as well, but nothing waits for it while the street is there.
  leadsIn: ctx.who.posts.flatMap((post) =>
    (post.grants['action.lead'] ?? []).includes('own_area') ? [post.areaId] : [],
  ),
  leadsAs: unitsFor(ctx, 'action.lead'),
})

interface Around {
  readonly ctx: Ctx
  readonly names: Names
  readonly texts: ReadonlyMap<string, CaseText>
  readonly stations: ReadonlyMap<string, StationName>
}

/** Joint actions in the asker's areas, and those with a task of the asker's units, the newest first. */
export async function listActions(ctx: Ctx, query: ActionQuery): Promise<ActionPage> {
  ctx.must('action.see')
  return ctx.read(async (tx) => {
    const found = await selectActions(tx, sightOf(ctx), { ...query, limit: query.limit + 1 })
    const shown = found.slice(0, query.limit)
    const tasks = await loadTasks(
      tx,
      shown.map(({ id }) => id),
    )
    const around = await readAround(ctx, tx, shown, tasks, ['action_plan'])
    const tasksOf = Map.groupBy(tasks, ({ actionId }) => actionId)
    const rows = shown.map((action) => rowOf(action, tasksOf.get(action.id) ?? [], around))
    return { rows, next: found.length > query.limit ? shown.at(-1)!.id : null }
  })
}

/** An action as its page shows it: whoever leads or looks on from its area sees every task, a unit its own. */
export async function actionPage(ctx: Ctx, id: string): Promise<Action> {
  ctx.must('action.see')
  return ctx.read(async (tx) => {
    const action = await loadAction(tx, id)
    ctx.must('action.see', { path: action.reach, units: action.units })
    const tasks = await loadTasks(tx, [id])
    const around = await readAround(ctx, tx, [action], tasks)
    const leads = action.stage === 'open' && may(ctx, 'action.lead', leadOf(action))
    return {
      ...rowOf(action, tasks, around),
      place: said(around, action.placeId),
      leadUnit: around.names.unit(action.leadUnitId),
      tasks: tasks.map((task) => taskOf(action, task, around)),
      whole: may(ctx, 'action.see', leadOf(action)),
      said: said(around, action.saidId),
      can: [
        ...(leads ? (['add', 'end', 'call_off'] as const) : []),
        ...(may(ctx, 'case.erase', { path: action.reach }) ? (['erase'] as const) : []),
      ],
    }
  })
}

async function readAround(
  ctx: Ctx,
  tx: Tx,
  actions: readonly StandingAction[],
  tasks: readonly StandingTask[],
  kinds?: readonly string[],
): Promise<Around> {
  const unitIds = [...tasks.map(({ unitId }) => unitId), ...actions.map(({ leadUnitId }) => leadUnitId)]
  const texts = await selectTextsOf(
    tx,
    actions.map(({ id }) => id),
    kinds,
  )
  return {
    ctx,
    names: await namesFor(ctx, tx, unitIds),
    texts: new Map(texts.map((text) => [text.id, text])),
    stations: await stationNames(
      tx,
      actions.flatMap(({ stationId }) => stationId ?? []),
    ),
  }
}

const said = ({ texts }: Around, textId: string | null) =>
  textId === null ? null : { id: textId, body: texts.get(textId)?.body ?? null }

const rowOf = (action: StandingAction, tasks: readonly StandingTask[], around: Around): ActionRow => {
  const now = around.ctx.clock.now()
  return {
    id: action.id,
    phase: phaseOf(action.stage, action.startsAt, now),
    area: around.names.place(action.areaId),
    station: action.stationId === null ? null : (around.stations.get(action.stationId) ?? null),
    whistleId: action.whistleId,
    plan: said(around, action.planId)!,
    startsAt: iso(action.startsAt),
    overAt: action.overAt && iso(action.overAt),
    tasks: tasks.map((task) => headOf(task, around, now)),
  }
}

const headOf = (task: StandingTask, { names }: Around, now: Temporal.Instant) => ({
  id: task.id,
  unit: names.unit(task.unitId)!,
  stage: task.stage,
  dueAt: iso(task.dueAt),
  late: isTaskLate(task, now),
})

function taskOf(action: StandingAction, task: StandingTask, around: Around): ActionTask {
  const { ctx } = around
  const answers = action.stage === 'open' && may(ctx, 'action.answer', { units: [task.unitId] })
  return {
    ...headOf(task, around, ctx.clock.now()),
    words: said(around, task.wordsId)!,
    answeredAt: task.answeredAt && iso(task.answeredAt),
    note: said(around, task.noteId),
    byLead: task.byLead,
    can: answers
      ? (['done', 'undone'] as const).filter((stage) => taskMoves[task.stage].includes(stage))
      : [],
  }
}
