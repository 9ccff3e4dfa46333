import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { Refusal } from '../../kernel/refusal.ts'
import { sheetLimits, tooLarge } from './limits.ts'

/** A part of a zip, as its directory has it. */
export interface Part {
  readonly name: string
  readonly method: number
  readonly packedBytes: number
  readonly unpackedBytes: number
  readonly headerOffset: number
}

const endSignature = Buffer.from('PK\x05\x06', 'latin1')

/** A workbook that cannot be read as one. */
export const damaged = () => new Refusal('import_file_unreadable', { why: 'damaged' })

/**
 * The parts that a zip's directory names. Format: PKWARE APPNOTE 6.3, 4.3.7 to 4.3.16. Refuses `file_too_large` where
 * they are too many, `import_file_unreadable`.
 */
export function partsOf(file: Buffer): Part[] {
  const end = file.lastIndexOf(endSignature)
  if (end < 0 || end + 22 > file.length) throw damaged()
  const count = file.readUInt16LE(end + 10)
  if (count > sheetLimits.workbookParts) throw tooLarge(sheetLimits.fileBytes)
  const parts: Part[] = []
  let at = file.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw damaged()
    const nameBytes = file.readUInt16LE(at + 28)
    parts.push({
      name: file.toString('utf8', at + 46, at + 46 + nameBytes),
      method: file.readUInt16LE(at + 10),
      packedBytes: file.readUInt32LE(at + 20),
      unpackedBytes: file.readUInt32LE(at + 24),
      headerOffset: file.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return parts
}

/** A part's bytes, unpacked as they are read. Refuses `import_file_unreadable` where it does not lie in the file. */
export function unpack(file: Buffer, { headerOffset, packedBytes, unpackedBytes, method }: Part): Readable {
  if (headerOffset + 30 > file.length) throw damaged()
  const start =
    headerOffset + 30 + file.readUInt16LE(headerOffset + 26) + file.readUInt16LE(headerOffset + 28)
  if (start + packedBytes > file.length) throw damaged()
  const packed = file.subarray(start, start + packedBytes)
  if (method === 0 && packedBytes === unpackedBytes) return Readable.from([packed], { objectMode: false })
  if (method !== 8) throw damaged()
  const inflate = createInflateRaw()
  inflate.end(packed)
  return inflate
}
