import { areasFor } from '../../people/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { may } from '../may.ts'
import { type Names, namesFor } from '../names.ts'
import { type CaseText, selectTextsOf } from '../text.sql.ts'
import { passerOf } from './act.ts'
import type { PassedFrom, PassedPage, PassedQuery, PassedRow, PassedText } from './contract.ts'
import { isPassedLate } from './passed.rule.ts'
import { type Passed, type PassedSight, selectPassed } from './passed.sql.ts'

const shownKinds = [
  'passed_words',
  'passed_more',
  'passed_added',
  'passed_answer',
] as const satisfies readonly PassedText['kind'][]

const unitsFor = ({ who }: Pick<Ctx, 'who'>, act: string): string[] =>
  who.posts.flatMap((post) =>
    post.unitId !== null && (post.grants[act] ?? []).includes('own_unit') ? [post.unitId] : [],
  )

const sightOf = (ctx: Ctx): PassedSight => ({
  areaIds: areasFor(ctx.who, 'action.see'),
  unitIds: unitsFor(ctx, 'action.see'),
  answers: unitsFor(ctx, 'action.answer'),
  passesIn: ctx.who.posts.flatMap((post) =>
    (post.grants['action.lead'] ?? []).includes('own_area') ? [post.areaId] : [],
  ),
  passesAs: unitsFor(ctx, 'action.lead'),
})

/** What was passed on in the asker's areas, by the asker's unit, or to it; the newest first. */
export async function listPassed(ctx: Ctx, query: PassedQuery): Promise<PassedPage> {
  ctx.must('action.see')
  return ctx.read(async (tx) => {
    const asked = { ...query, limit: query.limit + 1 }
    const found = await selectPassed(tx, sightOf(ctx), asked, ctx.clock.now())
    const shown = found.slice(0, query.limit)
    const ids = shown.map(({ id }) => id)
    const names = await namesFor(
      ctx,
      tx,
      shown.flatMap(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId]),
    )
    const texts = Map.groupBy(await selectTextsOf(tx, ids, shownKinds), ({ subject }) => subject)
    return {
      rows: shown.map((passed) => rowOf(ctx, passed, names, texts.get(passed.id) ?? [])),
      next: found.length > query.limit ? shown.at(-1)!.id : null,
    }
  })
}

function rowOf(ctx: Ctx, passed: Passed, names: Names, texts: readonly CaseText[]): PassedRow {
  const [from, fromId] = originOf(passed)
  const looksOn = may(ctx, 'action.see', { path: passed.reach }) || may(ctx, 'action.lead', passerOf(passed))
  return {
    id: passed.id,
    stage: passed.stage,
    from,
    fromId: looksOn ? fromId : null,
    area: names.place(passed.areaId),
    fromUnit: names.unit(passed.fromUnitId),
    toUnit: names.unit(passed.toUnitId)!,
    passedAt: iso(passed.passedAt),
    receiveDueAt: iso(passed.receiveDueAt),
    late: isPassedLate(passed, ctx.clock.now()),
    receivedAt: passed.receivedAt && iso(passed.receivedAt),
    answeredAt: passed.answeredAt && iso(passed.answeredAt),
    texts: texts.map(({ id, kind, body }) => ({ id, kind: kind as PassedText['kind'], body })),
    can: offeredOn(ctx, passed),
  }
}

function originOf({ caseId, whistleId, stationId }: Passed): [PassedFrom, string | null] {
  if (caseId !== null) return ['case', caseId]
  if (whistleId !== null) return ['whistle', whistleId]
  return stationId === null ? ['itself', null] : ['station', stationId]
}

/** What a page offers; doing it asks again. */
function offeredOn(ctx: Ctx, passed: Passed): PassedRow['can'] {
  const { stage, toUnitId, reach } = passed
  const answers = may(ctx, 'action.answer', { units: [toUnitId] })
  return [
    ...(answers && stage === 'passed' ? (['receive'] as const) : []),
    ...(answers && stage === 'received' ? (['answer'] as const) : []),
    ...(stage === 'needs_more' && may(ctx, 'action.lead', passerOf(passed)) ? (['add'] as const) : []),
    ...(may(ctx, 'case.erase', { path: reach }) ? (['erase'] as const) : []),
  ]
}
