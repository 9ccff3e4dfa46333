import { sql } from 'kysely'
import { Refusal } from '../../../kernel/refusal.ts'
import { iso } from '../../../platform/clock.ts'
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

/** Imports that were read before a moment and keep words of people still, or wait to be taken in. */
export async function selectOldImports(tx: Tx, before: Temporal.Instant): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'old_imports',
    `select id from register_imports i where read_at < $1 and (
       state in ('read', 'reading') or exists (
         select from register_import_rows r where r.import_id = i.id and (r.plan is not null or r.cells is not null)))`,
    [before.toString()],
  )
  return rows.map(({ id }) => id)
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
