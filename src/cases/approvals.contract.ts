import { z } from 'zod'
import { ClockAccount } from './contract.ts'
import { CaseRequest, CaseRow, ClockRoom, longestKey, PlaceName, UnitName } from './story.contract.ts'

/** A request that waits for the reader's decision, with all that is needed to decide it. */
export const Approval = CaseRequest.omit({ id: true, granted: true }).extend({
  requestId: z.uuid(),
  caseId: z.uuid(),
  number: z.string(),
  matter: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  place: PlaceName,
  /** What the public may read; null where nothing was written for it. Never what the reporter said. */
  summary: z.string().nullable(),
  reopened: z.number().int(),
  /** How often this unit was granted something in this case before. */
  grantedBefore: z.number().int(),
  /** What the matter allows, and what of it is left before this request. */
  room: ClockRoom.nullable(),
  /** Units that gave the case back before, and why: for whoever decides a dispute. */
  returnedBefore: z.array(z.object({ unit: UnitName, at: z.iso.datetime(), reason: z.string().nullable() })),
  /** The unit's clock as it stands. */
  account: ClockAccount,
  /** The same clock as it would stand once granted; null where the unit would be out of the case. */
  grantedAccount: ClockAccount.nullable(),
  practice: z.boolean(),
  /** The emergency, by name, that puts it above the rest now. */
  first: CaseRow.shape.first,
})
export type Approval = z.infer<typeof Approval>

export const ApprovalsQuery = z.object({
  /** As a page's `next` says it. */
  after: z
    .string()
    .regex(/^(?:first:)?[0-9a-f-]{36}(?:,[0-9a-f-]{36})*$/)
    .max(longestKey)
    .optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type ApprovalsQuery = z.infer<typeof ApprovalsQuery>

/** What was asked first stands first, and above it what an emergency that is on puts first. */
export const ApprovalPage = z.object({ rows: z.array(Approval), next: z.string().nullable() })
export type ApprovalPage = z.infer<typeof ApprovalPage>
