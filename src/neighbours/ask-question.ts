import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { channelFor, complainedOf, emergencyFor } from '../matters/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { hashReceiptCode, receiptCode } from '../platform/receipt-code.ts'
import { commitsOf, insertTexts, seal } from '../platform/sealed-text.ts'
import type { AskQuestion, QuestionReceipt } from './contract.ts'
import { neighbourLine } from './events.ts'
import { communityAt } from './place.ts'
import { insertQuestion } from './question.sql.ts'

/** A receipt as it is stored: the code is derived from the request again, never kept. */
type StoredReceipt = Omit<QuestionReceipt, 'receiptCode'>

/** Asks a community's desk something. Nobody's name is taken; a receipt code, or the account, leads to the answer. */
export async function askQuestion(ctx: Ctx, input: AskQuestion): Promise<QuestionReceipt> {
  ctx.must('community.ask')
  if (ctx.who.actor === 'anonymous') throw new Refusal('client_secret_needed')
  if (!input.doorSeen) turnToDoor(input.words)
  const { community, path } = await communityAt(ctx, input.areaId)
  const code = receiptCode(ctx.district.secret('receipt'), ctx.who.actor, input.requestId)
  const stored = await actOnce<StoredReceipt>(ctx, input, async (tx) => {
    const askedAt = ctx.clock.now()
    const id = newId(askedAt.epochMilliseconds)
    const asker = { accountId: ctx.who.accountId, receiptHash: hashReceiptCode(code) }
    const words = seal(ctx, { subject: id, kind: 'question', body: input.words, toReporter: true })
    await insertTexts(tx, [words], { reach: path, units: [], ...asker })
    await insertQuestion(tx, {
      id,
      areaId: community.id,
      reach: path,
      wordsId: words.id,
      askedAt,
      ...asker,
    })
    tx.record(
      neighbourLine('question.asked', {
        chain: community.id,
        subject: id,
        seq: 1,
        occurredAt: askedAt,
        data: { areaId: community.id, commits: commitsOf([words]) },
      }),
    )
    return { questionId: id, askedAt: iso(askedAt) }
  })
  return { ...stored, receiptCode: code }
}

/**
 * Refuses `emergency_first`, `channel_first`, or `complaint_first` where the words complain of whoever would read them
 * (Care 2): a desk that reads its questions tomorrow is not where to turn with an emergency, nor with what the law keeps
 * from those concerned. Whoever has seen the door may ask all the same.
 */
function turnToDoor(words: string): void {
  const emergency = emergencyFor(words)
  if (emergency) throw new Refusal('emergency_first', { lines: emergency.lines.join(',') })
  const door = channelFor(words)
  if (door) throw new Refusal('channel_first', { channel: door.channel })
  if (complainedOf(words)) throw new Refusal('complaint_first')
}
