import { pathsOf } from '../areas/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { type BatchDone, batchSize, inBatches } from './batches.ts'
import type { Case } from './case.sql.ts'
import { loadCase, moveGuards } from './case.sql.ts'
import { line } from './events.ts'
import { saveReaches, selectReaching } from './move-reach.sql.ts'
import { isOpen } from './stage.rule.ts'
import { reachUnder } from './worker-complaint.rule.ts'

/**
 * An area got a new parent (区划调整): the open cases in it, with all that hangs on them, come into the sight of the
 * posts that look after it now, and leave that of the others. `path` stays, and with it every figure; so do cases that
 * have ended, and confidential ones, which are the district's alone. Run again it changes nothing. Returns how many
 * cases moved.
 */
export async function moveReach(ctx: Ctx, areaId: string): Promise<number> {
  ctx.must('area.manage')
  return inBatches(ctx, async (tx, after) => {
    const found = await selectReaching(tx, areaId, after, batchSize)
    return { ...(await follow(tx, found)), last: found.at(-1)?.id ?? null }
  })
}

/** A case that had ended is open again: it comes into the sight of the posts that look after its area now. */
export async function refreshReach(ctx: Ctx, caseId: string): Promise<number> {
  ctx.must('area.manage')
  return inBatches(ctx, async (tx, after) => {
    if (after !== null) return { last: null, changed: 0, missed: 0 }
    const found = await loadCase(tx, caseId)
    const moves = isOpen(found.stage) && !found.confidential
    return { ...(await follow(tx, moves ? [found] : [])), last: caseId }
  })
}

async function follow(tx: Tx, found: readonly Case[]): Promise<Omit<BatchDone, 'last'>> {
  const paths = await pathsOf(
    tx,
    found.map((row) => row.areaId),
  )
  const moving = found.flatMap((row) => {
    const areas = paths.get(row.areaId)
    const reach = areas && reachUnder(areas, row)
    return reach && reach.join() !== row.reach.join() ? [{ ...row, reach: [...reach] }] : []
  })
  if (moving.length === 0) return { changed: 0, missed: 0 }
  const saved = await saveReaches(tx, moving)
  const moved = moving.filter((row) => saved.has(row.id))
  await moveGuards(tx, moved)
  for (const { id, chain, seq, areaId, reach } of moved)
    tx.record(line('case.reach_moved', { chain, subject: id, seq: seq + 1, data: { areaId, reach } }))
  return { changed: moved.length, missed: moving.length - moved.length }
}
