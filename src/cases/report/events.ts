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
  /** A week or a month is over: who is told is known by the areas whose desks they are. */
  'report.ended': z.strictObject({
    kind: ReportKind,
    start: z.iso.date(),
    areaIds: z.array(z.uuid()),
  }),
}

export const reportLine = lineWriter(reportEvents)
