import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'
import { HandOverCounts, SeatKind } from './contract.ts'

const id = z.uuid()
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const seat = {
  seat: SeatKind,
  unitId: id.nullable(),
  areaId: id,
  /** From the district down to the area. */
  path: z.array(id).min(1),
}

const handOverEvents = {
  'hand_over.given': z.strictObject({
    ...seat,
    counts: HandOverCounts,
    /** SHA-256 of the list of what was open. */
    items: hash,
    /** The one that nobody had taken. */
    replaces: id.nullable(),
    commits: z.record(id, hash).default({}),
  }),
  'hand_over.taken': z.strictObject(seat),
  /** Nobody has taken it in the time that it may wait. */
  'hand_over.untaken': z.strictObject(seat),
} as const

/** Lines of hand-overs; subject is the hand-over. */
export const handOverLine = lineWriter(handOverEvents)
