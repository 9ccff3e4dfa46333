import { createHash } from 'node:crypto'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../../platform/sealed-text.ts'
import type { GiveHandOver, HandOverReceipt } from './contract.ts'
import { handOverLine } from './events.ts'
import { insertHandOver, replaceWaiting } from './hand-over.sql.ts'
import { placeOfSeat, seatBy } from './seat-of-post.ts'
import { standingAt } from './standing.ts'

/**
 * 交班: what stands at the seat at this moment, and a paragraph where one was written. Given once more before anybody took
 * it, it takes the place of the last, which the giver names. Refuses `hand_over_no_seat`, and `version_conflict` where
 * another waits than the giver saw.
 */
export async function giveHandOver(ctx: Ctx, input: GiveHandOver): Promise<HandOverReceipt> {
  ctx.must('hand_over.keep')
  const { accountId } = ctx.who
  if (accountId === null) throw new Refusal('sign_in_needed')
  const held = seatBy(ctx, input.postId)
  const { seat } = held
  const { path, chain } = await placeOfSeat(ctx, seat)
  ctx.must('hand_over.keep', { path, units: seat.unitId === null ? [] : [seat.unitId] })
  const { counts, items: open } = await ctx.read((tx) => standingAt(ctx, tx, held))
  // What a unit has in hand is the unit's own business; of a desk and a grid those above know.
  const sight = seat.unitId === null ? { reach: path, units: [] } : { reach: [], units: [seat.unitId] }
  return actOnce(ctx, input, async (tx): Promise<HandOverReceipt> => {
    const givenAt = ctx.clock.now()
    const id = newId(givenAt.epochMilliseconds)
    const words =
      input.words === undefined
        ? []
        : [seal(ctx, { subject: id, kind: 'hand_over_words', body: input.words })]
    await insertTexts(tx, words, { ...sight, accountId: null, receiptHash: null })
    const replaces = await replaceWaiting(tx, seat, givenAt)
    if (replaces !== null && replaces !== input.replaces) throw new Refusal('version_conflict')
    const items = JSON.stringify(open)
    await insertHandOver(tx, {
      ...{ ...seat, id, path, chain, givenBy: accountId, givenAt, items, counts, ...sight },
      wordsId: words[0]?.id ?? null,
      takenBy: null,
      takenAt: null,
      replacedAt: null,
      toldAt: null,
    })
    const data = {
      seat: seat.kind,
      unitId: seat.unitId,
      areaId: seat.areaId,
      path: [...path],
      counts,
      items: createHash('sha256').update(items).digest('hex'),
      replaces,
      commits: commitsOf(words),
    }
    tx.record(handOverLine('hand_over.given', { chain, subject: id, occurredAt: givenAt, data }))
    return { handOverId: id, at: iso(givenAt) }
  })
}
