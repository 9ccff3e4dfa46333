import { Refusal } from '../../../kernel/refusal.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { holdImport, moveImport } from './import.sql.ts'
import { emptyRows } from './row.sql.ts'

/** Gives up a file that was read and not taken in; nothing of what stood in it is kept. Refuses `import_not_ready`. */
export async function dropRegisterImport(ctx: Ctx, importId: string): Promise<void> {
  ctx.must('register.import')
  await ctx.transaction(async (tx) => {
    const { state } = await holdImport(tx, importId)
    if (state !== 'read' && state !== 'reading') throw new Refusal('import_not_ready')
    await emptyRows(tx, importId)
    await moveImport(tx, importId, { state: 'dropped' })
  })
}
