import { z } from 'zod'

/** Above assesses below, and below assesses above. */
export const Direction = z.enum(['down', 'up'])
export type Direction = z.infer<typeof Direction>

export const Measure = z.enum([
  'responded',
  'resolved',
  'solved',
  'satisfied',
  'stood',
  'signed',
  'arrived',
  'answered',
  'promptness',
  'result',
  'attitude',
  'assisted',
  'assist_mark',
  'support_mark',
])
export type Measure = z.infer<typeof Measure>

export const measuresOf: Readonly<Record<Direction, readonly Measure[]>> = {
  down: ['responded', 'resolved', 'solved', 'satisfied', 'stood'],
  up: [
    'signed',
    'arrived',
    'answered',
    'promptness',
    'result',
    'attitude',
    'assisted',
    'assist_mark',
    'support_mark',
  ],
}

/** Why a fact is as it is. */
export const Because = z.enum([
  'in_time',
  'late',
  'open',
  'said_solved',
  'said_unsolved',
  'said_satisfied',
  'said_unsatisfied',
  'closed',
  'reopened',
  'absent',
  'refused',
  'released',
  'elsewhere',
  'first_elsewhere',
  'marked',
])
export type Because = z.infer<typeof Because>

/** A month, YYYY-MM. */
export const Month = z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/)

const requestId = z.uuid()
const words = z.string().trim().min(1).max(500)
export const Name = z.object({ zh: z.string(), en: z.string() })
export const UnitName = Name.extend({ id: z.uuid() })
const MatterName = Name.extend({ code: z.string() })

/** Fewer facts are too few to say anything by, whatever a formula would like (Care 8). */
export const leastFacts = 3

export const FormulaRules = z.object({
  /** Days after a month's end on which claims may be filed; acts from work without signal have come in by then. */
  objectionDays: z.int().min(4).max(60),
  /** Fewer workers are no group. */
  leastWorkers: z.int().min(3).max(50),
  /** Codes of matters that ask and need nothing done (咨询): counted apart. */
  consultations: z.array(z.string().regex(/^[A-Z]{2}\d{2,3}$/)).max(200),
  weights: z
    .array(
      z.strictObject({
        measure: Measure,
        weight: z.int().min(0).max(100),
        /** With fewer facts the measure is too few to say. */
        least: z.int().min(leastFacts).max(1000),
      }),
    )
    .length(Measure.options.length)
    .refine((rows) => new Set(rows.map(({ measure }) => measure)).size === rows.length),
})
export type FormulaRules = z.infer<typeof FormulaRules>
export const AnnounceFormula = FormulaRules.extend({ requestId, fromMonth: Month }).strict()
export type AnnounceFormula = z.infer<typeof AnnounceFormula>
const Formula = FormulaRules.extend({ fromMonth: Month.nullable() })
export const FormulaList = z.object({
  /** The formula of this month. */
  inForce: Formula,
  announced: z.array(Formula),
  mayAnnounce: z.boolean(),
})
export type FormulaList = z.infer<typeof FormulaList>

export const MonthState = z.enum(['running', 'provisional', 'final'])
export type MonthState = z.infer<typeof MonthState>

/** How a measure stands: with too few facts no number is given, only that some may be opened. */
export const MeasureShown = z.object({
  measure: Measure,
  weight: z.int(),
  least: z.int(),
  /** Null where there are too few to say. */
  points: z.int().nullable(),
  outOf: z.int().nullable(),
  facts: z.int().nullable(),
  any: z.boolean(),
})
export type MeasureShown = z.infer<typeof MeasureShown>

const UnitScore = z.object({
  unit: UnitName,
  kind: z.string(),
  /** Tenths of a percent; null where there are too few to say. */
  scoreTenths: z.int().nullable(),
  measures: z.array(MeasureShown),
})
export type UnitScore = z.infer<typeof UnitScore>

