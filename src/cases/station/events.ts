import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'

const id = z.uuid()
const at = z.iso.datetime()
const day = z.iso.date()
/** Commitments by the id of the text that each covers. */
const commits = z.record(z.uuid(), z.string().regex(/^[0-9a-f]{64}$/)).default({})
const tasks = z.array(z.strictObject({ taskId: id, unitId: id, dueAt: at })).min(1)

/** Lines of a station and of its actions go on the chain of its place; those of one subject are numbered by `seq`. */
export const stationLine = lineWriter({
  'station.opened': z.strictObject({ areaId: id, leadUnitId: id, openedOn: day }),
  'station.closed': z.strictObject({ closedOn: day }),
  'station.person_added': z.strictObject({ personId: id, accountId: id, unitId: id, fromDay: day }),
  'station.person_ended': z.strictObject({ personId: id, untilDay: day }),
  /** The whole roster of a day: what was said of it before counts no more. */
  'station.roster_set': z.strictObject({
    day,
    shifts: z.array(z.strictObject({ fromMinute: z.int(), untilMinute: z.int(), personIds: z.array(id) })),
  }),
  'station.reach_moved': z.strictObject({ reach: z.array(id) }),
  'action.opened': z.strictObject({
    whistleId: id.nullable(),
    stationId: id.nullable(),
    areaId: id,
    leadUnitId: id.nullable(),
    startsAt: at,
    tasks,
    commits,
  }),
  'action.tasks_added': z.strictObject({ tasks, commits }),
  'action.task_done': z.strictObject({ taskId: id, unitId: id, commits }),
  'action.task_undone': z.strictObject({ taskId: id, unitId: id, commits }),
  /** With the tasks that whoever leads left undone. */
  'action.ended': z.strictObject({
    undone: z.array(z.strictObject({ taskId: id, unitId: id })),
    unitIds: z.array(id),
    commits,
  }),
  'action.called_off': z.strictObject({ unitIds: z.array(id), commits }),
  /** The case of its whistle turned out to be confidential: it is the centre's alone, and over. */
  'action.hidden': z.strictObject({ reach: z.array(id), unitIds: z.array(id) }),
  'action.reach_moved': z.strictObject({ areaId: id, reach: z.array(id) }),
  'action.texts_erased': z.strictObject({ texts: z.array(id), commits }),
} as const)
