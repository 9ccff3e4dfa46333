import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { readPhoto } from '../../platform/files.ts'
import { insertPrint, selectUnprinted } from './evidence.sql.ts'
import { bandsOf, printHeight, printOf, printWidth } from './print.rule.ts'

/** Keeps what each photograph of a case looks like, once. A file that is gone has nothing to look like. */
export async function printPhotos(system: Ctx, caseId: string): Promise<void> {
  const photos = await system.read((tx) => selectUnprinted(tx, caseId))
  for (const photo of photos) {
    const bytes = await bytesOf(system, photo.sha256)
    if (!bytes) continue
    const print = await printFrom(bytes)
    await system.transaction((tx) => insertPrint(tx, caseId, { ...photo, print, bands: bandsOf(print) }))
  }
}

async function bytesOf({ district }: Ctx, sha256: Buffer): Promise<Buffer | null> {
  try {
    return await readPhoto(district.dataFolder, sha256, 'full')
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** The print of a picture in any of the accepted forms. */
export async function printFrom(bytes: Buffer): Promise<Buffer | null> {
  const { default: sharp } = await import('sharp')
  const grey = await sharp(bytes)
    .resize({ width: printWidth, height: printHeight, fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer()
  return printOf(grey)
}
