import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'

const id = z.uuid()
/** Commitments by the id of the text that each covers. */
const commits = z.record(z.uuid(), z.string().regex(/^[0-9a-f]{64}$/)).default({})

/** Lines of what was passed on go on the chain of its place, numbered by `seq`. */
export const passedLine = lineWriter({
  'passed_on.passed': z.strictObject({
    caseId: id.nullable(),
    whistleId: id.nullable(),
    stationId: id.nullable(),
    areaId: id,
    fromUnitId: id.nullable(),
    toUnitId: id,
    receiveDueAt: z.iso.datetime(),
    commits,
  }),
  'passed_on.received': z.strictObject({ unitId: id }),
  'passed_on.answered': z.strictObject({
    unitId: id,
    answer: z.enum(['taken_up', 'not_ours', 'needs_more']),
    commits,
  }),
  /** What the unit asked for was given: it is the unit's again. */
  'passed_on.added': z.strictObject({ unitId: id, commits }),
  /** Nobody signed for it in time: written once. */
  'passed_on.overdue': z.strictObject({ unitId: id }),
  /** Its case turned out to be confidential: it is the centre's alone. */
  'passed_on.hidden': z.strictObject({ reach: z.array(id) }),
  'passed_on.reach_moved': z.strictObject({ areaId: id, reach: z.array(id) }),
  'passed_on.texts_erased': z.strictObject({ texts: z.array(id), commits }),
} as const)
