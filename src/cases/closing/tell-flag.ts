import { iso } from '../../platform/clock.ts'
import type { Names } from '../names.ts'
import type { ClosingFlag } from './closing.contract.ts'
import type { Flag } from './flag.sql.ts'

/** A mark as a page reads it. */
export const tellFlag = (flag: Flag, names: Names): ClosingFlag => ({
  id: flag.id,
  kind: flag.kind,
  unit: names.unit(flag.unitId),
  amount: flag.amount,
  other:
    flag.otherCaseId !== null && flag.otherNumber !== null && flag.otherCaseId !== flag.caseId
      ? { id: flag.otherCaseId, number: flag.otherNumber }
      : null,
  flaggedAt: iso(flag.flaggedAt),
  lookedAt: flag.lookedAt && iso(flag.lookedAt),
  verdict: flag.verdict,
  reason: flag.reason,
})
