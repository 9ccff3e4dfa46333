import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { areasFor } from '../../people/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { commitsOf, eraseTexts, insertTexts, seal } from '../../platform/sealed-text.ts'
import { namesFor } from '../names.ts'
import { insertAdvice, loadAdvice, selectAdvice } from './advice.sql.ts'
import { callsById } from './call.sql.ts'
import type { AdvicePage, AdviceQuery, EraseAdvice, FileAdvice, FiledAdvice } from './contract.ts'
import { whistleLine } from './events.ts'
import { loadWhistle } from './whistle.sql.ts'

/**
 * 建议权: advice on appointment, transfer, reward or sanction, resting on the unit's own answers to whistles in one street.
 * The centre and that street read it, and nobody else (Care 5): its words are personal, so that neither a community, nor
 * the units, nor an evaluator is shown them by any way.
 */
export async function fileAdvice(ctx: Ctx, input: FileAdvice): Promise<FiledAdvice> {
  ctx.must('whistle.advise')
  const atlas = await atlasOf(ctx)
  return actOnce(ctx, input, async (tx) => {
    const calls = await callsById(tx, input.callIds)
    const foreign =
      calls.length < new Set(input.callIds).size || calls.some((call) => call.unitId !== input.unitId)
    if (foreign) throw new Refusal('whistle_evidence_unfit', { field: 'callIds' })
    const whistles = await Promise.all(
      [...new Set(calls.map((call) => call.whistleId))].map((id) => loadWhistle(tx, id)),
    )
    // Practice is no answer, and nobody had to come where a whistle was not warranted.
    if (whistles.some(({ drillId, warranted }) => drillId !== null || warranted === false))
      throw new Refusal('whistle_evidence_unfit', { field: 'callIds' })
    const streets = new Set(whistles.map(({ reach }) => reach[1]))
    const [streetId] = streets
    if (streets.size !== 1 || !streetId) throw new Refusal('whistle_evidence_unfit', { field: 'callIds' })
    ctx.must('whistle.advise', { path: atlas.known(streetId).path })
    const filedAt = ctx.clock.now()
    const id = newId(filedAt.epochMilliseconds)
    const reach = atlas.known(streetId).path
    const words = seal(ctx, { subject: id, kind: 'whistle_advice', body: input.words, personal: true })
    await insertTexts(tx, [words], { reach, units: [], accountId: null, receiptHash: null })
    const { unitId, about, callIds } = input
    await insertAdvice(tx, { id, streetId, unitId, about, wordsId: words.id, callIds, filedAt, reach })
    const data = { commits: commitsOf([words]) }
    tx.record(whistleLine('whistle.advised', { chain: streetId, subject: id, seq: 1, data }))
    return { id }
  })
}

/** Advice of the asker's street, or for the centre of all streets, the newest first, with what it rests on. */
export async function listAdvice(ctx: Ctx, query: AdviceQuery): Promise<AdvicePage> {
  ctx.must('whistle.advise')
  return ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'whistle.advise'))
    const found = await selectAdvice(tx, { ...query, limit: query.limit + 1 })
    const shown = found.slice(0, query.limit)
    const names = await namesFor(
      ctx,
      tx,
      shown.map(({ unitId }) => unitId),
    )
    const calls = await callsById(
      tx,
      shown.flatMap(({ callIds }) => callIds),
    )
    const rows = shown.map(({ id, streetId, unitId, about, words, filedAt, callIds }) => ({
      id,
      street: names.place(streetId),
      unit: names.unit(unitId)!,
      about,
      words,
      filedAt: iso(filedAt),
      evidence: calls
        .filter((call) => callIds.includes(call.id))
        .map((call) => ({ callId: call.id, whistleId: call.whistleId, stage: call.stage })),
    }))
    return { rows, next: found.length > query.limit ? shown.at(-1)!.id : null }
  })
}

/** Erases the words of an advice; that there was one stays. */
export async function eraseAdvice(ctx: Ctx, id: string, input: EraseAdvice): Promise<FiledAdvice> {
  ctx.must('whistle.advise')
  const asked = { ...input, id, act: 'erase' }
  return actOnce(ctx, asked, async (tx) => {
    const { reach, streetId } = await loadAdvice(tx, id)
    ctx.must('whistle.advise', { path: reach })
    const texts = await eraseTexts(tx, ctx.clock, id, { kinds: ['whistle_advice'] })
    if (texts.length === 0) throw new Refusal('whistle_advice_erased')
    const reason = seal(ctx, { subject: id, kind: 'whistle_erasure', body: input.reason, personal: true })
    await insertTexts(tx, [reason], { reach, units: [], accountId: null, receiptHash: null })
    const data = { texts, commits: commitsOf([reason]) }
    tx.record(whistleLine('whistle.texts_erased', { chain: streetId, subject: id, seq: 2, data }))
    return { id }
  })
}
