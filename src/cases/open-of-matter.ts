import type { Ctx } from '../platform/ctx.ts'
import { countOpenOfMatter } from './desk.sql.ts'
import type { OpenOfMatter } from './story.contract.ts'

/** What hangs on a matter now, for whoever is about to change it. */
export async function openOfMatter(ctx: Ctx, matter: string): Promise<OpenOfMatter> {
  ctx.must('matter.manage')
  return ctx.read((tx) => countOpenOfMatter(tx, matter))
}
