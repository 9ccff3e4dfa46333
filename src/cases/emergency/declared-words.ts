import { atlasOf } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { insertTexts, type SealedText, seal } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { StandingMode } from './mode.sql.ts'
import { postAreasIn } from './post-areas.ts'

/** What residents are told is for everybody to read; what is said in a drill is for those who take part. None where none is said. */
export async function keepWords(
  ctx: Ctx,
  tx: Tx,
  mode: Pick<StandingMode, 'id' | 'drill' | 'path' | 'areaId' | 'unitIds'>,
  said: string | undefined,
): Promise<SealedText[]> {
  if (said === undefined) return []
  const words = [seal(ctx, { subject: mode.id, kind: 'emergency_words', body: said, open: !mode.drill })]
  const inside = postAreasIn(await atlasOf(ctx), mode.areaId)
  await insertTexts(tx, words, {
    reach: [...new Set([...mode.path, ...inside])],
    units: mode.unitIds,
    accountId: null,
    receiptHash: null,
  })
  return words
}
