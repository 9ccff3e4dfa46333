import type { Ctx } from '../../platform/ctx.ts'
import type { ImportPage, ImportQuery } from './contract.ts'
import { selectImports } from './import.sql.ts'

/** What files were brought in, the latest first, for those who may import. */
export async function listImports(ctx: Ctx, query: ImportQuery): Promise<ImportPage> {
  ctx.must('import.run')
  const found = await ctx.read((tx) => selectImports(tx, query))
  const rows = found.slice(0, query.limit)
  return { rows, next: found.length > query.limit ? rows.at(-1)!.id : null }
}
