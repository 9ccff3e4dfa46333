import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import { readPhoto, storePhoto } from '../platform/files.ts'
import { findPhoto } from './case-page.sql.ts'

/** Takes a photograph in; it belongs to whoever sent it until an act shows it. */
export async function takePhoto(ctx: Ctx, upload: Buffer): Promise<string> {
  ctx.must('case.accept')
  if (ctx.who.actor === 'anonymous') throw new Refusal('client_secret_needed')
  return storePhoto(ctx, upload)
}

/** A photograph of a case that the asker may see; policies decide, so a guessed id opens nothing. */
export async function seePhoto(ctx: Ctx, fileId: string, size: 'small' | 'full'): Promise<Buffer> {
  const sha256 = await ctx.read((tx) => findPhoto(tx, fileId))
  if (!sha256) throw new Refusal('not_found', { kind: 'photo' })
  return readPhoto(ctx.district.dataFolder, sha256, size)
}
