import { z } from 'zod'

/**
 * What a notice tells. `own_…`: of the reader's report, question or mediation; `grid_…`, `unit_…`, `desk_…`, `ladder_…`, `whistle_…`, `mediation_…`: of the reader's work; `account_…`: of the
 * reader's account. */
export const noticeKinds = [
  'alert',
  'own_dispatched',
  'own_signed',
  'own_replied',
  'own_declined',
  'own_referred',
  'own_joined',
  'own_more_time',
  'own_reopened',
  'own_reopen_refused',
  'own_closed',
  'own_question_answered',
  'own_question_declined',
  'grid_accepted',
  'unit_dispatched',
  'unit_reopened',
  'unit_sent_back',
  'unit_decided',
  'desk_requested',
  'desk_reopen_asked',
  'ladder_reminded',
  'ladder_pressed',
  'instruction_given',
  'instruction_answered',
  'instruction_withdrawn',
  'instruction_overdue',
  'whistle_review',
  'whistle_agreed',
  'whistle_unwarranted',
  'whistle_called',
  'whistle_invited',
  'whistle_pressed',
  'whistle_absent',
  'whistle_signed_late',
  'whistle_refused',
  'whistle_elsewhere',
  'whistle_acted',
  'whistle_released',
  'whistle_rated',
  'whistle_ended',
  'whistle_reminded',
  'whistle_climbed',
  'whistle_confirm',
  'action_task',
  'action_ended',
  'action_called_off',
  'action_undone',
  'emergency_called',
  'emergency_changed',
  'emergency_ending',
  'emergency_ended',
  'drill_called',
  'drill_ended',
  'passed_on',
  'passed_on_added',
  'passed_on_answered',
  'passed_on_overdue',
  'hand_over_given',
  'hand_over_untaken',
  'report_week',
  'report_month',
  'own_mediation_asked',
  'own_mediation_mediator',
  'own_mediation_session',
  'own_mediation_session_moved',
  'own_mediation_session_off',
  'own_mediation_to_sign',
  'own_mediation_redrafted',
  'own_mediation_in_force',
  'own_mediation_unkept',
  'own_mediation_confirmed',
  'own_mediation_closed',
  'own_mediation_ended',
  'mediation_requested',
  'mediation_consented',
  'mediation_refused',
  'mediation_left',
  'mediation_other_asked',
  'mediation_said',
  'account_passkey_added',
] as const
export const NoticeKind = z.enum(noticeKinds)
export type NoticeKind = z.infer<typeof NoticeKind>

/** Of a mediation nobody hears but its parties and the desk that conducts it. */
export type PrivateKind = Extract<NoticeKind, `own_mediation_${string}` | `mediation_${string}`>
export const isPrivate = (kind: string): kind is PrivateKind => /^(?:own_)?mediation_/.test(kind)

const Name = z.object({ zh: z.string(), en: z.string() })

/** One notice. It holds no words of anybody: the reader opens the case, as far as they may see it. */
export const Notice = z.object({
  id: z.uuid(),
  kind: NoticeKind,
  /** Null for an alert, a question, a mediation and the reader's account, which are no case. */
  caseId: z.uuid().nullable(),
  caseNumber: z.string().nullable(),
  /** Ids, codes, moments (ISO 8601): `areaId`, `unitId`, `role`, `dueAt`, `until`, `door`, `request`, `granted`, `questionId`, `modeId`, `emergency`, `atField`, `practice`, `whistleId`, `passedId`, `answer`, `handOverId`, `seat`, `report`, `start`, `actionId`, `mediationId`, `partyId`, `at`. */
  facts: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])),
  /** Of a whistle, the ladder or an instruction: which unit it speaks of; of a whistle and an emergency the place too. Else null. */
  unit: Name.nullable(),
  place: Name.nullable(),
  /** Of an emergency or a drill: what was declared. Else null. */
  emergency: Name.nullable(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
})
export type Notice = z.infer<typeof Notice>

export const NoticeQuery = z.object({
  /** Id of the last notice that was shown. */
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type NoticeQuery = z.infer<typeof NoticeQuery>

export const NoticePage = z.object({
  /** Unread emergencies, newest first: they stand above everything, and among `rows` too. */
  alerts: z.array(Notice),
  /** The reader's own, newest first. */
  rows: z.array(Notice),
  next: z.uuid().nullable(),
  /** Counted up to 100: `100` says "a hundred or more". */
  unread: z.number().int(),
})
export type NoticePage = z.infer<typeof NoticePage>

/** Marks as read: one and all that are older, or those that are named. */
export const ReadNotices = z.union([
  z.strictObject({ upTo: z.uuid() }),
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
])
export type ReadNotices = z.infer<typeof ReadNotices>

export const Unread = z.object({ unread: z.number().int() })
export type Unread = z.infer<typeof Unread>
