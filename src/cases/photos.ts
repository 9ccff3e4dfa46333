import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import { readPhoto, storePhoto } from '../platform/files.ts'
import { isOwn } from './act.ts'
import { loadCase } from './case.sql.ts'
import { findPhoto } from './case-page.sql.ts'

/** Takes a photograph in; it belongs to whoever sent it until an act shows it. */
export async function takePhoto(ctx: Ctx, upload: Buffer): Promise<string> {
  ctx.must('case.accept')
  if (ctx.who.actor === 'anonymous') throw new Refusal('client_secret_needed')
  return storePhoto(ctx, upload)
}

/** A photograph of an own case, or of one that the asker's posts may see; a guessed id opens nothing. */
export async function seePhoto(ctx: Ctx, fileId: string, size: 'small' | 'full'): Promise<Buffer> {
  const sha256 = await ctx.read(async (tx) => {
    const photo = await findPhoto(tx, fileId)
    if (!photo) throw new Refusal('not_found', { kind: 'photo' })
    // The row alone is not enough: an administrator reaches every row, and sees no case.
    const shownIn = await loadCase(tx, photo.caseId)
    if (!isOwn(ctx, shownIn)) ctx.must('case.see', { path: shownIn.reach, units: shownIn.units })
    return photo.sha256
  })
  return readPhoto(ctx.district.dataFolder, sha256, size)
}
