import { z } from 'zod'
import { isCalendarDay } from '../kernel/entered-day.ts'
import { AccountPage, AccountRow, ListAccounts, PostKind } from './contract.ts'

/** Which accounts are wanted. Filters on posts look at those that are held today or are still to come. */
export const FindAccounts = ListAccounts.extend({
  kind: PostKind.optional(),
  /** Posts of this unit. */
  unitId: z.uuid().optional(),
  /** Posts in this area or below it. */
  areaId: z.uuid().optional(),
  /** Only those with a post that ends before this day (YYYY-MM-DD). */
  endsBefore: z.iso.date().refine(isCalendarDay).optional(),
  /** Accounts that were closed, instead of those that stand. */
  closed: z.stringbool().default(false),
})
export type FindAccounts = z.infer<typeof FindAccounts>

/** `closedAt` is the moment when the account was closed, or null while it stands. */
export const FoundAccount = AccountRow.extend({
  closedAt: z.iso.datetime().nullable(),
  /** Whether it signs in by a code from a phone too. */
  hasSecondFactor: z.boolean(),
})
export type FoundAccount = z.infer<typeof FoundAccount>
/** A page of accounts, and how many match in all. */
export const FoundAccounts = AccountPage.extend({ rows: z.array(FoundAccount), total: z.number().int() })
export type FoundAccounts = z.infer<typeof FoundAccounts>

/** A new password that nobody is shown a second time, and how many devices were signed out by it. */
export const PasswordReset = z.object({
  accountId: z.uuid(),
  password: z.string(),
  sessionsEnded: z.number().int(),
})
export type PasswordReset = z.infer<typeof PasswordReset>

export const CloseAccount = z.strictObject({ requestId: z.uuid() })
export type CloseAccount = z.infer<typeof CloseAccount>
export const ClosedAccount = z.object({ accountId: z.uuid(), postsEnded: z.number().int() })
export type ClosedAccount = z.infer<typeof ClosedAccount>

/** What posters are wanted: of a community's grids or of its buildings. */
export const AskPosters = z.object({ areaId: z.uuid(), kind: z.enum(['grid', 'building']) })
export type AskPosters = z.infer<typeof AskPosters>

const Name = z.object({ nameZh: z.string(), nameEn: z.string() })

/** What hangs on a wall: the place, its code, and who looks after it, as the public may know them. */
export const Poster = z.object({
  areaId: z.uuid(),
  /** Names on the way down, the street first and the place itself last. */
  names: z.array(Name).min(1),
  placeCode: z.string(),
  worker: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
})
export type Poster = z.infer<typeof Poster>
export const Posters = z.object({ area: Name, posters: z.array(Poster) })
export type Posters = z.infer<typeof Posters>
