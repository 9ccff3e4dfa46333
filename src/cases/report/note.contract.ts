import { z } from 'zod'
import { mostNoted } from './note-length.contract.ts'
import { ReportKind } from './report.contract.ts'

/** 按语: the paragraph of a report; empty words take it back. */
export const NoteReport = z.strictObject({
  requestId: z.uuid(),
  areaId: z.uuid(),
  kind: ReportKind,
  /** Any local day of the span. */
  start: z.iso.date(),
  /** Which writing of the paragraph the writer saw; none is 0. */
  seen: z.int().min(0),
  words: z.string().trim().max(mostNoted),
})
export type NoteReport = z.infer<typeof NoteReport>

export const NotedReport = z.object({ seq: z.int() })
export type NotedReport = z.infer<typeof NotedReport>
