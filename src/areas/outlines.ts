import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { readShapesOf } from './area.sql.ts'
import type { Atlas } from './atlas.rule.ts'
import { atlasOf } from './atlas.ts'
import { type Outlines, outlinesIn } from './outline.rule.ts'

/** On paper of this width, in units; a tall district is narrower. */
const paper = { width: 620, height: 440 }

/** What was drawn, as long as its atlas is in memory. */
const drawn = new WeakMap<Atlas, Map<string, Outlines | null>>()

/** The parts of an area that stand and have an outline, drawn together; null where fewer than two of them have one. */
export async function outlinesOf(ctx: Ctx, tx: Tx, areaId: string): Promise<Outlines | null> {
  const atlas = await atlasOf(ctx)
  const known = drawn.get(atlas) ?? new Map<string, Outlines | null>()
  drawn.set(atlas, known)
  const before = known.get(areaId)
  if (before !== undefined) return before
  const shapes = await readShapesOf(
    tx,
    atlas.partsOf(areaId).map(({ id }) => id),
  )
  const outlines = shapes.size < 2 ? null : outlinesIn(shapes, paper)
  known.set(areaId, outlines)
  return outlines
}
