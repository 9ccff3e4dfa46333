import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'
import { Level } from './contract.ts'

const id = z.uuid()
const at = z.iso.datetime()
/** Commitments by the id of the text that each covers. */
const commits = z.record(z.uuid(), z.string().regex(/^[0-9a-f]{64}$/)).default({})

const emergencyEvents = {
  'emergency.declared': z.strictObject({
    kind: z.string(),
    drill: z.boolean(),
    areaId: id,
    level: Level,
    matters: z.array(z.string()),
    limitPercent: z.int(),
    unitIds: z.array(id),
    untilAt: at.nullable(),
    commits,
  }),
  'emergency.changed': z.strictObject({ level: Level, untilAt: at.nullable(), drill: z.boolean(), commits }),
  /** It is about to end by itself: people are told, who may give it more time. */
  'emergency.ending': z.strictObject({ untilAt: at, drill: z.boolean() }),
  /** `time`: its end had come, as of that moment; `real`: a drill gave way to a real one. */
  'emergency.ended': z.strictObject({
    why: z.enum(['by_hand', 'time', 'real']),
    drill: z.boolean(),
    commits,
  }),
  /** The roster stands: so many people were told. */
  'emergency.called': z.strictObject({ people: z.int(), drill: z.boolean(), areaId: id }),
  'emergency.acknowledged': z.strictObject({ areaId: id, unitId: id.nullable() }),
  'emergency.kind_announced': z.strictObject({
    code: z.string(),
    validFrom: z.string(),
    matters: z.array(z.string()),
    told: z.array(z.string()),
    limitPercent: z.int(),
  }),
} as const

/** Lines go on the chain of the area; what is declared, changed and ended of one is numbered by `seq`. */
export const emergencyLine = lineWriter(emergencyEvents)
