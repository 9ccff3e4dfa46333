import { Refusal } from '../kernel/refusal.ts'
import type { Ctx, Who } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { eraseTexts, forgetReader } from '../platform/sealed-text.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Done, TakeBack } from './contract.ts'
import { neighbourLine } from './events.ts'
import { forgetAsker, loadQuestion, type StandingQuestion, selectAskedBy } from './question.sql.ts'

/** What is the asker's: the question as it was written, and what was said to the asker alone. */
const askersKinds = ['question', 'answer'] as const

/**
 * Takes a question back, answered or not, by the account that asked or by the receipt code in the header. Its words
 * and who asked are erased with their salts; what staff made public in words of their own stays. Refuses `not_found`.
 * Source: Personal Information Protection Law, article 47.
 */
export function takeBackQuestion(ctx: Ctx, id: string, input: TakeBack): Promise<Done> {
  ctx.must('community.ask')
  const asked = { ...input, id, act: 'take_back' }
  return actOnce(ctx, asked, async (tx) => {
    const before = await loadQuestion(tx, id)
    if (!isAskedBy(ctx.who, before) || before.isTakenBack)
      throw new Refusal('not_found', { kind: 'question' })
    await forget(ctx, tx, before)
    return { id }
  })
}

async function forget(ctx: Ctx, tx: Tx, before: StandingQuestion): Promise<void> {
  const { id, chain } = before
  // Its asker is not to see the row any more, and an update must see the row that it leaves behind.
  await tx.widen(before.guard.reach[0]!)
  const texts = await eraseTexts(tx, ctx.clock, id, { kinds: askersKinds })
  await forgetReader(tx, id)
  const occurredAt = ctx.clock.now()
  const seq = await forgetAsker(tx, before, occurredAt)
  tx.record(neighbourLine('question.taken_back', { chain, subject: id, seq, occurredAt, data: { texts } }))
}

/**
 * Takes back every question of an account that is erased (个人信息保护法 2021-11-01, Article 47). Run again it finds
 * nothing. Returns how many there were.
 */
export async function forgetAskerOf(ctx: Ctx, accountId: string): Promise<number> {
  ctx.must('case.erase')
  const ids = await ctx.read((tx) => selectAskedBy(tx, accountId))
  for (const id of ids)
    await ctx.transaction(async (tx) => {
      const before = await loadQuestion(tx, id)
      if (!before.isTakenBack) await forget(ctx, tx, before)
    })
  return ids.length
}

/** That a desk sees a question does not make it the desk's. */
const isAskedBy = ({ accountId, receiptHash }: Who, { guard }: StandingQuestion): boolean =>
  (guard.accountId !== null && guard.accountId === accountId) ||
  (receiptHash !== '' && guard.receiptHash?.toString('hex') === receiptHash)
