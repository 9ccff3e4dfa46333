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
 * Seals the local day that `clock` is in, once: every chain's head goes into a Merkle root that is stored and
 * written to the seal folder. Returns the standing seal when the day is sealed already.
 */
export async function sealDay(district: District, clock: Clock): Promise<SealFile> {
  const day = dayOf(clock.now(), district.timeZone)
  const connection = await district.pools.reader.connect()
  try {
    const db = kyselyOn(connection)
    const known = await db.selectFrom('seals').selectAll().where('day', '=', day).executeTakeFirst()
    const heads = known ? (known.heads as Head[]) : await readHeads(db)
    const seal: SealFile = {
      district: district.id,
      day,
      root: sealRoot(heads).toString('hex'),
      sealedAt: iso(known?.sealed_at ?? clock.now()),
      heads: [...heads],
    }
    if (!known) {
      const row = {
        day,
        root: Buffer.from(seal.root, 'hex'),
        heads: JSON.stringify(heads),
        sealed_at: seal.sealedAt,
      }
      await db
        .insertInto('seals')
        .values(row)
        .onConflict((on) => on.doNothing())
        .execute()
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
