import { z } from 'zod'
import { isCalendarDay } from '../kernel/entered-day.ts'

/** What a person may be allowed to do. The web reads what GET /api/me lists; the server decides by the same table. */
export const acts = [
  'case.accept',
  'case.accept_on_behalf',
  'case.see',
  'case.follow',
  'case.rate',
  'case.screen',
  'case.dispatch',
  'case.sign',
  'case.handle',
  'case.resolve',
  'case.request',
  'case.decide',
  'case.arbitrate',
  'case.reply',
  'case.publish',
  'case.check',
  'case.press',
  'case.close',
  'case.see_reporter',
  'case.erase',
  'board.read',
  'grid.see',
  'community.read',
  'community.ask',
  'community.publish',
  'community.answer',
  'round.see',
  'round.walk',
  'round.set',
  'grid_day.check_in',
  'alert.see',
  'whistle.see',
  'whistle.blow',
  'whistle.answer',
  'whistle.coordinate',
  'whistle.rate',
  'whistle.advise',
  'mediation.conduct',
  'mediation.count',
  'station.see',
  'station.keep',
  'action.see',
  'action.lead',
  'action.answer',
  'emergency.declare',
  'assessment.see',
  'assessment.claim',
  'assessment.mark',
  'assessment.decide',
  'report.write',
  'import.run',
  'export.run',
  'area.manage',
  'matter.manage',
  'calendar.manage',
  'unit.manage',
  'body.manage',
  'link.manage',
  'people.manage',
  'channel.manage',
  'register.see',
  'register.update',
  'register.see_identity',
  'register.export',
  'register.import',
  'register.count',
  'rights.answer',
  'hand_over.keep',
  'journal.verify',
] as const
export const Act = z.enum(acts)
export type Act = z.infer<typeof Act>

/** The kinds of post (岗位) that the loop needs. */
export const PostKind = z.enum([
  'administrator',
  'centre',
  'street_desk',
  'community_desk',
  'unit_desk',
  'unit_head',
  'grid_leader',
  'grid_worker',
  'evaluator',
])
export type PostKind = z.infer<typeof PostKind>

/** A name that staff sign in with: letters of any script, digits, `_ . -`; small and capital letters are one. */
export const accountNameForm = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{1,29}$/u
const AccountName = z.string().trim().regex(accountNameForm)
const Password = z.string().min(8).max(128)
const Phone = z
  .string()
  .trim()
  .regex(/^[+\d][\d -]{5,19}$/)

export const SignInByName = z.strictObject({
  username: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(128),
})
export const SendCode = z.strictObject({ phoneNumber: Phone })
export const SignInByCode = z.strictObject({
  phoneNumber: Phone,
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
})
export const ChangePassword = z.strictObject({
  currentPassword: z.string().min(1).max(128),
  newPassword: Password,
})
const NewPost = z.strictObject({
  kind: PostKind,
  /**
   * The unit it belongs to; needed by `unit_desk` and `unit_head`. Left out, it is the body that answers in the area of a desk
   * or a grid, where there is one; null is none.
   */
  unitId: z.uuid().nullable().optional(),
  /** Left out, it is where the unit stands, or for a post of the district the district. */
  areaId: z.uuid().optional(),
  /** Name and work telephone that residents are shown beside "my grid worker". */
  publicName: z.string().trim().min(1).max(40).nullable().default(null),
  publicPhone: Phone.nullable().default(null),
  /** First day of the term; today where left out. */
  startsOn: z.iso.date().refine(isCalendarDay).optional(),
  /** First day on which the post is held no more. */
  endsOn: z.iso.date().refine(isCalendarDay).nullable().default(null),
})
export type NewPost = z.input<typeof NewPost>

export const OpenAccount = z.strictObject({
  accountName: AccountName,
  password: Password,
  /** As colleagues call the person. */
  name: z.string().trim().min(1).max(40),
  locale: z.enum(['zh', 'en']).default('zh'),
  posts: z.array(NewPost).max(5).default([]),
})
export type OpenAccount = z.input<typeof OpenAccount>
export const OpenedAccount = z.object({ accountId: z.uuid(), postIds: z.array(z.uuid()) })
export type OpenedAccount = z.infer<typeof OpenedAccount>

