import type pg from 'pg'

/** Tables that hold what belongs to a case, with the columns that name it or must differ in each copy. */
const tables = [
  { name: 'cases', caseColumn: 'id', fresh: { number: `t.number || '-' || k.copy` } },
  { name: 'case_parts', caseColumn: 'case_id', fresh: {} },
  { name: 'sealed_texts', caseColumn: 'subject', fresh: { id: 'gen_random_uuid()' } },
  { name: 'journal', caseColumn: 'subject', fresh: { n: 't.n + k.copy * 1000000' } },
  { name: 'board', caseColumn: 'case_id', fresh: { number: `t.number || '-' || k.copy` } },
] as const

/**
 * Lays every case of a district out again and again, with its parts, texts, story and row on the board, as the owner.
 * For reading only: no chain verifies afterwards. Returns how many cases there are then.
 */
export async function copyCases(owner: pg.Client, schema: string, copies: number): Promise<number> {
  await owner.query(`set search_path = ${schema}`)
  await owner.query(
    `create temp table copied as select c.id as old, gen_random_uuid() as id, n as copy
     from cases c, generate_series(1, ${copies}) n where c.joined_into is null and c.source_number is null`,
  )
  for (const { name, caseColumn, fresh } of tables) {
    const { rows } = await owner.query<{ column: string }>(
      `select attname as column from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [name],
    )
    const columns = rows.map(({ column }) => column)
    const values = columns.map((column) => {
      if (column === caseColumn) return 'k.id'
      const own = (fresh as Record<string, string>)[column]
      return own ?? `t.${column}`
    })
    await owner.query(
      `insert into ${name} (${columns.join(', ')})
       select ${values.join(', ')} from ${name} t join copied k on k.old = t.${caseColumn}`,
    )
    await owner.query(`vacuum analyze ${name}`)
  }
  const { rows } = await owner.query<{ total: string }>('select count(*) as total from cases')
  return Number(rows[0]!.total)
}
