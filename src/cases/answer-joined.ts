import type { Ctx } from '../platform/ctx.ts'
import { commitsOf, insertTexts, seal } from '../platform/sealed-text.ts'
import type { Tx } from '../platform/transaction.ts'
import { loadWhole, selectJoinedBelow } from './answer-joined.sql.ts'
import { type Case, guardOf, saveCase } from './case.sql.ts'
import type { Stage } from './contract.ts'
import { line } from './events.ts'
import { loadStories } from './story.sql.ts'
import { selectTextsOf } from './text.sql.ts'

const answered: ReadonlySet<Stage> = new Set(['replied', 'checked', 'closed'])

/**
 * 与同类诉求一起答复: the answer to a case is written for every case that was joined into it, so that each reporter
 * reads it by an own receipt, public or not, and learns nothing of the others (Care 2). Run again it changes nothing.
 * Returns how many cases were answered.
 */
export async function answerJoined(ctx: Ctx, caseId: string): Promise<number> {
  ctx.must('case.reply')
  return ctx.transaction(async (tx) => {
    const whole = await loadWhole(tx, caseId)
    if (!answered.has(whole.stage)) return 0
    const answer = (await selectTextsOf(tx, [whole.id], ['answer'])).findLast((text) => text.body !== null)
    if (!answer?.body) return 0
    const waiting = await withoutAnswer(tx, await selectJoinedBelow(tx, whole.id), answer.id)
    for (const joined of waiting)
      await writeAnswer(ctx, tx, joined, whole, { id: answer.id, body: answer.body })
    return waiting.length
  })
}

async function withoutAnswer(tx: Tx, joined: readonly Case[], answerId: string): Promise<Case[]> {
  const ids = joined.map((one) => one.id)
  const stories = await loadStories(tx, ids)
  return joined.filter(
    ({ id }) =>
      !stories.get(id)?.some(({ kind, data }) => kind === 'case.answered_with' && data.answerId === answerId),
  )
}

async function writeAnswer(
  ctx: Ctx,
  tx: Tx,
  joined: Case,
  whole: Case,
  answer: { readonly id: string; readonly body: string },
): Promise<void> {
  const text = seal(ctx, { subject: joined.id, kind: 'answer', body: answer.body, toReporter: true })
  const guard = guardOf(joined)
  // What became confidential after it was joined is answered, and still kept from the street (Care 3).
  await insertTexts(tx, [text], whole.confidential ? { ...guard, reach: whole.reach, units: [] } : guard)
  await saveCase(tx, joined, {}, 1)
  tx.record(
    line('case.answered_with', {
      chain: joined.chain,
      subject: joined.id,
      seq: joined.seq + 1,
      data: { caseId: whole.id, answerId: answer.id, commits: commitsOf([text]) },
    }),
  )
}
