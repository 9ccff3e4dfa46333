import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { atlasOf } from '../../areas/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { SheetRow } from '../../kernel/sheet/row.ts'
import { mustBeStaff } from '../../organisations/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { writeFaultSheet } from '../../platform/sheet/fault-sheet.ts'
import { recordExport } from '../../platform/sheet/record-export.ts'
import type { RowFault } from './contract.ts'
import { wordFault } from './fault-words.rule.ts'
import { refusedRows } from './import.sql.ts'

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

/**
 * The returned sheet of an import (.xlsx), for those who may import; who took it stands on the record. It names people:
 * a program's key, which shows no person, does not get it. Refuses `not_found` where none waits.
 */
export async function returnedSheet(ctx: Ctx, importId: string): Promise<Buffer> {
  ctx.must('import.run')
  mustBeStaff(ctx, 'import.run')
  const missing = () => new Refusal('not_found', { kind: 'returned_sheet' })
  const refused = await ctx.read((tx) => refusedRows(tx, importId))
  if (refused === undefined) throw missing()
  const sheet = await readFile(pathOf(ctx, importId)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? missing() : error
  })
  const chain = (await atlasOf(ctx)).district.id
  await recordExport(ctx, { chain, list: 'returned-rows', filters: 0, rows: refused })
  return sheet
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
