import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from './world.ts'

/** Tables of the district in which one of these texts stands in any column, bytes and JSON too. */
export async function tablesWith(
  sql: World['sql'],
  schema: string,
  texts: readonly string[],
): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    'owner',
    `select table_name as name from information_schema.tables
     where table_schema = $1 and table_type = 'BASE TABLE' order by table_name`,
    [schema],
  )
  const found: string[] = []
  for (const { name } of tables) {
    // A row as text shows bytes in hex: the texts are looked for as bytes as well.
    const rows = await sql(
      'owner',
      `select 1 from ${name} t where exists (select from unnest($1::text[]) as w (word)
         where position(w.word in t::text) > 0
           or position(encode(convert_to(w.word, 'UTF8'), 'hex') in t::text) > 0) limit 1`,
      [texts],
    )
    if (rows.length > 0) found.push(name)
  }
  return found
}

/** Files below a folder in which one of these texts stands, as UTF-8 or in hex. Read in pieces: backups are large. */
export async function filesWith(folder: string, texts: readonly string[]): Promise<string[]> {
  const wanted = texts.flatMap((text) => {
    const bytes = Buffer.from(text)
    return [bytes, Buffer.from(bytes.toString('hex'))]
  })
  const longest = Math.max(...wanted.map(({ length }) => length))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  const found: string[] = []
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    let tail = Buffer.alloc(0)
    for await (const chunk of createReadStream(path)) {
      const piece = Buffer.concat([tail, chunk as Buffer])
      if (wanted.some((bytes) => piece.includes(bytes))) {
        found.push(path)
        break
      }
      tail = piece.subarray(Math.max(0, piece.length - longest))
    }
  }
  return found
}
