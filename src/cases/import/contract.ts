import { z } from 'zod'

/** Everything that can be wrong with a row of a file. The codes are stable: other programs read them. */
export const FaultReason = z.enum([
  // the row
  'header_repeated_inside',
  'cells_beyond_header',
  // any cell
  'formula_cell',
  'merged_cell',
  'error_cell',
  // number of the source
  'missing_number',
  'number_malformed',
  'number_digits_lost',
  'number_repeated_in_file',
  // words
  'missing_text',
  'control_characters_only',
  'text_too_long',
  'title_too_long',
  'user_too_long',
  // moments
  'missing_time',
  'time_unreadable',
  'impossible_date',
  'future_time',
  'too_early',
  // the reply
  'reply_without_time',
  'time_without_reply',
  'reply_too_long',
  'reply_time_unreadable',
  'reply_time_impossible',
  'reply_time_before_message',
  'reply_time_in_future',
  // requests of another city's system
  'label_unknown',
  'point_unreadable',
])
export type FaultReason = z.infer<typeof FaultReason>

/** One thing wrong in one cell. A row may have several, and comes in only without any. */
export const RowFault = z.object({
  /** As the sender's program counts rows, from 1. */
  rowNumber: z.number().int().positive(),
  /** The column's letter, and its name in the file's header (empty where the header has none). */
  column: z.object({ letter: z.string(), name: z.string() }),
  reason: FaultReason,
  /** What the wording names: a limit in characters, the row where the number stood first. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type RowFault = z.infer<typeof RowFault>

/** The kinds of file that bring cases in: a hotline's or message board's, and another city's requests. */
export const ImportKind = z.enum(['messages', 'requests'])
export type ImportKind = z.infer<typeof ImportKind>

/** The name of the system that a file comes from: numbers are told apart within it. */
export const SourceName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,39}$/u)

/** How many faults a result names and a list keeps, and how many rows come back in the returned sheet. */
export const importLimits = { faults: 1_000, returnedRows: 10_000 } as const

/** What became of a file. Rows without anything in them count in `blank` alone: total = added + known + refused. */
export const ImportDone = z.object({
  id: z.uuid(),
  kind: ImportKind,
  fileName: z.string(),
  importedAt: z.iso.datetime(),
  total: z.number().int(),
  added: z.number().int(),
  /** Rows that were here already, from an earlier import of the same source. */
  known: z.number().int(),
  refused: z.number().int(),
})
export type ImportDone = z.infer<typeof ImportDone>

export const ImportResult = ImportDone.extend({
  blank: z.number().int(),
  /** Known rows whose case waited here until this file brought what became of it. */
  answered: z.number().int(),
  /** The first faults by row; the returned sheet has the rest. */
  faults: z.array(RowFault),
})
export type ImportResult = z.infer<typeof ImportResult>

/** Imports, the latest first. */
export const ImportPage = z.object({ rows: z.array(ImportDone), next: z.uuid().nullable() })
export type ImportPage = z.infer<typeof ImportPage>
export const ImportQuery = z.object({
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type ImportQuery = z.infer<typeof ImportQuery>
