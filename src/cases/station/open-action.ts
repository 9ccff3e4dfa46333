import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findUnit } from '../../organisations/door.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { insertTexts, type SealedText, seal, shareTextsById } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import { loadWhistle } from '../whistle/whistle.sql.ts'
import { actOnAction, commitsTo, guardOf, leadOf, mustBeOpen } from './act.ts'
import type { ActionReceipt, AddTasks, NewTask, OpenAction, OpenedAction } from './action.contract.ts'
import { mustFit } from './action.rule.ts'
import { insertAction, insertTasks, type StandingAction, type StandingTask } from './action.sql.ts'
import { stationLine } from './events.ts'
import { loadStation } from './station.sql.ts'

type Origin = Pick<
  StandingAction,
  'stationId' | 'whistleId' | 'areaId' | 'path' | 'reach' | 'chain' | 'leadUnitId'
>

/**
 * Opens a joint action (联合行动): a plan, a moment, and a task for each unit. From a whistle whoever coordinates it does,
 * from a station its lead unit or its street.
 */
export async function openAction(ctx: Ctx, input: OpenAction): Promise<OpenedAction> {
  ctx.must('action.lead')
  if ((input.whistleId === undefined) === (input.stationId === undefined))
    throw new Refusal('input_invalid', { field: 'stationId' })
  return actOnce(ctx, input, async (tx) => {
    const now = ctx.clock.now()
    const origin = await originOf(ctx, tx, input)
    ctx.must('action.lead', leadOf(origin))
    const startsAt = Temporal.Instant.from(input.startsAt)
    const id = newId(now.epochMilliseconds)
    const lead = origin.leadUnitId === null ? [] : (await unitPath(tx, origin.leadUnitId)).path
    const given = await giveTasks(ctx, tx, { id, ...origin }, lead, { asked: input.tasks, before: 0 })
    mustFit(
      startsAt,
      given.map(({ task }) => task.dueAt),
      now,
    )
    const tasks = given.map(({ task }) => task)
    const units = unitsOf(lead, tasks)
    const plan = seal(ctx, { subject: id, kind: 'action_plan', body: input.plan })
    const place =
      input.place === undefined ? null : seal(ctx, { subject: id, kind: 'action_place', body: input.place })
    const action: StandingAction = {
      ...{ id, stage: 'open', ...origin, units, planId: plan.id, placeId: place?.id ?? null },
      ...{ startsAt, openedAt: now, overAt: null, saidId: null, hidden: false, seq: 1 },
    }
    await insertTexts(tx, place === null ? [plan] : [plan, place], guardOf(action))
    await insertAction(tx, action)
    await insertTasks(tx, tasks)
    const { whistleId, stationId, areaId, leadUnitId } = origin
    tx.record(
      stationLine('action.opened', {
        ...{ chain: origin.chain, subject: id, seq: 1, occurredAt: now },
        data: {
          ...{ whistleId, stationId, areaId, leadUnitId, startsAt: iso(startsAt), tasks: tasks.map(named) },
          commits: commitsTo(plan, place, ...given.map(({ words }) => words)),
        },
      }),
    )
    return { actionId: id }
  })
}

/** More units get a task while the action is open. */
export const addTasks = (ctx: Ctx, actionId: string, input: AddTasks): Promise<ActionReceipt> =>
  actOnAction(
    ctx,
    'action.lead',
    actionId,
    input,
    ({ action }) => leadOf(action),
    async ({ action, tasks }, { tx, now, next }) => {
      mustBeOpen(action)
      if (tasks.length + input.tasks.length > 40) throw new Refusal('input_invalid', { field: 'tasks' })
      const lead = action.leadUnitId === null ? [] : (await unitPath(tx, action.leadUnitId)).path
      const given = await giveTasks(ctx, tx, action, lead, { asked: input.tasks, before: tasks.length })
      const added = given.map(({ task }) => task)
      const starts = Temporal.Instant.compare(now, action.startsAt) > 0 ? now : action.startsAt
      mustFit(
        starts,
        added.map(({ dueAt }) => dueAt),
        now,
      )
      const units = [...new Set([...action.units, ...unitsOf(lead, added)])]
      const forAll = [action.planId, ...(action.placeId === null ? [] : [action.placeId])]
      await shareTextsById(tx, forAll, units)
      const commits = commitsTo(...given.map(({ words }) => words))
      return {
        change: { units },
        added,
        lines: [stationLine('action.tasks_added', { ...next(), data: { tasks: added.map(named), commits } })],
      }
    },
  )

const named = ({ id: taskId, unitId, dueAt }: StandingTask) => ({ taskId, unitId, dueAt: iso(dueAt) })

const unitsOf = (lead: readonly string[], tasks: readonly StandingTask[]): string[] => [
  ...new Set([...lead, ...tasks.flatMap(({ units }) => units)]),
]

async function originOf(ctx: Ctx, tx: Tx, { whistleId, stationId }: OpenAction): Promise<Origin> {
  if (whistleId !== undefined) {
    const { stage, drillId, areaId, path, reach, chain } = await loadWhistle(tx, whistleId)
    // What is practised opens nothing in earnest.
    if (stage !== 'sounding' || drillId !== null) throw new Refusal('action_whistle_unfit')
    ctx.must('whistle.coordinate', { path: reach })
    return { whistleId, stationId: null, areaId, path, reach, chain, leadUnitId: null }
  }
  const station = await loadStation(tx, stationId!)
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  if (station.closedOn !== null && station.closedOn <= today) throw new Refusal('station_closed')
  const { id, areaId, reach, chain, leadUnitId } = station
  return { stationId: id, whistleId: null, areaId, path: reach, reach, chain, leadUnitId }
}

/** A unit that stands. Refuses `unit_unknown`. */
async function unitPath(tx: Tx, unitId: string) {
  const unit = await findUnit(tx, unitId)
  if (!unit) throw new Refusal('unit_unknown', { field: 'unitId' })
  return unit
}

/** The tasks with their words, sealed before the eyes of each task's own unit and of whoever leads. */
async function giveTasks(
  ctx: Ctx,
  tx: Tx,
  { id: actionId, reach }: Pick<StandingAction, 'id' | 'reach'>,
  lead: readonly string[],
  { asked, before }: { readonly asked: readonly NewTask[]; readonly before: number },
): Promise<{ readonly task: StandingTask; readonly words: SealedText }[]> {
  const given = []
  for (const [at, { unitId, words: body, dueAt }] of asked.entries()) {
    const { path } = await unitPath(tx, unitId)
    const units = [...new Set([...path, ...lead])]
    const words = seal(ctx, { subject: actionId, kind: 'action_task', body })
    await insertTexts(tx, [words], guardOf({ reach, units }))
    const task: StandingTask = {
      id: newId(ctx.clock.now().epochMilliseconds),
      ...{
        actionId,
        place: before + at,
        unitId,
        stage: 'open',
        wordsId: words.id,
        dueAt: Temporal.Instant.from(dueAt),
      },
      ...{ answeredAt: null, noteId: null, byLead: false, reach, units },
    }
    given.push({ task, words })
  }
  return given
}
