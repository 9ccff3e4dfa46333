import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { eraseTexts } from '../../platform/sealed-text.ts'
import { actOnWhistle } from './act.ts'
import type { EraseWhistleTexts, WhistleReceipt } from './contract.ts'
import { whistleLine } from './events.ts'

/** Erases texts of a whistle in which a person is named. The journal's commitments stay and verify. */
export const eraseWhistleTexts = (
  ctx: Ctx,
  whistleId: string,
  input: EraseWhistleTexts,
): Promise<WhistleReceipt> =>
  actOnWhistle(ctx, 'case.erase', whistleId, input, async ({ whistle }, { tx, keep, next }) => {
    const wanted = new Set(input.textIds)
    const texts = await eraseTexts(tx, ctx.clock, whistle.id, { kinds: [], ids: [...wanted] })
    if (texts.length < wanted.size) throw new Refusal('not_found', { kind: 'text' })
    const { commits } = await keep([{ kind: 'whistle_erasure', body: input.reason }], [])
    return { lines: [whistleLine('whistle.texts_erased', { ...next(), data: { texts, commits } })] }
  })
