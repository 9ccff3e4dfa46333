import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../kernel/refusal.ts'
import type { SheetRow } from '../../kernel/sheet/row.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { writeFaultSheet } from '../../platform/sheet/fault-sheet.ts'
import type { RowFault } from './contract.ts'
import { wordFault } from './fault-words.rule.ts'
import { isImport } from './import.sql.ts'

/** Days for which a returned sheet waits. It holds people's words outside the database, so it does not stay. */
export const returnedDays = 30

const folderOf = ({ district }: Pick<Ctx, 'district'>): string =>
  join(district.dataFolder, 'files', 'imports')
const pathOf = (ctx: Pick<Ctx, 'district'>, importId: string): string =>
  join(folderOf(ctx), `${importId}.xlsx`)

/** Writes the sheet that goes back to the sender: the rows that did not come in, each with its reasons. */
export async function keepReturned(
  ctx: Pick<Ctx, 'district'>,
  importId: string,
  original: { readonly headerRow: SheetRow; readonly rows: readonly SheetRow[] },
  faults: readonly RowFault[],
): Promise<void> {
  const worded = faults.map((fault) => ({
    rowNumber: fault.rowNumber,
    letter: fault.column.letter,
    columnName: fault.column.name,
    ...wordFault(fault),
  }))
  const sheet = await writeFaultSheet(original, worded)
  await mkdir(folderOf(ctx), { recursive: true })
  await writeFile(pathOf(ctx, importId), sheet)
}

/** The returned sheet of an import (.xlsx), for those who may import. Refuses `not_found` where none waits. */
export async function returnedSheet(ctx: Ctx, importId: string): Promise<Buffer> {
  ctx.must('import.run')
  const missing = () => new Refusal('not_found', { kind: 'returned_sheet' })
  if (!(await ctx.read((tx) => isImport(tx, importId)))) throw missing()
  return readFile(pathOf(ctx, importId)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? missing() : error
  })
}

/** Removes returned sheets that have waited long enough. Called with each import. */
export async function sweepReturned(ctx: Pick<Ctx, 'district' | 'clock'>): Promise<void> {
  const folder = folderOf(ctx)
  await mkdir(folder, { recursive: true })
  const endedMs = ctx.clock.now().subtract({ hours: 24 * returnedDays }).epochMilliseconds
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if ((await stat(path)).mtimeMs < endedMs) await rm(path, { force: true })
  }
}
