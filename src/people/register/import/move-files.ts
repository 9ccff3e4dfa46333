import type { Area } from '../../../areas/contract.ts'
import { atlasOf } from '../../../areas/door.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { holdImport } from './import.sql.ts'
import { moveFiles, readersWithin, rowsLeftOutside } from './move-files.sql.ts'
import { reachOfFile } from './reach-of-file.ts'
import { emptyTheseRows } from './row.sql.ts'

/**
 * These areas lie elsewhere now: files come into the sight of the desks that look after their readers' areas, and nothing is
 * kept of rows whose home no reader of the file looks after any more. Run again it changes nothing.
 */
export async function moveImportedFiles(ctx: Ctx, areas: readonly Area[]): Promise<void> {
  const atlas = await atlasOf(ctx)
  const outside = await ctx.transaction(async (tx) => {
    const readers = await readersWithin(
      tx,
      areas.map(({ id }) => id),
    )
    await moveFiles(
      tx,
      readers.map((readerAreas) => ({ readerAreas, reach: reachOfFile(atlas, readerAreas) })),
    )
    return rowsLeftOutside(
      tx,
      areas.map(({ id, path }) => ({ areaId: id, path })),
    )
  })
  for (const { importId, ns } of outside)
    await ctx.transaction(async (tx) => {
      await holdImport(tx, importId)
      await emptyTheseRows(tx, importId, ns)
    })
}