export const AssessmentQuery = z.strictObject({
  month: Month.optional(),
  direction: Direction.default('down'),
  kind: z.string().max(40).optional(),
})
export type AssessmentQuery = z.infer<typeof AssessmentQuery>
export const MonthHead = z.object({
  month: Month,
  state: MonthState,
  /** Last day for claims. */
  claimsUntil: z.iso.date(),
  closedAt: z.iso.datetime().nullable(),
  openClaims: z.int(),
  mayClose: z.boolean(),
})
export type MonthHead = z.infer<typeof MonthHead>
export const Assessment = z.object({
  head: MonthHead,
  formula: Formula,
  units: z.array(UnitScore),
})
export type Assessment = z.infer<typeof Assessment>

export const UnitAssessment = z.object({
  head: MonthHead,
  unit: UnitName,
  down: UnitScore,
  up: UnitScore,
  /** Cases that ask only (咨询) are counted apart. */
  consultations: z.int(),
  takenOut: z.int(),
  mayClaim: z.boolean(),
})
export type UnitAssessment = z.infer<typeof UnitAssessment>

export const FactQuery = z.strictObject({
  month: Month,
  measure: Measure.optional(),
  /** Only those of a matter, of a category of matters, or of a post where that may be said. */
  matter: z.string().max(20).optional(),
  category: z.string().max(20).optional(),
  post: z.string().max(40).optional(),
  after: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type FactQuery = z.infer<typeof FactQuery>
export const FactRow = z.object({
  subject: z.uuid(),
  about: z.enum(['case', 'whistle', 'mark']),
  /** Number and matter of a case that the asker sees; null of any other. */
  number: z.string().nullable(),
  matter: MatterName.nullable(),
  mayOpen: z.boolean(),
  measure: Measure,
  round: z.int(),
  points: z.int(),
  outOf: z.int(),
  because: Because,
  countsAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  doneAt: z.iso.datetime().nullable(),
  counted: z.enum(['yes', 'taken_out', 'consultation']),
})
export type FactRow = z.infer<typeof FactRow>
export const FactPage = z.object({ rows: z.array(FactRow), next: z.string().nullable() })
export type FactPage = z.infer<typeof FactPage>

export const ClaimKind = z.enum(['exclusion', 'objection'])
export const FileClaim = z
  .strictObject({
    requestId,
    kind: ClaimKind,
    unitId: z.uuid(),
    month: Month,
    /** Cases or whistles that it names; exactly one of an exclusion. */
    subjects: z.array(z.uuid()).max(20),
    words,
  })
  .refine(({ kind, subjects }) => kind === 'objection' || subjects.length === 1, { path: ['subjects'] })
export type FileClaim = z.infer<typeof FileClaim>
export const DecideClaim = z.strictObject({
  requestId,
  granted: z.boolean(),
  /** What is taken out of unit and month; where it is granted, of what the claim names. */
  takenOut: z.array(z.uuid()).max(20),
  words,
})
export type DecideClaim = z.infer<typeof DecideClaim>
export const Filed = z.object({ id: z.uuid() })
export type Filed = z.infer<typeof Filed>

const Subject = z.object({ subject: z.uuid(), number: z.string().nullable() })
const ClaimRow = z.object({
  id: z.uuid(),
  kind: ClaimKind,
  unit: UnitName,
  month: Month,
  subjects: z.array(Subject),
  words: z.string().nullable(),
  filedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  granted: z.boolean().nullable(),
  takenOut: z.array(Subject),
  decision: z.string().nullable(),
  mayDecide: z.boolean(),
})
export type ClaimRow = z.infer<typeof ClaimRow>
export const ClaimQuery = z.strictObject({
  month: Month.optional(),
  unitId: z.uuid().optional(),
  open: z.stringbool().optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type ClaimQuery = z.infer<typeof ClaimQuery>
export const ClaimPage = z.object({ rows: z.array(ClaimRow), next: z.uuid().nullable() })
export type ClaimPage = z.infer<typeof ClaimPage>

export const CloseMonth = z.strictObject({ requestId })
export type CloseMonth = z.infer<typeof CloseMonth>
export const ClosedMonthReceipt = z.object({ month: Month })
export type ClosedMonthReceipt = z.infer<typeof ClosedMonthReceipt>
