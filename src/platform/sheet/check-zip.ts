import { createInflateRaw } from 'node:zlib'
import { Refusal } from '../../kernel/refusal.ts'
import { sheetLimits, tooLarge } from './limits.ts'

interface Part {
  readonly method: number
  readonly packedBytes: number
  readonly unpackedBytes: number
  readonly headerOffset: number
}

const endSignature = Buffer.from('PK\x05\x06', 'latin1')
const damaged = () => new Refusal('import_file_unreadable', { why: 'damaged' })

/**
 * Guards a workbook against a zip bomb before anything holds it unpacked: the number of parts, what they say
 * they unpack to, and what they really unpack to, counted in a stream. Format: PKWARE APPNOTE 6.3, 4.3.7 to 4.3.16.
 * Refuses with `file_too_large` or `import_file_unreadable`. `unpackedLimit`: bytes that all parts may unpack to.
 */
export async function checkZip(
  file: Buffer,
  unpackedLimit: number = sheetLimits.workbookBytes,
): Promise<void> {
  const parts = partsOf(file)
  let total = 0
  for (const { packedBytes, unpackedBytes } of parts) {
    total += unpackedBytes
    const suspect = unpackedBytes > sheetLimits.unsuspectedBytes
    if (total > unpackedLimit) throw tooLarge(unpackedLimit)
    if (suspect && unpackedBytes > packedBytes * sheetLimits.packingRatio) {
      throw tooLarge(unpackedLimit)
    }
  }
  for (const part of parts) await unpackAsSaid(file, part)
}

function partsOf(file: Buffer): Part[] {
  const end = file.lastIndexOf(endSignature)
  if (end < 0 || end + 22 > file.length) throw damaged()
  const count = file.readUInt16LE(end + 10)
  if (count > sheetLimits.workbookParts) throw tooLarge(sheetLimits.fileBytes)
  const parts: Part[] = []
  let at = file.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw damaged()
    parts.push({
      method: file.readUInt16LE(at + 10),
      packedBytes: file.readUInt32LE(at + 20),
      unpackedBytes: file.readUInt32LE(at + 24),
      headerOffset: file.readUInt32LE(at + 42),
    })
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return parts
}

/** Unpacks a part without keeping it; one that grows beyond what the directory says is not believed. */
async function unpackAsSaid(file: Buffer, part: Part): Promise<void> {
  const { headerOffset, packedBytes, unpackedBytes, method } = part
  if (headerOffset + 30 > file.length) throw damaged()
  const start =
    headerOffset + 30 + file.readUInt16LE(headerOffset + 26) + file.readUInt16LE(headerOffset + 28)
  if (start + packedBytes > file.length) throw damaged()
  if (method === 0 && packedBytes === unpackedBytes) return
  if (method !== 8) throw damaged()
  const inflate = createInflateRaw()
  inflate.end(file.subarray(start, start + packedBytes))
  let bytes = 0
  try {
    for await (const chunk of inflate) {
      bytes += (chunk as Buffer).length
      if (bytes > unpackedBytes) break
    }
  } catch {
    // Whatever zlib dislikes about a stranger's bytes, the sender's remedy is the same: save the file again.
    throw damaged()
  }
  if (bytes !== unpackedBytes) throw damaged()
}
