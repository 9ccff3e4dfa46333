import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from './ctx.ts'
import { printFrom } from './picture-print.ts'
import { smallPictures } from './small-pictures.ts'
import { turns } from './turns.ts'

/** Photographs are re-encoded: no place, time or device of a person stays in them. */
const widestPixels = 2000
const smallPixels = 360

/** Where a file of this content stands. */
export const fileFolder = (dataFolder: string, sha256: Buffer): string => {
  const name = sha256.toString('hex')
  return join(dataFolder, 'files', name.slice(0, 2), name)
}

/**
 * Stores an uploaded photograph by its content, before any row speaks of it; returns the file's id.
 * Refuses what is not a picture. The same picture twice is one file on the disk.
 */
export async function storePhoto(ctx: Ctx, upload: Buffer): Promise<string> {
  const picture = await reencode(upload)
  const sha256 = hashOf(picture)
  await writeOnce(fileFolder(ctx.district.dataFolder, sha256), picture)
  const print = await inTurn(() => printFrom(picture))
  const at = ctx.clock.now()
  const id = newId(at.epochMilliseconds)
  await ctx.transaction((tx) =>
    tx.db
      .insertInto('files')
      .values({
        id,
        sha256,
        media_type: 'image/jpeg',
        bytes: picture.length,
        print,
        uploaded_by: ctx.who.actor,
        uploaded_at: at.toString(),
      })
      .execute(),
  )
  return id
}

/** What telephones and browsers send. A drawing in SVG is a program, and no photograph. */
const acceptedFormats: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'heif', 'avif', 'gif'])
/** More than a telephone takes by default; unpacked it is 160 MB. */
const mostPixels = 40_000_000
/** Unpacked pictures fill the memory: others wait. */
const inTurn = turns(2)

async function reencode(upload: Buffer): Promise<Buffer> {
  // sharp is large: it is loaded with the first photograph.
  const { default: sharp } = await import('sharp')
  const { format, width, height } = await readable(() => sharp(upload).metadata())
  if (!acceptedFormats.has(format)) throw notAPhoto()
  if (width * height > mostPixels) throw new Refusal('file_too_large', { kind: 'photo' })
  return inTurn(() =>
    readable(() =>
      sharp(upload, { limitInputPixels: mostPixels })
        .rotate()
        .resize({ width: widestPixels, height: widestPixels, fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality: 82 })
        .toBuffer(),
    ),
  )
}

const notAPhoto = () => new Refusal('file_kind_not_accepted', { kind: 'photo' })

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch {
    // Whatever sharp says of bytes that it cannot read, the answer to the person is the same.
    throw notAPhoto()
  }
}

/** Written beside and renamed: a program that dies half-way leaves no half file under a true name. */
async function writeOnce(path: string, bytes: Buffer): Promise<void> {
  if (
    await stat(path).then(
      () => true,
      () => false,
    )
  )
    return
  await mkdir(join(path, '..'), { recursive: true })
  const beside = `${path}.${randomUUID()}`
  const file = await open(beside, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}

/** Whether a stored file is there, and is what its name says. */
export async function checkFile(
  dataFolder: string,
  sha256: Buffer,
): Promise<'whole' | 'changed' | 'missing'> {
  const bytes = await bytesOf(dataFolder, sha256)
  if (!bytes) return 'missing'
  return hashOf(bytes).equals(sha256) ? 'whole' : 'changed'
}

const hashOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

const bytesOf = (dataFolder: string, sha256: Buffer): Promise<Buffer | null> =>
  orNull(readFile(fileFolder(dataFolder, sha256)))

/** What is read of a file; null where there is none. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** A board of cases shows some dozens at once; about 25 KB each. */
const smallOnes = smallPictures({ pictures: 300, bytes: 8 * 1024 * 1024 })
/** Looking on does not wait for uploads, which are larger by far. */
const smallInTurn = turns(2)

/** A stored photograph, or its small form. Refuses `not_found` where the file is gone or is not what its name says. */
export async function readPhoto(dataFolder: string, sha256: Buffer, size: 'small' | 'full'): Promise<Buffer> {
  const wholePhoto = async (): Promise<Buffer> => {
    const bytes = await bytesOf(dataFolder, sha256)
    if (!bytes || !hashOf(bytes).equals(sha256)) throw new Refusal('not_found', { kind: 'photo' })
    return bytes
  }
  if (size === 'full') return wholePhoto()
  const path = fileFolder(dataFolder, sha256)
  // The time of its last change tells a file that was written over, which nobody can set back.
  const stamp = await orNull(stat(path, { bigint: true }))
  if (!stamp) {
    smallOnes.forget(path)
    throw new Refusal('not_found', { kind: 'photo' })
  }
  return smallOnes.of(path, `${stamp.ino} ${stamp.size} ${stamp.ctimeNs}`, () =>
    smallInTurn(async () => makeSmall(await wholePhoto())),
  )
}

async function makeSmall(photo: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp(photo)
    .resize({ width: smallPixels, height: smallPixels, fit: 'cover' })
    .jpeg({ quality: 70 })
    .toBuffer()
}

/** Takes a stored file away, and what memory holds of it. */
export async function removeFile(dataFolder: string, sha256: Buffer): Promise<void> {
  const path = fileFolder(dataFolder, sha256)
  await rm(path, { force: true })
  smallOnes.forget(path)
}
