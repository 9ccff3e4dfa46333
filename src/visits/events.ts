import { z } from 'zod'
import { lineWriter } from '../platform/events.ts'
import { VisitHow, VisitNeed, VisitOutcome } from './contract.ts'

const id = z.uuid()
const commit = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Lines of visits go on the chain of the home's community: ids, ways and days. Not why somebody came, nor what was heard:
 * that is committed to and nothing more.
 */
export const visitLine = lineWriter({
  /** Subject: the visit. When it was is the line's `occurred_at`. */
  'visit.logged': z.strictObject({
    homeId: id,
    buildingId: id,
    gridId: id.nullable(),
    how: VisitHow,
    outcome: VisitOutcome,
    postKind: z.string().nullable(),
    day: z.iso.date(),
    /** Commitments to what was heard and to the point, where there are any. */
    heard: commit.nullable(),
    point: commit.nullable(),
  }),
  'visit.taken_back': z.strictObject({}),
  /** What was heard and the point are gone: with a person who was erased, with a visit that was taken back, or when their term is over. */
  'visit.forgotten': z.strictObject({ words: z.array(z.enum(['heard', 'point'])) }),
  /** Subject: the wish of a home not to be visited. */
  'visit_wish.said': z.strictObject({ homeId: id, visitId: id, onDay: z.iso.date() }),
  'visit_wish.ended': z.strictObject({ onDay: z.iso.date() }),
  /** Subject: the rule. On the district's chain. */
  'visit_rule.set': z.strictObject({ need: VisitNeed, days: z.number().int(), validFrom: z.iso.date() }),
  /** The building lies elsewhere now: other posts see the visits to its homes. Subject: the building. */
  'visit.reach_moved': z.strictObject({ reach: z.array(id) }),
})
