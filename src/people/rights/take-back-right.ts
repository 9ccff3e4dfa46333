import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { eraseTexts } from '../../platform/sealed-text.ts'
import { about } from '../register/about.ts'
import type { TakeBackRight, TakenBackRight } from './contract.ts'
import { rightsLine } from './events.ts'
import { ownAccount } from './own-entry.ts'
import { loadRight, mustWait, saveTakenBack } from './request.sql.ts'

/**
 * Takes back what the asker asked about themselves, while it waits: nobody answers it any more, and its words are erased
 * with their salts (个人信息保护法 2021-11-01, Articles 44 and 47: they were written to be answered). Refuses
 * `sign_in_needed`, `not_found` of another's request, `rights_answered`, `rights_taken_back`.
 */
export const takeBackRight = (ctx: Ctx, id: string, input: TakeBackRight): Promise<TakenBackRight> =>
  actOnce(ctx, about(input, { id, act: 'take_back_right' }), async (tx) => {
    const account = await ownAccount(ctx, tx)
    const before = await loadRight(tx, id)
    if (before.accountId !== account.id) throw new Refusal('not_found', { kind: 'right' })
    mustWait(before.stage)
    const seq = await saveTakenBack(tx, before, ctx.clock.now())
    const texts = await eraseTexts(tx, ctx.clock, id, { kinds: ['right_words'] })
    const { chain, kind } = before
    tx.record(rightsLine('right.taken_back', { chain, subject: id, seq, data: { kind, texts } }))
    return { id, stage: 'taken_back' }
  })
