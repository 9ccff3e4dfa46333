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
