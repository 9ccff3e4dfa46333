import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'
import { ConsentPurpose, LookPurpose, OccupancyRole } from './contract.ts'

const id = z.uuid()
const day = z.iso.date()
const count = z.number().int().min(0)
const commit = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Lines of the register go on the chain of the home's or person's community: ids, days and commitments. No name, no
 * number, no circumstance: what kind of care somebody needs is not in a book that is never erased.
 */
export const registerLine = lineWriter({
  /** Subject: the home. */
  'home.added': z.strictObject({ buildingId: id, importId: id.nullable() }),
  'home.changed': z.strictObject({ importId: id.nullable() }),
  'home.ended': z.strictObject({ onDay: day, importId: id.nullable() }),
  /** Somebody asked at the door and found all as it stands. */
  'home.confirmed': z.strictObject({ onDay: day }),
  /** Subject: the person. The commitment covers what is written of them. */
  'person.entered': z.strictObject({ commit, importId: id.nullable() }),
  'person.changed': z.strictObject({ commit, importId: id.nullable() }),
  /** All that was written of them is gone, on their own request. */
  'person.erased': z.strictObject({}),
  /** Subject: the occupancy. */
  'person.moved_in': z.strictObject({
    personId: id,
    homeId: id,
    role: OccupancyRole,
    lives: z.boolean(),
    fromDay: day,
    importId: id.nullable(),
  }),
  'person.moved_out': z.strictObject({ personId: id, homeId: id, toDay: day, importId: id.nullable() }),
  /** They are still there: it was a mistake. */
  'person.stayed': z.strictObject({ personId: id, homeId: id, importId: id.nullable() }),
  /** Owns the home still, and lives elsewhere now. */
  'person.lives_elsewhere': z.strictObject({ personId: id, homeId: id, importId: id.nullable() }),
  /** Subject: the household. */
  'household.grouped': z.strictObject({ homeId: id, personIds: z.array(id) }),
  'household.parted': z.strictObject({ homeId: id }),
  /** Subject: the consent. */
  'consent.given': z.strictObject({ personId: id, purpose: ConsentPurpose, givenOn: day }),
  'consent.withdrawn': z.strictObject({ personId: id, onDay: day }),
  /** Subject: the import of a file. Rows by their place in it. */
  'register.chunk_imported': z.strictObject({ firstRow: count, lastRow: count, taken: count, stale: count }),
  'register.imported': z.strictObject({
    taken: count,
    stale: count,
    fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  'register.chunk_undone': z.strictObject({ firstRow: count, lastRow: count, undone: count, kept: count }),
  'register.import_undone': z.strictObject({ undone: count, kept: count }),
  /** An import was undone, and what it had entered went with it. Subject: the home, the person, the occupancy. */
  'home.taken_back': z.strictObject({ importId: id }),
  'person.taken_back': z.strictObject({ importId: id }),
  'person.move_taken_back': z.strictObject({ importId: id }),
  /** Subject: the flag. The commitment covers its reason. */
  'care.flagged': z.strictObject({ personId: id, consentId: id, startsOn: day, endsOn: day, commit }),
  'care.reviewed': z.strictObject({ personId: id, endsOn: day }),
  'care.ended': z.strictObject({ personId: id, onDay: day }),
  /** Subject: the look. */
  'identity.seen': z.strictObject({ personId: id, purpose: LookPurpose }),
})
