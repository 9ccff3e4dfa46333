import { z } from 'zod'
import { SheetLanguage } from '../../platform/sheet/send-sheet.ts'
import { PlaceName, UnitName } from '../story.contract.ts'

export const PassedStage = z.enum(['passed', 'received', 'needs_more', 'taken_up', 'not_ours'])
export type PassedStage = z.infer<typeof PassedStage>
export const PassedFrom = z.enum(['case', 'whistle', 'station', 'itself'])
export type PassedFrom = z.infer<typeof PassedFrom>
export const PassedAnswer = z.enum(['taken_up', 'not_ours', 'needs_more'])
export type PassedAnswer = z.infer<typeof PassedAnswer>

const words = z.string().trim().min(1).max(1000)
const requestId = z.uuid()
const at = z.iso.datetime()

export const PassOn = z.strictObject({
  requestId,
  /** One of a case, a whistle and a station; where there is none, the area that it is about. */
  caseId: z.uuid().optional(),
  whistleId: z.uuid().optional(),
  stationId: z.uuid().optional(),
  areaId: z.uuid().optional(),
  /** A department or a street's team: who has the power. */
  toUnitId: z.uuid(),
  words,
})
export type PassOn = z.infer<typeof PassOn>
export const ReceivePassed = z.strictObject({ requestId })
export type ReceivePassed = z.infer<typeof ReceivePassed>
/** Not ours says why, needs more says what; taken up may have a word. */
export const AnswerPassed = z.strictObject({ requestId, answer: PassedAnswer, words: words.optional() })
export type AnswerPassed = z.infer<typeof AnswerPassed>
export const AddPassed = z.strictObject({ requestId, words })
export type AddPassed = z.infer<typeof AddPassed>
export const ErasePassedTexts = z.strictObject({
  requestId,
  textIds: z.array(z.uuid()).min(1).max(50),
  reason: z.string().trim().min(1).max(500),
})
export type ErasePassedTexts = z.infer<typeof ErasePassedTexts>
export const PassedReceipt = z.object({ id: z.uuid(), stage: PassedStage })
export type PassedReceipt = z.infer<typeof PassedReceipt>

/** A text with its id, by which it is erased; its body is null where it was. `added` gives what was asked for. */
const PassedText = z.object({
  id: z.uuid(),
  kind: z.enum(['passed_words', 'passed_more', 'passed_added', 'passed_answer']),
  body: z.string().nullable(),
})
export type PassedText = z.infer<typeof PassedText>

export const PassedRow = z.object({
  id: z.uuid(),
  stage: PassedStage,
  from: PassedFrom,
  /** The case, the whistle or the station; null for the unit that it was passed on to. */
  fromId: z.uuid().nullable(),
  area: PlaceName,
  /** Null where the street's desk passed it on. */
  fromUnit: UnitName.nullable(),
  toUnit: UnitName,
  passedAt: at,
  receiveDueAt: at,
  /** Not signed for by then, or signed for after it. */
  late: z.boolean(),
  receivedAt: at.nullable(),
  answeredAt: at.nullable(),
  texts: z.array(PassedText),
  can: z.array(z.enum(['receive', 'answer', 'add', 'erase'])),
})
export type PassedRow = z.infer<typeof PassedRow>

export const PassedQuery = z.strictObject({
  /** `mine` waits for the asker: to be signed for, answered, or told more. `late`: nobody has signed in time. */
  list: z.enum(['mine', 'open', 'late', 'over', 'all']).default('all'),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type PassedQuery = z.infer<typeof PassedQuery>
export const PassedPage = z.object({ rows: z.array(PassedRow), next: z.uuid().nullable() })
export type PassedPage = z.infer<typeof PassedPage>
export const PassedSheetQuery = PassedQuery.pick({ list: true }).extend({ language: SheetLanguage })
export type PassedSheetQuery = z.infer<typeof PassedSheetQuery>
