import { z } from 'zod'
import { isCalendarDay } from '../kernel/entered-day.ts'

const Name = z.object({ zh: z.string(), en: z.string() })
const UnitName = Name.extend({ id: z.uuid() })
const AreaName = Name.extend({ id: z.uuid() })
const requestId = z.uuid()
const reason = z.string().trim().min(2).max(300)

/** 公告: what a community tells its residents. Days are local; `shownUntil` is the last day on which it stands. */
export const Announcement = z.object({
  id: z.uuid(),
  title: z.string(),
  body: z.string(),
  /** In whose name it was published; never a person. */
  unit: UnitName.nullable(),
  pinned: z.boolean(),
  publishedAt: z.iso.datetime(),
  shownUntil: z.iso.date().nullable(),
})
export type Announcement = z.infer<typeof Announcement>
/** Pinned ones first, then the newest; `next` is the key to read on from, or null. */
export const AnnouncementPage = z.object({ rows: z.array(Announcement), next: z.string().nullable() })
export type AnnouncementPage = z.infer<typeof AnnouncementPage>

/** 问答: a question in the words that staff confirmed, with its answer. */
export const PublicAnswer = z.object({
  id: z.uuid(),
  question: z.string(),
  answer: z.string(),
  unit: UnitName.nullable(),
  answeredAt: z.iso.datetime(),
})
export type PublicAnswer = z.infer<typeof PublicAnswer>
/** The newest first. */
export const PublicAnswerPage = z.object({ rows: z.array(PublicAnswer), next: z.string().nullable() })
export type PublicAnswerPage = z.infer<typeof PublicAnswerPage>

export const PageQuery = z.object({
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})
export type PageQuery = z.infer<typeof PageQuery>

/** A community's public page: who looks after it, what it told lately, what it was asked. */
export const CommunityCard = z.object({
  area: AreaName.extend({ kind: z.string() }),
  street: AreaName.nullable(),
  /** Grid workers and grid leaders, as residents may know them, in the order of their grids. */
  people: z.array(
    z.object({
      kind: z.enum(['grid_worker', 'grid_leader']),
      name: z.string(),
      phone: z.string().nullable(),
      grid: AreaName,
    }),
  ),
  announcements: AnnouncementPage,
  answers: PublicAnswerPage,
})
export type CommunityCard = z.infer<typeof CommunityCard>

export const AskQuestion = z.strictObject({
  requestId,
  /** The community, or any place in it. */
  areaId: z.uuid(),
  words: z.string().trim().min(2).max(500),
  /** The asker was shown an emergency's numbers or the lawful channel, and asks all the same. */
  doorSeen: z.boolean().default(false),
})
export type AskQuestion = z.infer<typeof AskQuestion>
export const QuestionReceipt = z.object({
  questionId: z.uuid(),
  /** Opens the question to whoever has no account. */
  receiptCode: z.string(),
  askedAt: z.iso.datetime(),
})
export type QuestionReceipt = z.infer<typeof QuestionReceipt>

/** Why a question gets no answer: each is worded, with where to turn instead. */
export const DeclineReason = z.enum(['report_it', 'not_ours', 'personal', 'repeated', 'abusive'])
export type DeclineReason = z.infer<typeof DeclineReason>
export const QuestionStage = z.enum(['asked', 'answered', 'declined'])
export type QuestionStage = z.infer<typeof QuestionStage>

/** A question as whoever asked it reads it. */
export const OwnQuestion = z.object({
  id: z.uuid(),
  community: AreaName,
  words: z.string(),
  stage: QuestionStage,
  askedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  unit: UnitName.nullable(),
  because: DeclineReason.nullable(),
  /** The answer, or what was said beside the reason for giving none. */
  answer: z.string().nullable(),
})
export type OwnQuestion = z.infer<typeof OwnQuestion>
export const OwnQuestions = z.object({ rows: z.array(OwnQuestion) })
export type OwnQuestions = z.infer<typeof OwnQuestions>

export const PublishAnnouncement = z.strictObject({
  requestId,
  areaId: z.uuid(),
  title: z.string().trim().min(2).max(60),
  body: z.string().trim().min(2).max(2000),
  pinned: z.boolean().default(false),
  /** Today or later; without one it stands until it is withdrawn. */
  shownUntil: z.iso.date().refine(isCalendarDay).nullable().default(null),
})
export type PublishAnnouncement = z.infer<typeof PublishAnnouncement>
export const Withdraw = z.strictObject({ requestId, reason })
export type Withdraw = z.infer<typeof Withdraw>

export const AnswerQuestion = z.strictObject({
  requestId,
  answer: z.string().trim().min(2).max(1000),
  /** The question as everybody may read it: without names, telephones, homes. Null keeps it between asker and desk. */
  publicQuestion: z.string().trim().min(2).max(300).nullable(),
})
export type AnswerQuestion = z.infer<typeof AnswerQuestion>
export const DeclineQuestion = z.strictObject({
  requestId,
  because: DeclineReason,
  /** Said to the asker beside the reason. */
  words: z.string().trim().min(2).max(500),
})
export type DeclineQuestion = z.infer<typeof DeclineQuestion>
/** What was done, by the id of the announcement or question. */
export const Done = z.object({ id: z.uuid() })
export type Done = z.infer<typeof Done>

/** The asker's own act: it has no reason to give. */
export const TakeBack = z.strictObject({ requestId })
export type TakeBack = z.infer<typeof TakeBack>

/** A question at the desk that answers: what was asked, never by whom. */
export const DeskQuestion = OwnQuestion.extend({
  publicQuestion: z.string().nullable(),
  /** The asker took the question back: its words are gone, and what is public of it stays. */
  takenBackAt: z.iso.datetime().nullable(),
  /** When the public answer was taken back. */
  withdrawnAt: z.iso.datetime().nullable(),
})
export type DeskQuestion = z.infer<typeof DeskQuestion>
export const DeskQuestionQuery = z.object({
  stage: QuestionStage.default('asked'),
  areaId: z.uuid().optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type DeskQuestionQuery = z.infer<typeof DeskQuestionQuery>
/** Waiting ones the oldest first, others the newest. */
export const DeskQuestionPage = z.object({ rows: z.array(DeskQuestion), next: z.string().nullable() })
export type DeskQuestionPage = z.infer<typeof DeskQuestionPage>

/** An announcement at the desk, also one that is over or was withdrawn. */
export const DeskAnnouncement = Announcement.extend({
  community: AreaName,
  state: z.enum(['shown', 'over', 'withdrawn']),
  withdrawnAt: z.iso.datetime().nullable(),
})
export type DeskAnnouncement = z.infer<typeof DeskAnnouncement>
export const DeskAnnouncementQuery = z.object({
  areaId: z.uuid().optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type DeskAnnouncementQuery = z.infer<typeof DeskAnnouncementQuery>
/** The newest first. */
export const DeskAnnouncementPage = z.object({ rows: z.array(DeskAnnouncement), next: z.string().nullable() })
export type DeskAnnouncementPage = z.infer<typeof DeskAnnouncementPage>
