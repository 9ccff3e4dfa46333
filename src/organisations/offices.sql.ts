import { chunks } from '../kernel/chunks.ts'
import { Refusal } from '../kernel/refusal.ts'
import { violated } from '../platform/database.ts'
import type { Tx } from '../platform/transaction.ts'
import { type Office, OfficeKind } from './body.contract.ts'
import { reachOfUnit } from './reach.sql.ts'

interface OfficeRow {
  readonly id: string
  readonly unit_id: string
  readonly title: string
  readonly name_zh: string
  readonly name_en: string
  readonly kind: string
  readonly seats: number
  readonly term_months: number | null
}

const toOffice = (row: OfficeRow): Office => ({
  id: row.id,
  unitId: row.unit_id,
  title: row.title,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  kind: row.kind as OfficeKind,
  seats: row.seats,
  termMonths: row.term_months,
})

const rowsPerStatement = 2000

/** Adds offices. Refuses `office_exists` where a body has one of that title open already. */
export async function insertOffices(tx: Tx, offices: readonly Office[]): Promise<void> {
  for (const some of chunks(offices, rowsPerStatement)) {
    const rows = some.map((office) => ({
      id: office.id,
      unit_id: office.unitId,
      reach: reachOfUnit(office.unitId),
      title: office.title,
      name_zh: office.nameZh,
      name_en: office.nameEn,
      kind: office.kind,
      seats: office.seats,
      term_months: office.termMonths,
      ended_on: null,
    }))
    try {
      await tx.db.insertInto('offices').values(rows).execute()
    } catch (error) {
      if (violated(error) === 'offices_open') throw new Refusal('office_exists')
      throw error
    }
  }
}

const open = (tx: Tx) => tx.db.selectFrom('offices').selectAll().where('ended_on', 'is', null)

export async function findOffice(tx: Tx, id: string): Promise<Office | null> {
  const row = await open(tx).where('id', '=', id).executeTakeFirst()
  return row ? toOffice(row) : null
}

/** The open offices of these units, a head's first. */
export async function selectOffices(tx: Tx, unitIds: readonly string[]): Promise<Office[]> {
  if (unitIds.length === 0) return []
  const rows = await open(tx)
    .where('unit_id', 'in', [...unitIds])
    .execute()
  return rows.map(toOffice).sort(byRank)
}

const rank = (office: Office): number => OfficeKind.options.indexOf(office.kind)
const byRank = (a: Office, b: Office): number =>
  rank(a) - rank(b) || (`${a.title} ${a.nameZh}` < `${b.title} ${b.nameZh}` ? -1 : 1)

export async function changeOffice(
  tx: Tx,
  id: string,
  { seats, termMonths }: Pick<Office, 'seats' | 'termMonths'>,
): Promise<void> {
  await tx.db
    .updateTable('offices')
    .set({ seats, term_months: termMonths })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .execute()
}

/** Closes every open office of a unit on a day (YYYY-MM-DD). */
export async function closeOffices(tx: Tx, unitId: string, day: string): Promise<void> {
  await tx.db
    .updateTable('offices')
    .set({ ended_on: day })
    .where('unit_id', '=', unitId)
    .where('ended_on', 'is', null)
    .execute()
}

/** The open offices of every body that stands, by the body's code. */
export async function officesByBody(tx: Tx): Promise<Map<string, Office[]>> {
  const rows = await tx.db
    .selectFrom('offices as o')
    .innerJoin('units as u', 'u.id', 'o.unit_id')
    .select(['o.id', 'o.unit_id', 'o.title', 'o.name_zh', 'o.name_en', 'o.kind', 'o.seats', 'o.term_months'])
    .select('u.code')
    .where('o.ended_on', 'is', null)
    .execute()
  const byCode = Map.groupBy(rows, ({ code }) => code)
  return new Map([...byCode].map(([code, offices]) => [code, offices.map(toOffice).sort(byRank)]))
}
