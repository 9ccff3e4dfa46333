import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { clearFiles, districtSchemas } from '../../platform/postgres/clear-files.ts'
import { erasureFile, readErasures } from '../erasure-list.ts'

/** Where it stands up to which erasure a data folder was cleared. */
const clearedFile = (dataFolder: string, district: string): string =>
  join(dirname(erasureFile(dataFolder, district)), `${district}.cleared`)

/** The last erasure whose traces were cleared from the database's files; null where none were. */
export async function lastCleared(dataFolder: string, district: string): Promise<string | null> {
  return readFile(clearedFile(dataFolder, district), 'utf8').then(
    (text) => text.trim(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    },
  )
}

/**
 * Takes out of the database's files what an erasure left in them, in each district where somebody was erased since the
 * last time. The server has to be this program's own. Returns whether there was anything to do.
 */
export async function clearTraces(ownerUrl: string, dataFolder: string): Promise<boolean> {
  const due: { readonly schema: string; readonly district: string; readonly lastId: string }[] = []
  for (const schema of await districtSchemas(ownerUrl)) {
    const district = schema.slice('d_'.length)
    const last = (await readErasures(erasureFile(dataFolder, district))).at(-1)
    if (last && last.id !== (await lastCleared(dataFolder, district)))
      due.push({ schema, district, lastId: last.id })
  }
  await clearFiles(
    ownerUrl,
    due.map(({ schema }) => schema),
  )
  for (const { district, lastId } of due) {
    const file = clearedFile(dataFolder, district)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, `${lastId}\n`)
  }
  return due.length > 0
}
