import { sql } from 'kysely'
import { Refusal } from '../../../kernel/refusal.ts'
import { iso } from '../../../platform/clock.ts'
import type { Pool } from '../../../platform/database.ts'
import type { Tx } from '../../../platform/transaction.ts'
import type {
  ImportOverview,
  ImportState,
  ReadSheet,
  RegisterImport,
  RowChange,
  RowState,
} from './contract.ts'

export interface NewRegisterImport {
  readonly id: string
  readonly fileName: string
  readonly fileHash: Buffer
  readonly readBy: string | null
  readonly readAt: Temporal.Instant
  readonly reach: readonly string[]
  /** The areas whose register the reader keeps: the file is theirs while all of them are. */
  readonly readerAreas: readonly string[]
}

/** Begins an import: its rows follow. */
export async function insertRegisterImport(tx: Tx, begun: NewRegisterImport): Promise<void> {
  await tx.db
    .insertInto('register_imports')
    .values({
      id: begun.id,
      file_name: begun.fileName,
      file_hash: begun.fileHash,
      state: 'reading',
      read_by: begun.readBy,
      read_at: begun.readAt.toString(),
      sheets: '[]',
      reach: [...begun.reach],
      reader_areas: [...begun.readerAreas],
    })
    .execute()
}

export interface StandingImport {
  readonly id: string
  readonly state: ImportState
  readonly reach: readonly string[]
  readonly fileHash: Buffer
}

/** The import, held against whoever would work on it at once. Refuses `not_found` where the asker does not see it. */
export async function holdImport(tx: Tx, id: string): Promise<StandingImport> {
  const row = await tx.db
    .updateTable('register_imports')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('id', '=', id)
    .returning(['id', 'state', 'reach', 'file_hash as fileHash'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'import' })
  return { ...row, state: row.state as ImportState }
}

export interface ImportMoves {
  readonly state: ImportState
  readonly sheets?: readonly ReadSheet[]
  readonly total?: number
  readonly takenAt?: Temporal.Instant
  readonly undoneAt?: Temporal.Instant
}

export async function moveImport(tx: Tx, id: string, moves: ImportMoves): Promise<void> {
  const { state, sheets, total, takenAt, undoneAt } = moves
  await tx.db
    .updateTable('register_imports')
    .set({
      state,
      ...(sheets ? { sheets: JSON.stringify(sheets) } : {}),
      ...(total === undefined ? {} : { rows_total: total }),
      ...(takenAt ? { taken_at: takenAt.toString() } : {}),
      ...(undoneAt ? { undone_at: undoneAt.toString() } : {}),
    })
    .where('id', '=', id)
    .execute()
}

export interface OldImport {
  readonly id: string
  /** Whether it waits to be taken in, or rows of it stayed behind; else only names of columns are kept. */
  readonly isLeft: boolean
}

/** Imports that were read before a moment and keep words of the file still, or wait to be taken in. */
export async function selectOldImports(tx: Tx, before: Temporal.Instant): Promise<OldImport[]> {
  return tx.query<OldImport & Record<string, unknown>>(
    'old_imports',
    `select i.id, l.is_left as "isLeft" from register_imports i, lateral (
       select state in ('read', 'reading') or exists (
         select from register_import_rows r
         where r.import_id = i.id and (r.plan is not null or r.cells is not null)) as is_left) l
     where read_at < $1 and (l.is_left or jsonb_path_exists(sheets, '$[*].found[*] ? (@.name != "")'))`,
    [before.toString()],
  )
}

/**
 * Empties the names of columns, in the sheets of an import and the faults of its rows: in a file without a header they are
 * the cells of a row, and somebody's. The letters stay. `unread` alone: of sheets of which nothing was read.
 */
export async function emptyColumnNames(
  tx: Tx,
  importId: string,
  { unreadAlone = false }: { readonly unreadAlone?: boolean } = {},
): Promise<void> {
  await tx.query(
    'empty_column_names_of_sheets',
    `update register_imports set sheets = (
       select coalesce(jsonb_agg(case when $2 and s -> 'headerRow' <> 'null' then s else s || jsonb_build_object(
         'found', (select coalesce(jsonb_agg(f || '{"name": ""}' order by at), '[]')
           from jsonb_array_elements(s -> 'found') with ordinality as found (f, at))) end order by nth), '[]')
       from jsonb_array_elements(sheets) with ordinality as sheet (s, nth))
     where id = $1`,
    [importId, unreadAlone],
  )
  // Of a sheet that was not read there are no rows.
  if (unreadAlone) return
  await tx.query(
    'empty_column_names_of_faults',
    `update register_import_rows set faults = (
       select jsonb_agg(jsonb_set(f, '{column,name}', '""') order by nth)
       from jsonb_array_elements(faults) with ordinality as fault (f, nth))
     where import_id = $1 and faults <> '[]'`,
    [importId],
  )
}

/** The names of columns that are kept, by import. By the reader's role: whoever erases need not see the file. */
export async function selectColumnNames(reader: Pool): Promise<{ importId: string; names: string[] }[]> {
  const { rows } = await reader.query<{ importId: string; names: string[] }>(
    `select id as "importId", array_agg(f ->> 'name') as names
     from register_imports, jsonb_path_query(sheets, '$[*].found[*] ? (@.name != "")') f group by id`,
  )
  return rows
}

const imports = (tx: Tx) =>
  tx.db
    .selectFrom('register_imports')
    .select(['id', 'file_name', 'state', 'read_at', 'taken_at', 'undone_at', 'rows_total', 'sheets'])

type Row = Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>

const toImport = (row: Row, states: RegisterImport['states']): RegisterImport => ({
  id: row.id,
  fileName: row.file_name,
  state: row.state as ImportState,
  readAt: iso(row.read_at),
  takenAt: row.taken_at && iso(row.taken_at),
  undoneAt: row.undone_at && iso(row.undone_at),
  total: row.rows_total,
  states,
})

async function statesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, RegisterImport['states']>> {
  const rows = await tx.query<{ id: string; state: RowState; count: number }>(
    'import_states',
    `select import_id as id, state, count(*)::integer as count from register_import_rows
     where import_id = any ($1::uuid[]) group by import_id, state`,
    [ids],
  )
  const byImport = Map.groupBy(rows, ({ id }) => id)
  return new Map(
    [...byImport].map(([id, states]) => [
      id,
      Object.fromEntries(states.map((one) => [one.state, one.count])),
    ]),
  )
}

/** Imports that the asker sees, the latest first; dropped ones are gone. */
export async function selectRegisterImports(tx: Tx, limit: number): Promise<RegisterImport[]> {
  const rows = await imports(tx).where('state', '<>', 'dropped').orderBy('id', 'desc').limit(limit).execute()
  const states = await statesOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => toImport(row, states.get(row.id) ?? {}))
}

/** One import with its sheets and what its rows would do. Refuses `not_found`. */
export async function selectOverview(tx: Tx, id: string): Promise<Omit<ImportOverview, 'wanted'>> {
  const row = await imports(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'import' })
  const states = await statesOf(tx, [id])
  const changes = await sql<{ change: RowChange; count: number }>`
    select c as change, count(*)::integer as count from register_import_rows r, unnest(r.changes) as c
    where r.import_id = ${id}::uuid group by c`.execute(tx.db)
  return {
    ...toImport(row, states.get(id) ?? {}),
    sheets: row.sheets as unknown as ReadSheet[],
    changes: Object.fromEntries(changes.rows.map(({ change, count }) => [change, count])),
  }
}
