import { Refusal } from '../../../kernel/refusal.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { emptyColumnNames, holdImport, moveImport, selectOldImports } from './import.sql.ts'
import { emptyRows } from './row.sql.ts'

const isUntaken = (state: string): boolean => state === 'read' || state === 'reading'

/** Gives up a file that was read and not taken in; nothing of what stood in it is kept. Refuses `import_not_ready`. */
export async function dropRegisterImport(ctx: Ctx, importId: string): Promise<void> {
  ctx.must('register.import')
  await ctx.transaction(async (tx) => {
    const { state } = await holdImport(tx, importId)
    if (!isUntaken(state)) throw new Refusal('import_not_ready')
    await giveUp(tx, importId)
  })
}

/** Gives up an import with all that it keeps of the file, in the caller's transaction. */
export async function giveUp(tx: Tx, importId: string): Promise<void> {
  await emptyKept(tx, importId)
  await moveImport(tx, importId, { state: 'dropped' })
}

async function emptyKept(tx: Tx, importId: string): Promise<void> {
  await emptyRows(tx, importId)
  await emptyColumnNames(tx, importId)
}

/**
 * Gives up what was read before a moment: files that nobody took in, and of the others the rows that stayed behind, refused
 * or left waiting, and the names of columns. Returns how many files there were of which rows were left.
 */
export async function dropOldImports(ctx: Ctx, before: Temporal.Instant): Promise<number> {
  ctx.must('register.import')
  const old = await ctx.read((tx) => selectOldImports(tx, before))
  for (const { id } of old)
    await ctx.transaction(async (tx) => {
      const { state } = await holdImport(tx, id)
      await (isUntaken(state) ? giveUp(tx, id) : emptyKept(tx, id))
    })
  return old.filter(({ isLeft }) => isLeft).length
}
