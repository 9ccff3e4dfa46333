import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** One erasure as it is kept outside the database: ids and the moment, and nothing that says who it was. */
const Line = z.strictObject({
  id: z.uuid(),
  personId: z.uuid().nullable(),
  accountId: z.uuid().nullable(),
  erasedAt: z.iso.datetime(),
})
export type ErasedLine = z.infer<typeof Line>

/** Where a district's list of erasures stands: keep a copy apart from the backups, it is newer than they are. */
export const erasureFile = (dataFolder: string, district: string): string =>
  join(dataFolder, 'erasures', `${district}.jsonl`)

/** Adds an erasure to the list, down to the disk; one that is on it stays as it is. */
export async function keepErasure(path: string, line: ErasedLine): Promise<void> {
  if ((await readErasures(path)).some(({ id }) => id === line.id)) return
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a+', 0o600)
  try {
    // What a power cut broke off is no line: the next one must not be written behind it.
    const whole = (await file.readFile('utf8')).replace(/[^\n]*$/, '')
    await file.truncate(Buffer.byteLength(whole))
    await file.writeFile(`${JSON.stringify(Line.parse(line))}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * The list, in the order in which it was written; empty where there is none. A last line that a power cut broke off is
 * left out: its erasure is added once more by the follower. Throws where another line is none of ours.
 */
export async function readErasures(path: string): Promise<ErasedLine[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n')
  const whole = lines.slice(0, -1)
  return whole.filter((line) => line !== '').map((line) => Line.parse(JSON.parse(line)))
}
