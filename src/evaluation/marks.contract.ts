import { z } from 'zod'
import { Name, UnitName } from './contract.ts'

const requestId = z.uuid()
const words = z.string().trim().min(1).max(500)
const Five = z.int().min(1).max(5)
/** What a street or community says of a department: of its part in a case that it assisted, or of its support. */
export const GiveMark = z.discriminatedUnion('kind', [
  z.strictObject({
    requestId,
    kind: z.literal('assist'),
    unitId: z.uuid(),
    caseId: z.uuid(),
    promptness: Five,
    result: Five,
    attitude: Five,
    words: words.optional(),
  }),
  z.strictObject({
    requestId,
    kind: z.literal('support'),
    unitId: z.uuid(),
    areaId: z.uuid(),
    support: Five,
    words: words.optional(),
  }),
])
export type GiveMark = z.infer<typeof GiveMark>
const MarkRow = z.object({
  id: z.uuid(),
  kind: z.enum(['assist', 'support']),
  unit: UnitName,
  by: z.array(Name),
  caseNumber: z.string().nullable(),
  promptness: Five.nullable(),
  result: Five.nullable(),
  attitude: Five.nullable(),
  support: Five.nullable(),
  words: z.string().nullable(),
  givenAt: z.iso.datetime(),
})
export const MarkPage = z.object({
  rows: z.array(MarkRow),
  next: z.uuid().nullable(),
  /** Areas for which the asker may speak, with the departments that they may speak of. */
  areas: z.array(z.object({ areaId: z.uuid(), names: z.array(Name) })),
  units: z.array(UnitName),
})
export type MarkPage = z.infer<typeof MarkPage>
export const MarkQuery = z.strictObject({
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type MarkQuery = z.infer<typeof MarkQuery>

/** Departments and street teams that assist in a case, with what was said of each. */
export const AssistParts = z.object({
  rows: z.array(
    z.object({
      unit: UnitName,
      mark: z.object({ promptness: Five, result: Five, attitude: Five }).nullable(),
      mayMark: z.boolean(),
    }),
  ),
})
export type AssistParts = z.infer<typeof AssistParts>
