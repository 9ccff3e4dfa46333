import { sheetLimits, tooLarge } from './limits.ts'
import { damaged, type Part, partsOf, unpack } from './zip.ts'

/**
 * Guards a workbook against a zip bomb before anything holds it unpacked: the number of parts, what they say
 * they unpack to, and what they really unpack to, counted in a stream.
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

/** Unpacks a part without keeping it; one that grows beyond what the directory says is not believed. */
async function unpackAsSaid(file: Buffer, part: Part): Promise<void> {
  let bytes = 0
  try {
    for await (const chunk of unpack(file, part)) {
      bytes += (chunk as Buffer).length
      if (bytes > part.unpackedBytes) break
    }
  } catch {
    // Whatever zlib dislikes about a stranger's bytes, the sender's remedy is the same: save the file again.
    throw damaged()
  }
  if (bytes !== part.unpackedBytes) throw damaged()
}
