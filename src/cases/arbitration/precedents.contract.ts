import { z } from 'zod'
import { PlaceName, UnitName } from '../story.contract.ts'

/** The centre's word (争议裁定) on which unit answers for a matter in a place. */
export const PrecedentRow = z.object({
  id: z.uuid(),
  matter: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  place: PlaceName,
  unit: UnitName,
  /** The case it was said in; its number is null where the reader does not see that case. */
  caseId: z.uuid(),
  number: z.string().nullable(),
  /** Null where the reader does not see it, or once it was erased. */
  reason: z.string().nullable(),
  decidedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Why it was ended; null while it holds, and where a later word took its place. */
  endReason: z.string().nullable(),
})
export type PrecedentRow = z.infer<typeof PrecedentRow>

export const PrecedentsQuery = z.strictObject({
  matter: z.string().max(10).optional(),
  /** Those that hold, or those that are over. */
  ended: z.stringbool().default(false),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type PrecedentsQuery = z.infer<typeof PrecedentsQuery>

/** The newest first. `canEnd`: whether the reader may end what holds. */
export const PrecedentPage = z.object({
  rows: z.array(PrecedentRow),
  next: z.uuid().nullable(),
  canEnd: z.boolean(),
})
export type PrecedentPage = z.infer<typeof PrecedentPage>

export const EndPrecedent = z.strictObject({
  requestId: z.uuid(),
  reason: z.string().trim().min(2).max(1000),
})
export type EndPrecedent = z.infer<typeof EndPrecedent>
