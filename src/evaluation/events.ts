import { z } from 'zod'
import { lineWriter } from '../platform/events.ts'
import { ClaimKind, FormulaRules, Month } from './contract.ts'

const id = z.uuid()
/** Commitments by the id of the text that each covers. */
const commits = z.record(z.uuid(), z.string().regex(/^[0-9a-f]{64}$/)).default({})
const five = z.int().min(1).max(5).nullable()

const assessmentEvents = {
  'assessment.formula_announced': FormulaRules.extend({ fromMonth: Month }).strict(),
  /** Claims up to then are decided, and what lines say up to then counts. */
  'assessment.month_closed': z.strictObject({ month: Month, closedAt: z.iso.datetime() }),
  'assessment.claimed': z.strictObject({
    kind: ClaimKind,
    unitId: id,
    month: Month,
    subjects: z.array(id),
    commits,
  }),
  'assessment.claim_decided': z.strictObject({
    unitId: id,
    month: Month,
    granted: z.boolean(),
    takenOut: z.array(id),
    commits,
  }),
  'assessment.marked': z.strictObject({
    kind: z.enum(['assist', 'support']),
    unitId: id,
    areaId: id,
    caseId: id.nullable(),
    promptness: five,
    result: five,
    attitude: five,
    support: five,
    commits,
  }),
} as const

/** A mark's line goes on the chain of the area that speaks; all others on the district's. */
export const assessmentLine = lineWriter(assessmentEvents)
