import { z } from 'zod'
import { Sex } from '../contract.ts'
import { HomePlace } from '../read.contract.ts'

/** Everything that can be wrong with a row of a register's file. The codes are stable: other programs read them. */
export const RegisterFault = z.enum([
  // the row
  'header_repeated_inside',
  'cells_beyond_header',
  // any cell
  'formula_cell',
  'error_cell',
  // where
  'building_missing',
  'building_unknown',
  'building_ambiguous',
  'outside_area',
  'home_missing',
  'home_label_wrong',
  'use_unknown',
  // who
  'name_missing',
  'name_wrong',
  'name_too_long',
  'identity_form',
  'identity_area',
  'identity_date',
  'identity_check_digit',
  'identity_lost_digits',
  'identity_in_use',
  'identity_two_names',
  'birth_day_unreadable',
  'birth_day_impossible',
  'birth_day_in_future',
  'birth_day_differs',
  'sex_unknown',
  'sex_differs',
  'phone_wrong',
  'register_kind_unknown',
  'guardian_needed',
  'guardian_unknown',
  // their stay
  'role_unknown',
  'lives_unknown',
  'lives_needed',
  'from_day_unreadable',
  'from_day_impossible',
  'from_day_in_future',
  'to_day_unreadable',
  'to_day_impossible',
  'to_day_in_future',
  'to_day_before_from_day',
  'moved_in_later',
  'not_there',
  // against other rows
  'repeated_in_file',
  'lives_twice_in_file',
])
export type RegisterFault = z.infer<typeof RegisterFault>

/** One thing wrong in one cell. */
export const FaultAt = z.object({
  /** The column's letter, and its name in the header (empty where the header has none). */
  column: z.object({ letter: z.string(), name: z.string() }),
  reason: RegisterFault,
  /** What the wording names: the row where the person stood first, the field that says otherwise. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type FaultAt = z.infer<typeof FaultAt>

/** What a row would do to the register. */
export const RowChange = z.enum(['home_added', 'person_added', 'moved_in', 'moved_out', 'corrected'])
export type RowChange = z.infer<typeof RowChange>

/**
 * What became of a row: it waits to be taken in, is asked about, says nothing new, is refused, was taken in, met a register
 * that had changed meanwhile, was taken back, or stays where undoing could not take it back.
 */
export const RowState = z.enum(['waiting', 'asked', 'same', 'refused', 'taken', 'stale', 'undone', 'kept'])
export type RowState = z.infer<typeof RowState>

export const ImportState = z.enum(['reading', 'read', 'taking', 'taken', 'undoing', 'undone', 'dropped'])
export type ImportState = z.infer<typeof ImportState>

/** Columns matched by hand: for a sheet its header's last row, and for each key the letter of its column. */
export const ChosenSheets = z.record(
  z.string().max(100),
  z.object({
    rowNumber: z.number().int().min(1).max(100),
    letters: z.record(z.string().max(40), z.string().regex(/^[A-Z]{1,3}$/)),
  }),
)
export type ChosenSheets = z.infer<typeof ChosenSheets>

/** A sheet as it was read: its header, and which column each wanted one was matched to. */
export const ReadSheet = z.object({
  name: z.string(),
  /** The header's last row; null where none was found, and nothing was read. */
  headerRow: z.number().int().nullable(),
  /** Where none was found, the row that is likeliest one: `found` and `letters` are as they would be by it. */
  likelyRow: z.number().int().nullable(),
  found: z.array(z.object({ letter: z.string(), name: z.string() })),
  letters: z.record(z.string(), z.string()),
  rows: z.number().int(),
})
export type ReadSheet = z.infer<typeof ReadSheet>

export const RegisterImport = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: ImportState,
  readAt: z.iso.datetime(),
  takenAt: z.iso.datetime().nullable(),
  undoneAt: z.iso.datetime().nullable(),
  total: z.number().int(),
  /** Rows by what became of them. */
  states: z.partialRecord(RowState, z.number().int()),
})
export type RegisterImport = z.infer<typeof RegisterImport>

/** What an import would do, or did. */
export const ImportOverview = RegisterImport.extend({
  sheets: z.array(ReadSheet),
  /** Columns that a register's file may have, in the order in which they are matched. */
  wanted: z.array(z.object({ key: z.string(), name: z.string(), required: z.boolean() })),
  /** Rows by what they would do; a row may do several things. */
  changes: z.partialRecord(RowChange, z.number().int()),
})
export type ImportOverview = z.infer<typeof ImportOverview>

/** Which rows: by state, by kind of change, by sheet, by hand. All that is given must hold. */
export const RowFilter = z.object({
  state: RowState.optional(),
  change: RowChange.optional(),
  sheet: z.string().max(100).optional(),
})
export const ListRows = RowFilter.extend({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListRows = z.infer<typeof ListRows>

/** A correction of one field; an identity number by its end alone, a telephone as `138****5678`. */
export const FieldChange = z.object({
  field: z.enum(['sex', 'birthDay', 'phone', 'registerKind', 'identity', 'use']),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type FieldChange = z.infer<typeof FieldChange>

/** By what two people of one name are told apart. */
const ToldApart = z.object({
  sex: Sex.nullable(),
  birthDay: z.iso.date().nullable(),
  phoneMasked: z.string().nullable(),
  identityEnd: z.string().nullable(),
})

export const ImportRow = z.object({
  n: z.number().int(),
  sheet: z.string(),
  rowNumber: z.number().int(),
  state: RowState,
  changes: z.array(RowChange),
  name: z.string().nullable(),
  /** Whether it is about a child under 14: its name is not listed, and of corrections only which field. */
  child: z.boolean(),
  /** Whom of the register it is about, where the asker sees them. */
  personId: z.uuid().nullable(),
  /** Where, as the row was understood; the home itself may not be in the register (yet, or any more). */
  place: HomePlace.nullable(),
  /** What the file says of a person, beside the name, while the row is neither taken in nor given up. */
  said: ToldApart.nullable(),
  fields: z.array(FieldChange),
  faults: z.array(FaultAt),
  /** Whom it may mean, where the asker sees them; with the home that they live in. */
  candidates: z.array(
    ToldApart.extend({
      personId: z.uuid(),
      name: z.string().nullable(),
      child: z.boolean(),
      place: HomePlace.nullable(),
    }),
  ),
})
export type ImportRow = z.infer<typeof ImportRow>
export const RowPage = z.object({ rows: z.array(ImportRow), next: z.number().int().nullable() })
export type RowPage = z.infer<typeof RowPage>

/** Who a row means: somebody of the candidates, or nobody of them. */
export const DecideRow = z.strictObject({ requestId: z.uuid(), personId: z.uuid().nullable() })
export type DecideRow = z.infer<typeof DecideRow>

/** Which waiting rows are taken in; all where nothing is said. */
export const TakeRows = z.strictObject({
  change: RowChange.optional(),
  sheet: z.string().max(100).optional(),
  rows: z.array(z.number().int().positive()).min(1).max(10_000).optional(),
})
export type TakeRows = z.infer<typeof TakeRows>
