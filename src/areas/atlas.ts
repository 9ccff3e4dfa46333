import type { Ctx } from '../platform/ctx.ts'
import { keep } from '../platform/kept.ts'
import { readAreas, readShapes } from './area.sql.ts'
import { type Atlas, buildAtlas, territorialKinds } from './atlas.rule.ts'

/** The atlas in memory; whoever writes areas says `change` first and `forget` after. */
export const keptAtlas = keep('areas', async (db) =>
  buildAtlas(await readAreas(db), await readShapes(db, territorialKinds)),
)

/** The district's map, loaded once and again when areas change. Answers from memory; asks the database rarely. */
export const atlasOf = (ctx: Pick<Ctx, 'district'>): Promise<Atlas> => keptAtlas.of(ctx)
