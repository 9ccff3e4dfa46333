import type { Ctx } from '../../platform/ctx.ts'
import type { NewLine } from '../../platform/events.ts'
import type { Scene } from '../act.ts'
import type { Case } from '../case.sql.ts'
import { line } from '../events.ts'
import { decideAsk, findAsk } from './ask.sql.ts'

/** What its reporter asks for once more comes true where a desk sends the case back by itself: nothing is left to decide. */
export async function endAsk(ctx: Ctx, { tx, next }: Scene, before: Case): Promise<NewLine[]> {
  const ask = await findAsk(tx, before)
  if (ask === null || ask.granted !== null) return []
  await decideAsk(tx, ask.id, { granted: true, by: ctx.who.accountId!, at: ctx.clock.now(), reasonId: null })
  const data = { askId: ask.id, because: ask.because, matter: before.matter!, granted: true, commits: {} }
  return [line('case.reopen_decided', { ...next(), data })]
}
