import { z } from 'zod'
import { ClockAccount } from '../contract.ts'
import { PlaceName, UnitName } from '../story.contract.ts'

/** A part that is listed for the long term (挂账): what it waits for, and when it is looked at again. */
export const ListedPart = z.object({
  caseId: z.uuid(),
  number: z.string(),
  unit: UnitName,
  matter: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  place: PlaceName,
  /** What the public may read; null where nothing was written for it. Never what the reporter said. */
  summary: z.string().nullable(),
  /** Null once erased. */
  condition: z.string().nullable(),
  listedAt: z.iso.datetime().nullable(),
  reviewOn: z.iso.date(),
  /** Whether its day has come. */
  due: z.boolean(),
  /** The last day until which it may be listed on, by its matter. */
  latestReviewOn: z.iso.date(),
  account: ClockAccount,
  /** False where the reader acts for that very unit: nobody decides about oneself. */
  canReview: z.boolean(),
})
export type ListedPart = z.infer<typeof ListedPart>

export const ListingsQuery = z.strictObject({
  /** Those too whose day has not come. */
  all: z.stringbool().default(false),
  after: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type ListingsQuery = z.infer<typeof ListingsQuery>

/** What is to be looked at first stands first. */
export const ListingPage = z.object({ rows: z.array(ListedPart), next: z.string().nullable() })
export type ListingPage = z.infer<typeof ListingPage>
