import excel from 'exceljs'

/** The rows of a workbook's first page, each from its first column on. */
export async function firstLeafOf(bytes: Buffer): Promise<unknown[][]> {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const rows = book.worksheets[0]!.getSheetValues().filter((row) => Array.isArray(row))
  return rows.map((row) => (row as unknown[]).slice(1))
}
