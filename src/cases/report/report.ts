import type { Area } from '../../areas/contract.ts'
import { outlinesOf } from '../../areas/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf, localMinute } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { areaAsked } from '../figures/area-asked.ts'
import type { Figures } from '../figures/contract.ts'
import { hasCountedParts } from '../figures/counted.rule.ts'
import { countMatters, firstDay } from '../figures/figures.sql.ts'
import { figuresIn } from '../figures/figures.ts'
import { ordinaryWeeks } from '../figures/ordinary.rule.ts'
import { type Days, spanBefore, spanOfLastYear, stretchesOf } from '../figures/stretches.rule.ts'
import { trendDays } from '../figures/trend.ts'
import { may } from '../may.ts'
import { selectNote } from './note.sql.ts'
import type { ReportPaper } from './paper.contract.ts'
import { paperOf } from './paper.rule.ts'
import type { Report, ReportExport, ReportKind, ReportQuery } from './report.contract.ts'
import { aboveOrdinary } from './risen.rule.ts'
import { dayAfter, dayBefore, lastEnded, spanOf } from './span.rule.ts'

/** So many matters a report names, the most reported first. */
const mattersNamed = 10
const trendLength = { day: 14, week: 28, month: 31 } as const

/**
 * The report of an area for the day, week or month around a day. Refuses `not_permitted`, `area_unknown`, `area_too_near`, and
 * a span that has not begun.
 */
export async function reportOf(ctx: Ctx, { areaId, kind, start }: ReportQuery): Promise<Report> {
  const asked = await areaAsked(ctx, areaId)
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const span = spanOf(kind, start ?? lastEnded(kind, today), today)
  if (span === null) throw new Refusal('input_invalid', { field: 'start', rule: 'too_big' })
  return ctx.read(async (tx) => {
    const figures = await figuresIn(ctx, tx, asked, span)
    return {
      ...figures,
      matters: figures.matters.slice(0, mattersNamed),
      kind,
      end: span.end,
      isEnded: span.isEnded,
      previous: dayBefore(span.from),
      next: span.isEnded ? dayAfter(span.end) : null,
      before: spanBefore(span),
      lastYear: spanOfLastYear(span),
      note: await noteIn(ctx, tx, asked.area, kind, span.from),
      risen: await risenIn(tx, figures),
      trend: await trendDays(tx, asked.area.id, {
        count: 'accepted',
        to: span.to,
        days: trendLength[kind],
      }),
      map: hasCountedParts(asked.area.path) ? await mapIn(ctx, tx, asked.area.id) : null,
    }
  })
}

/** The same written out in a language, as page, print and files show it. */
export async function paperFor(ctx: Ctx, { language, ...query }: ReportExport): Promise<ReportPaper> {
  const report = await reportOf(ctx, query)
  const { waitingSince } = report
  const waiting = waitingSince && localMinute(Temporal.Instant.from(waitingSince), ctx.district.timeZone)
  return paperOf(report, language, waiting)
}

async function mapIn(ctx: Ctx, tx: Tx, areaId: string): Promise<Report['map']> {
  const map = await outlinesOf(ctx, tx, areaId)
  return map && { ...map, outlines: [...map.outlines] }
}

async function noteIn(
  ctx: Ctx,
  tx: Tx,
  { id: areaId, path }: Area,
  kind: ReportKind,
  start: string,
): Promise<Report['note']> {
  const note = await selectNote(tx, { areaId, path, kind, start })
  return {
    words: note?.words ?? null,
    seq: note?.seq ?? 0,
    mayWrite: may(ctx, 'report.write', { path }),
  }
}

/** The matters that were reported more than is ordinary of the spans before, as far as the area's figures go back. */
async function risenIn(tx: Tx, { area, from, to, matters }: Figures): Promise<Report['risen']> {
  const known = await firstDay(tx, area.id)
  const codes = matters.flatMap(({ matter }) => matter?.code ?? [])
  const before: Awaited<ReturnType<typeof countMatters>>[] = []
  let span: Days = spanBefore({ from, to })
  while (known !== null && span.from >= known && before.length < ordinaryWeeks) {
    before.push(await countMatters(tx, area.id, codes, stretchesOf(span.from, span.to)))
    span = spanBefore(span)
  }
  return matters
    .flatMap(({ matter, figures }) => {
      if (matter === null) return []
      const count = figures.find(({ measure }) => measure === 'accepted')?.value ?? 0
      const spansBefore = before.map((counts) => counts.get(matter.code)?.accepted ?? 0)
      const ordinaryHigh = aboveOrdinary({ count, spansBefore })
      return ordinaryHigh === null ? [] : [{ matter, count, ordinaryHigh }]
    })
    .sort((one, other) => other.count - other.ordinaryHigh - (one.count - one.ordinaryHigh))
}
