import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { type Added, summed } from './kept-counts.rule.ts'

/** The tables that have counts. */
type CountTable = { [Name in keyof Tables]: 'value' extends keyof Tables[Name] ? Name : never }[keyof Tables]

/**
 * A table of counts that a follower keeps in `value`: the columns of its key, with their types. This file is no `.sql.ts`,
 * for those are entered by their own room alone: rooms say which table, and how it is counted up is said here.
 */
export interface KeptCounts<Part extends string> {
  readonly table: CountTable
  readonly key: Readonly<Record<Part, readonly [column: string, type: 'date' | 'integer' | 'text' | 'uuid']>>
}

/**
 * Adds to counts; one that comes to nothing goes. Throws where something is taken away that was never counted: then what
 * is kept differs from what it was computed from, and only a rebuild mends it.
 */
export async function addToCounts<Part extends string>(
  db: Kysely<Tables>,
  { table, key }: KeptCounts<Part>,
  added: readonly Added<NoInfer<Part>>[],
): Promise<void> {
  const parts = Object.keys(key) as Part[]
  // Neighbours in the key share their pages.
  const sums = summed(parts, added)
  if (sums.length === 0) return
  const columns = parts.map((part) => sql.id(key[part][0]))
  const names = sql.join(columns)
  const values = parts.map((part) => sql`${sums.map((sum) => sum[part])}::${sql.raw(key[part][1])}[]`)
  const changes = sql`unnest(${sql.join(values)}, ${sums.map(({ by }) => by)}::bigint[]) k (${names}, by)`
  const same = sql.join(
    columns.map((column) => sql`c.${column} = k.${column}`),
    sql` and `,
  )
  const counts = sql.table(table)
  const { rows } = await sql<{ by: number }>`update ${counts} c set value = c.value + k.by
    from ${changes} where ${same} returning k.by::float8 as by`.execute(db)
  const isTaken = ({ by }: { readonly by: number }): boolean => by < 0
  const taken = sums.filter(isTaken).length
  if (rows.filter(isTaken).length < taken)
    throw new Error(`${table} was never told what is to be taken away: rebuild the follower that keeps it.`)
  await sql`insert into ${counts} (${names}, value) select ${names}, k.by from ${changes} where k.by > 0
    on conflict do nothing`.execute(db)
  if (taken > 0)
    await sql`delete from ${counts} c using ${changes} where ${same} and k.by < 0 and c.value = 0`.execute(db)
}
