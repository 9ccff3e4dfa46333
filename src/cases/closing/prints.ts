import type { Ctx } from '../../platform/ctx.ts'
import { insertPrints, selectUnprinted } from './evidence.sql.ts'
import { bandsOf } from './print.rule.ts'

/** Keeps what each photograph of a case looks like, as it was found when the photograph was taken in. */
export async function printPhotos(system: Ctx, caseId: string): Promise<void> {
  await system.transaction(async (tx) => {
    const photos = await selectUnprinted(tx, caseId)
    const prints = photos.map((photo) => ({ ...photo, bands: bandsOf(photo.print) }))
    if (prints.length > 0) await insertPrints(tx, caseId, prints)
  })
}
