import { z } from 'zod'
import { isCalendarDay } from '../../kernel/entered-day.ts'
import { PostKind } from '../contract.ts'

/** How long a post may be lent at most, in days. */
export const lentDaysAtMost = 60

const Day = z.iso.date().refine(isCalendarDay)
const Named = z.object({ id: z.uuid(), nameZh: z.string(), nameEn: z.string() })

/** A post as somebody who stands in for it knows it. */
export const LentPost = z.object({ id: z.uuid(), kind: PostKind, unit: Named.nullable(), area: Named })
export type LentPost = z.infer<typeof LentPost>

const Person = z.object({ accountId: z.uuid(), name: z.string() })

export const Delegation = z.object({
  id: z.uuid(),
  post: LentPost,
  /** Whose post it is, and who stands in. */
  from: Person,
  to: Person,
  startsOn: z.iso.date(),
  /** First day without it. */
  endsOn: z.iso.date(),
  /** Counts today; otherwise it is still to come. */
  isNow: z.boolean(),
})
export type Delegation = z.infer<typeof Delegation>

export const AskDelegations = z.object({
  /** Whose: the asker's own where left out; an administrator may ask for anybody's. */
  accountId: z.uuid().optional(),
})
export type AskDelegations = z.infer<typeof AskDelegations>

/** What an account lends, what it stands in for, and its own posts that it may lend. Nothing that is over. */
export const Delegations = z.object({
  given: z.array(Delegation),
  taken: z.array(Delegation),
  posts: z.array(LentPost),
})
export type Delegations = z.infer<typeof Delegations>

export const AskColleagues = z.object({ postId: z.uuid() })
/** Who may stand in for a post. */
export const Colleagues = z.object({
  people: z.array(Person.extend({ posts: z.array(LentPost.omit({ id: true })) })),
})
export type Colleagues = z.infer<typeof Colleagues>

export const GiveDelegation = z.strictObject({
  requestId: z.uuid(),
  postId: z.uuid(),
  toAccountId: z.uuid(),
  /** First day; today where left out. */
  startsOn: Day.optional(),
  /** First day without it, at most 60 days after the first. */
  endsOn: Day,
})
export type GiveDelegation = z.infer<typeof GiveDelegation>
export const GivenDelegation = z.object({ delegationId: z.uuid() })
export type GivenDelegation = z.infer<typeof GivenDelegation>

export const EndDelegation = z.strictObject({ requestId: z.uuid() })
export type EndDelegation = z.infer<typeof EndDelegation>
