import { Refusal } from '../../kernel/refusal.ts'

/** What a file of an office may weigh. A sheet that is larger is divided by its sender. */
export const sheetLimits = {
  /** The file as it was sent, in bytes. */
  fileBytes: 50_000_000,
  /** A workbook above this, in bytes, is read in a thread of its own: it would hold up the others for too long. */
  besideBytes: 100_000,
  /** A workbook’s parts unpacked, in bytes: exceljs holds them and the cells in memory, about eightfold. */
  workbookBytes: 60_000_000,
  /** The same of a workbook that is read row by row: nothing but its shared words is held. */
  streamedWorkbookBytes: 600_000_000,
  /** A packed CSV file unpacked, in bytes: it is streamed and never held. */
  csvBytes: 1_000_000_000,
  /** How many times its packed size a workbook's part may unpack to. Real sheets reach about 30. */
  packingRatio: 200,
  /** Parts below this many bytes are not suspected, however well they are packed. */
  unsuspectedBytes: 1_000_000,
  /** Parts of a workbook: sheets, styles, pictures. */
  workbookParts: 2_000,
  /** One row of a CSV file, in characters: a quote that is never closed ends here and not in memory. */
  csvRowCharacters: 2_000_000,
} as const

/** The refusal of what exceeds one of the limits in bytes. */
export function tooLarge(limitBytes: number): Refusal {
  return new Refusal('file_too_large', { maxMegabytes: Math.floor(limitBytes / 1_000_000) })
}
