import { z } from 'zod'
import { SheetLanguage } from '../../platform/sheet/send-sheet.ts'
import { Light, Source, Stage } from '../contract.ts'
import { CaseRow, longestKey } from '../story.contract.ts'

/** What stands in the box, and what narrows it; all of it is the page's address. */
export const FindCases = z.object({
  /** Words, initials, a number, and words for a light, a stage or a time, in any order. */
  q: z.string().max(100).optional(),
  areaId: z.uuid().optional(),
  /** A unit with a part in the case, lead or assisting. */
  unitId: z.uuid().optional(),
  matter: z
    .string()
    .regex(/^[A-Z]{2}\d{2,3}$/)
    .optional(),
  stage: Stage.optional(),
  state: z.enum(['open', 'ended']).optional(),
  light: Light.optional(),
  source: Source.optional(),
  /** First and last local day of acceptance. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  after: z.string().max(longestKey).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type FindCases = z.infer<typeof FindCases>

/** What goes out as a sheet: all that a page asks by, which the sheet states. */
export const FindExport = FindCases.omit({ after: true, limit: true, source: true }).extend({
  language: SheetLanguage,
})
export type FindExport = z.infer<typeof FindExport>

/** How the box was understood: what is looked for as words, and what was read as a filter. */
export const Understood = z.object({
  words: z.array(z.string()),
  /** Too short to look for: one character. */
  ignored: z.array(z.string()),
  light: Light.optional(),
  stage: Stage.optional(),
  state: z.enum(['open', 'ended']).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})
export type Understood = z.infer<typeof Understood>

export const FoundCases = z.object({
  rows: z.array(CaseRow),
  /** The key to read on by; a page without rows may have one, where older cases were not looked at yet. */
  next: z.string().nullable(),
  /** Up to `bound`, and whether all was looked at; null on pages after the first. */
  count: z.object({ found: z.number().int(), bound: z.number().int(), whole: z.boolean() }).nullable(),
  /** Whether the box held a case's number, and the row is that case. */
  byNumber: z.boolean(),
  understood: Understood,
})
export type FoundCases = z.infer<typeof FoundCases>
