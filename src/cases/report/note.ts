import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../../platform/sealed-text.ts'
import { areaAsked } from '../figures/area-asked.ts'
import { mustBeCounted } from '../figures/figures.ts'
import { reportLine } from './events.ts'
import type { NotedReport, NoteReport } from './note.contract.ts'
import { saveNote, selectNote } from './note.sql.ts'
import { spanOf } from './span.rule.ts'

/**
 * 按语: writes the paragraph of a report, or takes it back. Refuses `not_permitted`, `area_unknown`, `area_too_near`, a span that has not
 * begun, and `version_conflict` where another wrote since the writer looked.
 */
export async function noteReport(ctx: Ctx, input: NoteReport): Promise<NotedReport> {
  ctx.must('report.write')
  const { area, atlas } = await areaAsked(ctx, input.areaId)
  ctx.must('report.write', { path: area.path })
  mustBeCounted(area)
  const { kind, words, seen } = input
  const span = spanOf(kind, input.start, dayOf(ctx.clock.now(), ctx.district.timeZone))
  if (span === null) throw new Refusal('input_invalid', { field: 'start', rule: 'too_big' })
  const noted = { areaId: area.id, kind, start: span.from }
  return actOnce(ctx, input, async (tx) => {
    const { path } = area
    const standing = await selectNote(tx, { ...noted, path })
    if ((standing?.seq ?? 0) !== seen) throw new Refusal('version_conflict')
    const notedAt = ctx.clock.now()
    const id = standing?.id ?? newId(notedAt.epochMilliseconds)
    const seq = seen + 1
    const texts = words === '' ? [] : [seal(ctx, { subject: id, kind: 'report_note', body: words })]
    await insertTexts(tx, texts, { reach: path, units: [], accountId: null, receiptHash: null })
    await saveNote(tx, { ...noted, path }, { id, seq, wordsId: texts[0]?.id ?? null, notedAt })
    const data = { ...noted, commits: commitsOf(texts) }
    const chain = atlas.chainOf(area)
    tx.record(reportLine('report.noted', { chain, subject: id, seq, occurredAt: notedAt, data }))
    return { seq }
  })
}
