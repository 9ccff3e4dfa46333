import { sql } from 'kysely'
import type { Pool } from '../../../platform/database.ts'
import type { Tx } from '../../../platform/transaction.ts'
import type { FaultAt, ListRows, RowChange, RowState, TakeRows } from './contract.ts'
import type { RowPlan } from './plan.contract.ts'
import type { PlannedRow } from './plan-rows.rule.ts'

/** A planned row with its cells sealed, where it comes back to its sender. */
export type NewImportRow = PlannedRow & { readonly cells: Buffer | null }

/** Of which import rows are, and who may see them. */
export interface ImportOf {
  readonly importId: string
  readonly readBy: string | null
  readonly reach: readonly string[]
  readonly readerAreas: readonly string[]
}

/** Keeps what rows would do, in one statement. */
export async function insertImportRows(tx: Tx, of: ImportOf, rows: readonly NewImportRow[]): Promise<void> {
  await tx.query(
    'insert_import_rows',
    `insert into register_import_rows (import_id, n, sheet, row_number, state, changes, home_id, person_id, plan,
       faults, candidates, cells, read_by, reach, reader_areas)
     select $1, r.n, r.sheet, r."rowNumber", r.state, r.changes, r."homeId", r."personId", r.plan, r.faults,
       r.candidates, decode(r.cells, 'hex'), $2, $3::uuid[], $5::uuid[]
     from jsonb_to_recordset($4::jsonb) as r (n integer, sheet text, "rowNumber" integer, state text, changes text[],
       "homeId" uuid, "personId" uuid, plan jsonb, faults jsonb, candidates uuid[], cells text)`,
    [
      of.importId,
      of.readBy,
      of.reach,
      JSON.stringify(rows.map((row) => ({ ...row, cells: row.cells?.toString('hex') ?? null }))),
      of.readerAreas,
    ],
  )
}

/** What a row that was taken in did, as undoing it needs it. */
export interface Made {
  readonly homeId: string | null
  readonly personId: string | null
  readonly stayId: string | null
  /** Version that a change left behind: homes, persons and stays that were there before. */
  readonly changed: readonly {
    readonly kind: 'home' | 'person' | 'occupancy'
    readonly id: string
    readonly seq: number
  }[]
  /** Whom the row is about, where they were there before, with the areas that they were under. */
  readonly before: {
    readonly personId: string
    readonly reach: readonly string[]
    readonly communityId: string
  } | null
  /** Homes whose count it changed. */
  readonly homeIds: readonly string[]
}

export interface StandingRow {
  readonly n: number
  readonly sheet: string
  readonly rowNumber: number
  readonly state: RowState
  readonly changes: readonly RowChange[]
  readonly personId: string | null
  readonly homeId: string | null
  readonly plan: RowPlan | null
  readonly faults: readonly FaultAt[]
  readonly candidates: readonly string[]
  readonly made: Made | null
}

/** An import's rows: of one sheet, of one change, or these alone; what is not said is any. */
const rowsOf = (tx: Tx, importId: string, { sheet, change, rows: these }: TakeRows) =>
  tx.db
    .selectFrom('register_import_rows')
    .where('import_id', '=', importId)
    .$if(sheet !== undefined, (query) => query.where('sheet', '=', sheet!))
    .$if(change !== undefined, (query) => query.where(sql<boolean>`${change!} = any (changes)`))
    .$if(these !== undefined, (query) => query.where(sql<boolean>`n = any (${these!}::integer[])`))

const rows = (tx: Tx, importId: string, of: TakeRows = {}) =>
  rowsOf(tx, importId, of).select([
    'n',
    'sheet',
    'row_number as rowNumber',
    'state',
    'changes',
    'person_id as personId',
    'home_id as homeId',
    'plan',
    'faults',
    'candidates',
    'made',
  ])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const toRow = (row: Row): StandingRow => row as unknown as StandingRow

/** A page of rows in the order of the file. */
export async function selectImportRows(tx: Tx, importId: string, asked: ListRows): Promise<StandingRow[]> {
  const { state, after, limit, ...of } = asked
  const page = await rows(tx, importId, of)
    .where('n', '>', after)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .orderBy('n')
    .limit(limit + 1)
    .execute()
  return page.map(toRow)
}

/** The next rows that wait to be taken in, in the order of the file, after `after`. */
export async function selectWaiting(
  tx: Tx,
  importId: string,
  of: TakeRows,
  after: number,
  limit: number,
): Promise<StandingRow[]> {
  const page = await rows(tx, importId, of)
    .where('state', '=', 'waiting')
    .where('n', '>', after)
    .orderBy('n')
    .limit(limit)
    .execute()
  return page.map(toRow)
}

