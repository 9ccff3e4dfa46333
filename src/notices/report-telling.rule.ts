import type { JournalLine } from '../platform/follower.ts'
import type { Telling } from './telling.rule.ts'

/** That a week or a month is over, and its report can be read: the centre the district's, a street's desk its own. */
export function tellReport({ kind, data }: JournalLine): Telling[] {
  if (kind !== 'report.ended') return []
  const areaIds = data.areaIds as unknown as readonly string[]
  return [
    {
      kind: data.kind === 'week' ? 'report_week' : 'report_month',
      caseId: null,
      facts: { report: String(data.kind), start: String(data.start) },
      audience: { to: 'posts', kinds: ['centre', 'street_desk'], unitIds: [], areaIds },
      confidential: false,
    },
  ]
}