/** With a request id the same post sent again is given once. */
export const GivePost = NewPost.extend({ accountId: z.uuid(), requestId: z.uuid().optional() })
export type GivePost = z.input<typeof GivePost>
export const GivenPost = z.object({ postId: z.uuid() })
export type GivenPost = z.infer<typeof GivenPost>
export const EndPost = z.strictObject({
  /** As every act of the pages carries one; ended twice it is ended once, with or without. */
  requestId: z.uuid().optional(),
  postId: z.uuid(),
  /** First day on which it is held no more: today or later; today where left out. */
  endsOn: z.iso.date().refine(isCalendarDay).optional(),
})
export type EndPost = z.infer<typeof EndPost>
export const EndedPost = z.object({ postId: z.uuid(), endsOn: z.iso.date() })
export type EndedPost = z.infer<typeof EndedPost>

/** The first administrator, and the district that the installation serves. */
export const SetUp = z.strictObject({
  accountName: AccountName,
  password: Password,
  name: z.string().trim().min(1).max(40),
  districtNameZh: z.string().trim().min(1).max(60),
  districtNameEn: z.string().trim().max(80).default(''),
  /** Official code of the district: 6 or 12 digits. */
  districtCode: z
    .string()
    .trim()
    .regex(/^(\d{6}|\d{12})$/),
})
export type SetUp = z.input<typeof SetUp>

const Named = z.object({ id: z.uuid(), nameZh: z.string(), nameEn: z.string() })

export const ListAccounts = z.object({
  /** Part of a person's name or of the account name. */
  text: z.string().trim().max(60).default(''),
  /** Id of the last account already seen. */
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListAccounts = z.infer<typeof ListAccounts>

/** A post with its term, ended ones too. */
export const PostRow = z.object({
  id: z.uuid(),
  kind: PostKind,
  unit: Named.nullable(),
  area: Named.extend({ kind: z.string() }),
  /** Names on the way down to the area, the street first and the area itself last; empty for the district. */
  way: z.array(Named.pick({ nameZh: true, nameEn: true })),
  publicName: z.string().nullable(),
  publicPhoneMasked: z.string().nullable(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
})
export type PostRow = z.infer<typeof PostRow>

export const AccountRow = z.object({
  id: z.uuid(),
  name: z.string(),
  /** What they sign in with. */
  accountName: z.string(),
  openedAt: z.iso.datetime(),
  posts: z.array(PostRow),
})
export type AccountRow = z.infer<typeof AccountRow>
/** Staff accounts, the latest first; `next` is the id to ask on from, or null. */
export const AccountPage = z.object({ rows: z.array(AccountRow), next: z.string().nullable() })
export type AccountPage = z.infer<typeof AccountPage>

/** Who I am here: account, posts, and what they allow. */
export const Me = z.object({
  account: z.object({ id: z.uuid(), kind: z.enum(['staff', 'resident']), name: z.string() }).nullable(),
  posts: z.array(
    z.object({
      id: z.uuid(),
      kind: PostKind,
      unit: Named.nullable(),
      area: Named.extend({ kind: z.string() }),
      /** Whose post it is where one stands in for somebody, until that day (the first without it). */
      lentBy: z.object({ name: z.string(), until: z.iso.date() }).nullable(),
    }),
  ),
  acts: z.array(Act),
  district: z.object({
    id: z.string(),
    /** The district's own area; null before set-up. */
    areaId: z.uuid().nullable(),
    nameZh: z.string(),
    nameEn: z.string(),
    demonstration: z.boolean(),
    /** No administrator yet: the browser shows the set-up. */
    needsSetUp: z.boolean(),
  }),
})
export type Me = z.infer<typeof Me>

export const AskGridWorker = z.object({ areaId: z.uuid() })
/** Who looks after a place, as residents may know it. Whether they are on duty now is the calendar's to say. */
export const GridWorkers = z.object({
  people: z.array(
    z.object({
      kind: z.enum(['grid_worker', 'grid_leader']),
      name: z.string(),
      phone: z.string().nullable(),
      areaId: z.uuid(),
    }),
  ),
})
export type GridWorkers = z.infer<typeof GridWorkers>

/** One-time codes that no gateway sent, the latest first. */
export const Outbox = z.object({
  codes: z.array(
    z.object({
      phoneMasked: z.string(),
      code: z.string(),
      writtenAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
    }),
  ),
})
export type Outbox = z.infer<typeof Outbox>