/** How many rows `selectWaiting` hands out in all. */
export async function countWaiting(tx: Tx, importId: string, of: TakeRows): Promise<number> {
  const { count } = await rowsOf(tx, importId, of)
    .where('state', '=', 'waiting')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The last rows that were taken in and not looked at again, the latest first: undoing goes backwards. */
export async function selectTaken(
  tx: Tx,
  importId: string,
  before: number,
  limit: number,
): Promise<StandingRow[]> {
  const page = await rows(tx, importId)
    .where('state', '=', 'taken')
    .where('n', '<', before)
    .orderBy('n', 'desc')
    .limit(limit)
    .execute()
  return page.map(toRow)
}

export interface RowMove {
  readonly n: number
  readonly state: RowState
  readonly made: Made | null
}

/** Notes what became of rows; their plans and cells are emptied, for who they name stands in the register now. */
export async function moveRows(tx: Tx, importId: string, moves: readonly RowMove[]): Promise<void> {
  await tx.query(
    'move_import_rows',
    `update register_import_rows r set state = m.state, made = m.made, plan = null, cells = null
     from jsonb_to_recordset($2::jsonb) as m (n integer, state text, made jsonb)
     where r.import_id = $1 and r.n = m.n`,
    [importId, JSON.stringify(moves)],
  )
}

export interface SettledRow {
  readonly n: number
  readonly state: RowState
  readonly changes: readonly RowChange[]
  readonly personId: string | null
  readonly plan: RowPlan | null
}

/** Notes what was decided about a row. */
export async function settleRow(tx: Tx, importId: string, row: SettledRow): Promise<void> {
  await tx.db
    .updateTable('register_import_rows')
    .set({
      state: row.state,
      changes: [...row.changes],
      person_id: row.personId,
      plan: row.plan && JSON.stringify(row.plan),
      candidates: [],
    })
    .where('import_id', '=', importId)
    .where('n', '=', row.n)
    .execute()
}

export interface RefusedRow {
  readonly n: number
  readonly sheet: string
  readonly rowNumber: number
  readonly faults: readonly FaultAt[]
  readonly cells: Buffer | null
}

/** The first refused rows, in the order of the file. */
export async function selectRefused(tx: Tx, importId: string, limit: number): Promise<RefusedRow[]> {
  const found = await tx.db
    .selectFrom('register_import_rows')
    .select(['n', 'sheet', 'row_number as rowNumber', 'faults', 'cells'])
    .where('import_id', '=', importId)
    .where('state', '=', 'refused')
    .orderBy('n')
    .limit(limit)
    .execute()
  return found as unknown as RefusedRow[]
}

/** Empties what an import still keeps of people: plans and cells of rows that were not taken in, and are not any more. */
export async function emptyRows(tx: Tx, importId: string): Promise<void> {
  await tx.db
    .updateTable('register_import_rows')
    .set({ plan: null, cells: null, candidates: [], state: notWaiting })
    .where('import_id', '=', importId)
    .where((eb) => eb.or([eb('plan', 'is not', null), eb('cells', 'is not', null)]))
    .execute()
}

/** As `emptyRows`, of these rows alone. */
export async function emptyTheseRows(tx: Tx, importId: string, ns: readonly number[]): Promise<void> {
  await tx.db
    .updateTable('register_import_rows')
    .set({ plan: null, cells: null, candidates: [], state: notWaiting })
    .where('import_id', '=', importId)
    .where('n', 'in', [...ns])
    .execute()
}

const notWaiting = sql<string>`case when state in ('waiting', 'asked') then 'stale' else state end`

/** By what somebody may be told to be the one whom a plan writes down. */
export interface NamedBy {
  readonly birthDay: string | null
  readonly phones: readonly string[]
  readonly homeIds: readonly string[]
  /** Of the identity number, hex. */
  readonly hash: string | null
}

/** A row whose plan may write somebody down. */
export interface NamingPlan {
  readonly importId: string
  readonly n: number
  /** As the file has it. */
  readonly name: string
  /** Whether it is of them by their number, whatever the name is. */
  readonly hasNumber: boolean
}

/**
 * Rows whose plan has the number, the birthday, a telephone or a home of somebody; the names are compared by the caller, as
 * everywhere (`plainName`). By the reader's role: whoever erases need not see the file.
 */
export async function selectPlansNaming(
  reader: Pool,
  { birthDay, phones, homeIds, hash }: NamedBy,
): Promise<NamingPlan[]> {
  const { rows } = await reader.query<NamingPlan>(
    `select r.import_id as "importId", r.n, f.said ->> 'name' as name,
       coalesce(f.said -> 'identity' ->> 'hash' = $4, false) as "hasNumber"
     from register_import_rows r, lateral (select r.plan -> 'person' -> 'facts' as said) f
     where r.plan is not null and f.said ->> 'name' is not null and (
       f.said -> 'identity' ->> 'hash' = $4 or f.said ->> 'birthDay' = $1
       or f.said ->> 'phone' = any ($2::text[]) or r.home_id = any ($3::uuid[]))`,
    [birthDay, phones, homeIds, hash],
  )
  return rows
}

/** Sealed cells of all rows that go back to their senders. By the reader's role. */
export async function selectKeptCells(
  reader: Pool,
): Promise<{ importId: string; n: number; cells: Buffer }[]> {
  const { rows } = await reader.query<{ importId: string; n: number; cells: Buffer }>(
    'select import_id as "importId", n, cells from register_import_rows where cells is not null',
  )
  return rows
}
