import { z } from 'zod'
import { isRecentEnough } from '../../kernel/entered-day.ts'
import { PlaceName, UnitName } from '../story.contract.ts'

export const ActionStage = z.enum(['open', 'ended', 'called_off'])
export type ActionStage = z.infer<typeof ActionStage>
export const TaskStage = z.enum(['open', 'done', 'undone', 'called_off'])
export type TaskStage = z.infer<typeof TaskStage>
/** As the clock has it: an open one is planned until its moment comes. */
export const ActionPhase = z.enum(['planned', 'under_way', 'ended', 'called_off'])
export type ActionPhase = z.infer<typeof ActionPhase>

const words = z.string().trim().min(1).max(500)
const requestId = z.uuid()
const at = z.iso.datetime()
const moment = at.refine(isRecentEnough)

export const NewTask = z.strictObject({ unitId: z.uuid(), words, dueAt: moment })
export type NewTask = z.infer<typeof NewTask>
const tasks = z.array(NewTask).min(1).max(20)

export const OpenAction = z.strictObject({
  requestId,
  /** Either a whistle that sounds, or a station. */
  whistleId: z.uuid().optional(),
  stationId: z.uuid().optional(),
  plan: z.string().trim().min(1).max(1000),
  /** Where to meet, in words; the area is the whistle's or the station's. */
  place: z.string().trim().min(1).max(120).optional(),
  startsAt: moment,
  tasks,
})
export type OpenAction = z.infer<typeof OpenAction>
export const OpenedAction = z.object({ actionId: z.uuid() })
export type OpenedAction = z.infer<typeof OpenedAction>

export const AddTasks = z.strictObject({ requestId, tasks })
export type AddTasks = z.infer<typeof AddTasks>
/** Done may have a note; not done says why. */
export const AnswerTask = z.strictObject({ requestId, done: z.boolean(), note: words.optional() })
export type AnswerTask = z.infer<typeof AnswerTask>
export const EndAction = z.strictObject({
  requestId,
  result: words,
  /** Every task that is still open, each with why it was left undone. */
  leftUndone: z
    .array(z.strictObject({ taskId: z.uuid(), reason: words }))
    .max(40)
    .default([]),
})
export type EndAction = z.input<typeof EndAction>
export const CallOffAction = z.strictObject({ requestId, reason: words })
export type CallOffAction = z.infer<typeof CallOffAction>
export const EraseActionTexts = z.strictObject({
  requestId,
  textIds: z.array(z.uuid()).min(1).max(50),
  reason: words,
})
export type EraseActionTexts = z.infer<typeof EraseActionTexts>
export const ActionReceipt = z.object({ actionId: z.uuid(), stage: ActionStage })
export type ActionReceipt = z.infer<typeof ActionReceipt>

const StationName = z.object({ id: z.uuid(), zh: z.string(), en: z.string() })

/** A text with its id, by which it is erased; its body is null where it was. */
const Said = z.object({ id: z.uuid(), body: z.string().nullable() })

const Task = z.object({
  id: z.uuid(),
  unit: UnitName,
  stage: TaskStage,
  words: Said,
  dueAt: at,
  /** Open past its moment, or answered after it. */
  late: z.boolean(),
  answeredAt: at.nullable(),
  note: Said.nullable(),
  byLead: z.boolean(),
  can: z.array(z.enum(['done', 'undone'])),
})
export type ActionTask = z.infer<typeof Task>

export const ActionRow = z.object({
  id: z.uuid(),
  phase: ActionPhase,
  area: PlaceName,
  station: StationName.nullable(),
  whistleId: z.uuid().nullable(),
  plan: Said,
  startsAt: at,
  overAt: at.nullable(),
  /** The tasks that the asker sees. */
  tasks: z.array(z.object({ id: z.uuid(), unit: UnitName, stage: TaskStage, dueAt: at, late: z.boolean() })),
})
export type ActionRow = z.infer<typeof ActionRow>
export const ActionQuery = z.strictObject({
  /** `mine` waits for the asker: a task to answer, or a result to give. */
  list: z.enum(['mine', 'open', 'over', 'all']).default('all'),
  whistleId: z.uuid().optional(),
  stationId: z.uuid().optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type ActionQuery = z.infer<typeof ActionQuery>
export const ActionPage = z.object({ rows: z.array(ActionRow), next: z.uuid().nullable() })
export type ActionPage = z.infer<typeof ActionPage>

export const Action = ActionRow.extend({
  place: Said.nullable(),
  leadUnit: UnitName.nullable(),
  tasks: z.array(Task),
  /** Whether these are all tasks, or the asker's unit's alone. */
  whole: z.boolean(),
  /** The result, or why it was called off. */
  said: Said.nullable(),
  can: z.array(z.enum(['add', 'end', 'call_off', 'erase'])),
})
export type Action = z.infer<typeof Action>
