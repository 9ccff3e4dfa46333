import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Clock } from './clock.ts'
import { dayOf, iso } from './clock.ts'
import type { District } from './ctx.ts'
import type { Head } from './seal.rule.ts'
import { sealRoot } from './seal.rule.ts'
import { kyselyOn } from './transaction.ts'

/** A day's seal as it is published and kept outside the database. */
export const SealFile = z.object({
  district: z.string(),
  day: z.iso.date(),
  root: z.string().regex(/^[0-9a-f]{64}$/),
  sealedAt: z.iso.datetime(),
  heads: z.array(z.object({ chain: z.uuid(), n: z.number().int().positive(), hash: z.string() })),
})
export type SealFile = z.infer<typeof SealFile>

/** Where seals are kept outside the database: copy this folder to another machine. */
export const sealFolder = (dataFolder: string, district: string): string =>
  join(dataFolder, 'seals', district)

/**
 * Seals a local day (YYYY-MM-DD, by default the one that `clock` is in), once: every chain's head as it is now goes
 * into a Merkle root that is stored and written to the seal folder. Returns the standing seal when the day is sealed.
 */
export async function sealDay(
  district: District,
  clock: Clock,
  day = dayOf(clock.now(), district.timeZone),
): Promise<SealFile> {
  const connection = await district.pools.reader.connect()
  try {
    const db = kyselyOn(connection)
    const find = () => db.selectFrom('seals').selectAll().where('day', '=', day).executeTakeFirst()
    if (!(await find())) {
      const heads = await readHeads(db)
      const row = { day, root: sealRoot(heads), heads: JSON.stringify(heads), sealed_at: iso(clock.now()) }
      await db
        .insertInto('seals')
        .values(row)
        .onConflict((on) => on.doNothing())
        .execute()
    }
    // Read back: where two servers seal at once, both publish the one that stands.
    const standing = (await find())!
    const seal: SealFile = {
      district: district.id,
      day,
      root: standing.root.toString('hex'),
      sealedAt: iso(standing.sealed_at),
      heads: standing.heads as Head[],
    }
    await keep(sealFolder(district.dataFolder, district.id), seal)
    return seal
  } finally {
    connection.release()
  }
}

/** The last line of every chain, now. */
async function readHeads(db: ReturnType<typeof kyselyOn>): Promise<Head[]> {
  const rows = await db
    .selectFrom('journal')
    .distinctOn('chain')
    .select(['chain', 'n', 'hash'])
    .orderBy('chain')
    .orderBy('n', 'desc')
    .execute()
  return rows.map((row) => ({ chain: row.chain, n: row.n, hash: row.hash.toString('hex') }))
}

/** A seal once written outside is never overwritten: that is what it is for. */
async function keep(folder: string, seal: SealFile): Promise<void> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${seal.day}.json`)
  if ((await readdir(folder)).includes(`${seal.day}.json`)) return
  await writeFile(`${file}.new`, `${JSON.stringify(seal, null, 1)}\n`)
  await rename(`${file}.new`, file)
}

/** All seals in a folder, in order of their days; an empty list when there is no such folder. */
export async function readSeals(folder: string): Promise<SealFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = names.filter((name) => name.endsWith('.json')).sort()
  return Promise.all(
    files.map(async (name) => SealFile.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  )
}
