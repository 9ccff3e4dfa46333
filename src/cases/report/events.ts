import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'
import { ReportKind } from './report.contract.ts'

const reportEvents = {
  /** A person wrote the paragraph of a report, or took it back: then it commits to nothing. */
  'report.noted': z.strictObject({
    areaId: z.uuid(),
    kind: ReportKind,
    start: z.iso.date(),
    commits: z.record(z.uuid(), z.string().regex(/^[0-9a-f]{64}$/)),
  }),
}

export const reportLine = lineWriter(reportEvents)
