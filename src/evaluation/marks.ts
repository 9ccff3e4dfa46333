import { atlasOf } from '../areas/door.ts'
import { selectSeenCases } from '../cases/door.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { unitsBeside } from '../organisations/door.ts'
import { areasFor } from '../people/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../platform/sealed-text.ts'
import { areaOfAssist, maySpeakOf, spokenOf } from './assist-parts.ts'
import type { Filed } from './contract.ts'
import { assessmentLine } from './events.ts'
import { insertMark, selectMarks } from './mark.sql.ts'
import type { GiveMark, MarkPage, MarkQuery } from './marks.contract.ts'
import { readSaid } from './may.ts'
import { todayOf } from './month.ts'
import { monthOfDay } from './months.rule.ts'

/**
 * 评价权: a street or community says how a department assisted in a case, or once a month how it supports. Nobody marks a
 * unit of their own. Refuses `assessment_mark_unfit`, `assessment_marked_already`.
 */
export async function giveMark(ctx: Ctx, input: GiveMark): Promise<Filed> {
  ctx.must('assessment.mark')
  const atlas = await atlasOf(ctx)
  return actOnce(ctx, input, async (tx) => {
    const [unit] = await unitsBeside(tx, { ids: [input.unitId] })
    const areaId = input.kind === 'assist' ? await areaOfAssist(ctx, tx, input) : input.areaId
    const { path } = atlas.known(areaId)
    ctx.must('assessment.mark', { path })
    const speaks = areasFor(ctx.who, 'assessment.mark').includes(areaId)
    const isFit = unit && speaks && maySpeakOf(ctx, unit)
    if (!isFit || path.length < 2) throw new Refusal('assessment_mark_unfit', { field: 'unitId' })
    const givenAt = ctx.clock.now()
    const id = newId(givenAt.epochMilliseconds)
    const { kind, unitId } = input
    const ofAssist = input.kind === 'assist' ? input : { promptness: null, result: null, attitude: null }
    const said = {
      kind,
      unitId,
      areaId,
      caseId: input.kind === 'assist' ? input.caseId : null,
      promptness: ofAssist.promptness,
      result: ofAssist.result,
      attitude: ofAssist.attitude,
      support: input.kind === 'support' ? input.support : null,
    }
    const texts = input.words ? [seal(ctx, { subject: id, kind: 'assessment_mark', body: input.words })] : []
    const sight = { reach: path, units: unit.path }
    await insertTexts(tx, texts, { ...sight, accountId: null, receiptHash: null })
    const wordsId = texts[0]?.id ?? null
    await insertMark(tx, { ...said, ...sight, id, givenAt, month: monthOfDay(todayOf(ctx)), wordsId })
    const data = { ...said, commits: commitsOf(texts) }
    tx.record(assessmentLine('assessment.marked', { chain: areaId, subject: id, occurredAt: givenAt, data }))
    return { id }
  })
}

/** Marks in the asker's areas and on the asker's units, and whom the asker may speak of, for which area. */
export async function listMarks(ctx: Ctx, { after, limit }: MarkQuery): Promise<MarkPage> {
  ctx.must('assessment.see')
  const atlas = await atlasOf(ctx)
  const namesOf = (areaId: string) => {
    const { nameZh, nameEn } = atlas.known(areaId)
    return [{ zh: nameZh, en: nameEn }]
  }
  return readSaid(ctx, async (tx) => {
    const found = await selectMarks(tx, after, limit + 1)
    const shown = found.slice(0, limit)
    const named = await unitsBeside(tx, { ids: shown.map(({ unitId }) => unitId) })
    const names = new Map(named.map(({ id, zh, en }) => [id, { id, zh, en }]))
    const areaIds = areasFor(ctx.who, 'assessment.mark')
    const units = areaIds.length > 0 ? await unitsBeside(tx, { kinds: spokenOf }) : []
    const cases = await selectSeenCases(
      tx,
      shown.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])),
    )
    const rows = shown.map(({ unitId, areaId, caseId, givenAt, ...mark }) => ({
      ...mark,
      unit: names.get(unitId)!,
      by: namesOf(areaId),
      caseNumber: caseId === null ? null : (cases.get(caseId)?.number ?? null),
      givenAt: iso(givenAt),
    }))
    return {
      rows,
      next: found.length > limit ? shown.at(-1)!.id : null,
      areas: areaIds.map((areaId) => ({ areaId, names: namesOf(areaId) })),
      units: units.map(({ id, zh, en }) => ({ id, zh, en })),
    }
  })
}
