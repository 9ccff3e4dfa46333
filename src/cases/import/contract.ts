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

/** A file's columns: those that it has, and which of them each wanted one was matched to. */
export const FileColumns = z.object({
  headerRow: z.number().int().positive(),
  found: z.array(z.object({ letter: z.string(), name: z.string(), samples: z.array(z.string()) })),
  wanted: z.array(
    z.object({
      key: z.string(),
      /** As the files of the source call it. */
      name: z.string(),
      required: z.boolean(),
      letter: z.string().nullable(),
    }),
  ),
})
export type FileColumns = z.infer<typeof FileColumns>

/** A row as it would come in. */
export const TriedRow = z.object({
  sourceNumber: z.string(),
  occurredAt: z.iso.datetime(),
  title: z.string().nullable(),
  words: z.string(),
  reporter: z.string().nullable(),
  answer: z.string().nullable(),
  closedAt: z.iso.datetime().nullable(),
  confidential: z.boolean(),
  known: z.boolean(),
})
export type TriedRow = z.infer<typeof TriedRow>

/** What an import would do; without an outcome a needed column is still to be matched. */
export const ImportTrial = z.object({
  kind: ImportKind,
  fileName: z.string(),
  columns: FileColumns,
  outcome: ImportResult.pick({
    total: true,
    added: true,
    known: true,
    refused: true,
    blank: true,
    answered: true,
    faults: true,
  })
    .extend({ first: z.array(TriedRow) })
    .nullable(),
})
export type ImportTrial = z.infer<typeof ImportTrial>

/** Columns matched by hand, as a form carries them in JSON. */
export const ChosenColumns = z.object({
  rowNumber: z.number().int().min(1).max(10_000),
  letters: z.record(z.string().max(40), z.string().regex(/^[A-Z]{1,3}$/)),
})

/** How far an import that runs now has come; null where none runs under this id. */
export const ImportProgress = z.object({
  progress: z.object({ done: z.number().int(), of: z.number().int() }).nullable(),
})
export type ImportProgress = z.infer<typeof ImportProgress>

/** Imports, the latest first. */
export const ImportPage = z.object({ rows: z.array(ImportDone), next: z.uuid().nullable() })
export type ImportPage = z.infer<typeof ImportPage>
export const ImportQuery = z.object({
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type ImportQuery = z.infer<typeof ImportQuery>
