import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { may } from '../may.ts'
import { namesFor } from '../names.ts'
import { loadStory } from '../story.sql.ts'
import { selectTexts } from '../text.sql.ts'
import { answerTimes } from './answer-times.rule.ts'
import type { Emergency, Level } from './contract.ts'
import { casesBound, countItsCases, selectItsCases } from './its-cases.sql.ts'
import { headsOf } from './list-emergencies.ts'
import { endOf, isOn } from './mode.rule.ts'
import { loadMode, type StandingMode } from './mode.sql.ts'
import { type Called, selectRoster, selectSilent, selectSilentUnits } from './roster.sql.ts'

/**
 * A running emergency, or what a drill came to: who has not answered yet, in groups how soon people did, which units are
 * silent, what came in and what is open.
 */
export async function emergencyPage(ctx: Ctx, modeId: string): Promise<Emergency> {
  ctx.must('emergency.declare')
  return ctx.read(async (tx) => {
    const mode = await loadMode(tx, modeId)
    ctx.must('emergency.declare', { path: mode.path })
    const on = isOn(mode, ctx.clock.now())
    const [head] = await headsOf(ctx, tx, [mode])
    const silent = on ? await selectSilent(tx, modeId) : []
    const silentUnits = await selectSilentUnits(tx, modeId)
    const times = on ? [] : answerTimes((await selectRoster(tx, modeId)).map(toAnswer))
    const rows = await selectItsCases(tx, mode)
    const names = await namesFor(ctx, tx, [
      ...silentUnits,
      ...[...silent, ...times].map(({ unitId }) => unitId),
      ...rows.map(({ leadUnitId }) => leadUnitId),
    ])
    const texts = await selectTexts(tx, modeId)
    return {
      ...head!,
      basis: texts.find(({ id }) => id === mode.basisId)?.body ?? null,
      limitPercent: mode.limitPercent,
      matters: mode.matters.flatMap((code) => names.matter(code) ?? []),
      silent: silent.map(({ post, areaId, unitId }) => ({
        post,
        place: names.place(areaId),
        unit: names.unit(unitId),
      })),
      times: times.map(({ unitId, ...group }) => ({ ...group, unit: names.unit(unitId) })),
      silentUnits: silentUnits.flatMap((unitId) => names.unit(unitId) ?? []),
      cases: {
        ...(await countItsCases(tx, mode, on ? null : endOf(mode))),
        bound: casesBound,
        rows: rows.map((row) => ({
          id: row.id,
          number: row.number,
          matter: names.matter(row.matter),
          place: names.place(row.areaId),
          unit: names.unit(row.leadUnitId),
          stage: row.stage,
          acceptedAt: iso(row.acceptedAt),
        })),
      },
      timeline: await timelineOf(tx, mode, texts),
      can: on ? offered(ctx, mode) : [],
    }
  })
}

const offered = (ctx: Ctx, mode: StandingMode): Emergency['can'] => [
  'change',
  'end',
  ...(mode.drill && may(ctx, 'case.screen', { path: mode.path }) ? (['practise'] as const) : []),
]

const toAnswer = ({ post, unitId, toldAt, acknowledgedAt }: Called) => ({
  post,
  unitId,
  minutes: acknowledgedAt && Math.floor(acknowledgedAt.since(toldAt).total({ unit: 'minutes' })),
})

type Text = Awaited<ReturnType<typeof selectTexts>>[number]

async function timelineOf(
  tx: Tx,
  { id }: StandingMode,
  texts: readonly Text[],
): Promise<Emergency['timeline']> {
  return (await loadStory(tx, id)).map(({ kind, occurredAt, data }) => ({
    kind,
    at: iso(occurredAt),
    level: typeof data.level === 'number' ? (data.level as Level) : null,
    untilAt: typeof data.untilAt === 'string' ? data.untilAt : null,
    texts: texts
      .filter((text) => text.id in ((data.commits ?? {}) as object))
      .map((text) => ({ kind: text.kind, body: text.body }))
      .toSorted((one, other) => (one.kind < other.kind ? -1 : 1)),
  }))
}
