import { z } from 'zod'
import { ClockLimits } from '../matters/limits.contract.ts'
import { AcceptCase, ClockAccount, Light, Source, Stage } from './contract.ts'

/** A page's key names the emergencies by which its list was begun: characters of the longest. */
export const longestKey = 4000

/** A place in words: ids and names from the community down. */
export const PlaceName = z.object({
  areaId: z.uuid(),
  names: z.array(z.object({ zh: z.string(), en: z.string() })),
})

export const UnitName = z.object({ id: z.uuid(), zh: z.string(), en: z.string() })

/** One act of a case's story, in the order of the journal. */
export const StoryLine = z.object({
  seq: z.number().int(),
  kind: z.string(),
  at: z.iso.datetime(),
  /** 补报: when it was entered, where that was later than it was done; else null. */
  enteredAt: z.iso.datetime().nullable(),
  /** Who acted: a unit, the reporter, an office; never a person's name to those who need not know it. */
  by: z.string().nullable(),
  unit: UnitName.nullable(),
  /** Words that this reader may see: reason, note, reply. */
  texts: z.array(z.object({ kind: z.string(), body: z.string() })),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type StoryLine = z.infer<typeof StoryLine>

/** A unit's part in a case. */
export const CasePart = z.object({
  unit: UnitName,
  role: z.enum(['lead', 'assist']),
  stage: z.string(),
  /** While it is listed (挂账): what it waits for, null once erased, and when it is looked at again. */
  listing: z.object({ condition: z.string().nullable(), reviewOn: z.iso.date() }).nullable(),
  account: ClockAccount,
})

export const CaseRequest = z.object({
  id: z.uuid(),
  unit: UnitName,
  kind: z.enum(['extension', 'pause', 'listing', 'return']),
  days: z.number().int().nullable(),
  reviewOn: z.string().nullable(),
  reason: z.string().nullable(),
  /** What a listing waits for. */
  condition: z.string().nullable(),
  /** A return that only the centre may decide (争议裁定). */
  arbitration: z.boolean(),
  askedAt: z.iso.datetime(),
  granted: z.boolean().nullable(),
})

/** What a matter allows a unit to ask for in one round of its clock, and what of it is left. */
export const ClockRoom = z.object({ most: ClockLimits, left: ClockLimits })

/** What the reader's own unit may still ask for in a case. */
export const OwnRoom = ClockRoom.extend({
  unit: UnitName,
  /** The last day on which a listing that is granted today may be looked at again. */
  latestReviewOn: z.iso.date(),
  /** What a return would be: decided by the desk above, by the centre, or not possible, since the centre named this unit. */
  giveBack: z.enum(['desk', 'centre', 'bound']),
})
export type OwnRoom = z.infer<typeof OwnRoom>

export const Photo = z.object({
  fileId: z.uuid(),
  purpose: z.enum(['report', 'handling', 'evidence']),
  addedAt: z.iso.datetime(),
})

/** The whole story of a case on one page, as one reader may see it. */
export const CaseStory = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(['appeal', 'incident']),
  source: Source,
  sourceNumber: z.string().nullable(),
  /** 代报: said for somebody else, by staff or by a relative or neighbour; whoever is called may be either. */
  onBehalf: AcceptCase.shape.onBehalf.unwrap().nullable(),
  stage: Stage,
  matter: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  confidential: z.boolean(),
  public: z.boolean(),
  place: PlaceName,
  address: z.string().nullable(),
  words: z.string().nullable(),
  summary: z.string().nullable(),
  acceptedAt: z.iso.datetime(),
  /** Masked, as in 张** 138****0417; null when nothing was left. */
  reporter: z.object({ name: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  response: ClockAccount,
  parts: z.array(CasePart),
  requests: z.array(CaseRequest),
  /** Null where the reader asks for nothing in this case. */
  room: OwnRoom.nullable(),
  photos: z.array(Photo),
  joined: z.array(z.object({ id: z.uuid(), number: z.string() })),
  joinedInto: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  rating: z.number().int().nullable(),
  solved: z.boolean().nullable(),
  reopened: z.number().int(),
  /** Made in a drill of an emergency, and no neighbour's. */
  practice: z.boolean(),
  timeline: z.array(StoryLine),
  /** Acts that this reader may do now, by name. */
  can: z.array(z.string()),
})
export type CaseStory = z.infer<typeof CaseStory>

/** What the reporter sees by receipt code or account. */
export const FollowedCase = z.object({
  number: z.string(),
  caseId: z.uuid(),
  stage: Stage,
  matter: z.object({ zh: z.string(), en: z.string() }).nullable(),
  words: z.string().nullable(),
  place: PlaceName,
  acceptedAt: z.iso.datetime(),
  responseDueAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  /** The community, street or district whose desk reads it and answers for it. */
  desk: z.object({ zh: z.string(), en: z.string() }),
  unit: UnitName.nullable(),
  answer: z.string().nullable(),
  account: ClockAccount,
  timeline: z.array(StoryLine),
  photos: z.array(Photo),
  solved: z.boolean().nullable(),
  rating: z.number().int().nullable(),
  can: z.array(z.enum(['add', 'withdraw', 'rate', 'reopen'])),
})
export type FollowedCase = z.infer<typeof FollowedCase>

/** A row of a desk's queue. */
export const CaseRow = z.object({
  id: z.uuid(),
  number: z.string(),
  stage: Stage,
  kind: z.enum(['appeal', 'incident']),
  matter: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  summary: z.string().nullable(),
  place: PlaceName,
  unit: UnitName.nullable(),
  acceptedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  light: Light,
  account: ClockAccount,
  reopened: z.number().int(),
  pendingRequest: z.string().nullable(),
  /** Made in a drill of an emergency, and no neighbour's. */
  practice: z.boolean(),
  /** The emergency, by name, that puts it above the rest now. */
  first: z
    .object({
      modeId: z.uuid(),
      zh: z.string(),
      en: z.string(),
      /** Nobody has screened it yet: it may be one of its matters. */
      maybe: z.boolean(),
    })
    .nullable(),
})
export type CaseRow = z.infer<typeof CaseRow>

export const DeskQuery = z.object({
  queue: z.enum(['screen', 'dispatch', 'work', 'decide', 'reply', 'check', 'open', 'ended']),
  /** `stopped`: nobody can hurry it, such as while it waits to be answered. */
  light: z.enum([...Light.options, 'stopped']).optional(),
  matter: z.string().max(10).optional(),
  areaId: z.uuid().optional(),
  /** As a wall counts: without practice and confidential cases, and in an area only what is not kept from it. */
  plain: z.stringbool().optional(),
  /** The lead unit. */
  unitId: z.uuid().optional(),
  stage: Stage.optional(),
  /** Only what a reporter sent back. */
  again: z.stringbool().optional(),
  /** By the deadline that counts, or by acceptance; ended cases are never sorted by a deadline. */
  sort: z.enum(['due', 'newest', 'oldest']).optional(),
  after: z.string().max(longestKey).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type DeskQuery = z.infer<typeof DeskQuery>

/** The same list as a workbook, in the language that its reader reads. Its filters go on the record: codes, no words. */
export const DeskExportQuery = DeskQuery.omit({ after: true, limit: true }).extend({
  matter: z
    .string()
    .regex(/^[A-Z]{2}\d{2,3}$/)
    .optional(),
  language: z.enum(['zh', 'en']).default('zh'),
})
export type DeskExportQuery = z.infer<typeof DeskExportQuery>

export const DeskPage = z.object({ rows: z.array(CaseRow), next: z.string().nullable() })
export type DeskPage = z.infer<typeof DeskPage>

/** How many wait in each queue, and the lights of what is open; counted up to a bound. */
export const DeskCounts = z.object({
  queues: z.record(z.string(), z.number().int()),
  /** Long-term listings whose review has come, for whoever decides them. */
  reviewsDue: z.number().int(),
  lights: z.object({ green: z.number().int(), yellow: z.number().int(), red: z.number().int() }),
  /** Counts stop here: `1000` means "1000 or more". */
  bound: z.number().int(),
})
export type DeskCounts = z.infer<typeof DeskCounts>

export const BoardQuery = z.object({
  community: z.uuid().optional(),
  /** A grid or estate: what happened right there comes before the rest. */
  near: z.uuid().optional(),
  matter: z.string().max(10).optional(),
  state: z.enum(['open', 'done', 'all']).default('all'),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type BoardQuery = z.infer<typeof BoardQuery>

/** Counted time, with what is needed to say it in days. */
export const CountedTime = z.object({
  minutes: z.number().int().nonnegative(),
  /** In office hours, or round the clock. */
  measure: ClockAccount.shape.measure,
  /** Counted minutes of one day. */
  minutesPerDay: ClockAccount.shape.minutesPerDay,
})
export type CountedTime = z.infer<typeof CountedTime>

/** A case as everybody may read it: never the original words, no place nearer than the estate. */
export const BoardRow = z.object({
  number: z.string(),
  matter: z.object({ code: z.string(), zh: z.string(), en: z.string() }),
  place: PlaceName,
  summary: z.string(),
  answer: z.string().nullable(),
  stage: Stage,
  acceptedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  resolvedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  light: Light,
  /** How long it took from acceptance to resolution, in the matter's own time; null while it is open. */
  took: CountedTime.nullable(),
  /** From acceptance to its deadline, counted likewise; null where there is none. */
  allowed: CountedTime.nullable(),
  rating: z.number().int().nullable(),
  /** How many people reported it (joined). */
  reports: z.number().int(),
})
export type BoardRow = z.infer<typeof BoardRow>

export const BoardPage = z.object({ rows: z.array(BoardRow), next: z.string().nullable() })
export type BoardPage = z.infer<typeof BoardPage>

export const BoardCountsQuery = BoardQuery.pick({ community: true, matter: true })
export type BoardCountsQuery = z.infer<typeof BoardCountsQuery>
/** How many cases the board shows: those of the last `days` local days, today with them, and what is open now, however old. */
export const BoardCounts = z.object({
  days: z.number().int(),
  accepted: z.number().int(),
  done: z.number().int(),
  /** Of those done, within their deadline. */
  inTime: z.number().int(),
  open: z.number().int(),
  /** Of those open, past their deadline. */
  late: z.number().int(),
})
export type BoardCounts = z.infer<typeof BoardCounts>

/** Open cases of one matter: how many there are, and how many of them are with a unit, whose clock runs. */
export const OpenOfMatter = z.object({ open: z.number().int(), withUnit: z.number().int() })
export type OpenOfMatter = z.infer<typeof OpenOfMatter>
