import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { type Name, nameIn } from '../../kernel/names.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SentList } from '../../platform/sheet/send-sheet.ts'
import type { TextRow } from '../../platform/sheet/write-sheet.ts'
import { turns } from '../../platform/turns.ts'
import { deskPage } from '../desk.ts'
import { line } from '../events.ts'
import { namesFor } from '../names.ts'
import type { DeskExportQuery, DeskQuery } from '../story.contract.ts'
import { caseSheetRows } from './case-sheet-rows.ts'
import { type SheetWords, sheetWords } from './desk-words.rule.ts'

/** More rows than an office reads; few enough that a request can wait for them. */
export const exportedAtMost = 5000
const pageSize = 100

/** Lists are gathered two at a time: the pages that people wait for come between. */
const inTurn = turns(2)

/**
 * A desk's list as it goes out, with its filters stated: what the asker may see and no more, no reporter, no words of
 * theirs, no confidential case (Care 3) and no practice: a sheet is passed on, and its reader takes it for work. At most `exportedAtMost` rows, which the sheet says. That it was taken out is on the record.
 */
export async function exportDesk(ctx: Ctx, asked: DeskExportQuery): Promise<SentList> {
  ctx.must('case.see')
  const { language, ...query } = asked
  const words = sheetWords[language]
  return inTurn(async () => {
    const { rows, cut } = await gather(ctx, query, language)
    await record(ctx, query, rows.length, cut)
    const { about } = words
    return {
      fileName: `cases-${query.queue}`,
      title: words.queues[query.queue],
      header: words.header,
      rows,
      language,
      // What was looked for is on record too, on the chain of the asker's own place.
      chain: null,
      filters: [
        ...(await narrowedBy(ctx, words, language, query)),
        [about.rows, String(rows.length)],
        [about.limit, cut ? about.cut(exportedAtMost) : about.whole(exportedAtMost)],
      ],
    }
  })
}

type Narrowing = Omit<DeskQuery, 'after' | 'limit'>
type Language = DeskExportQuery['language']

async function gather(ctx: Ctx, query: Narrowing, language: Language) {
  const rows: TextRow[] = []
  // Each page's key says by which emergencies the list was begun: one declared meanwhile moves nothing.
  let after: string | undefined
  for (;;) {
    const limit = Math.min(pageSize, exportedAtMost - rows.length)
    const asked = { ...query, confidential: false, limit } as const
    const page = await deskPage(ctx, after === undefined ? asked : { ...asked, after })
    rows.push(...(await caseSheetRows(ctx, language, page.rows)))
    if (page.next === null) return { rows, cut: false }
    if (rows.length >= exportedAtMost) return { rows, cut: true }
    after = page.next
  }
}

/** The filters in words. */
async function narrowedBy(
  ctx: Ctx,
  words: SheetWords,
  language: Language,
  { light, matter, areaId, unitId, stage, again, sort, plain }: Narrowing,
): Promise<[string, string][]> {
  const names = await ctx.read((tx) => namesFor(ctx, tx, [unitId]))
  const area = areaId === undefined ? undefined : (await atlasOf(ctx)).get(areaId)
  const { about } = words
  const said = (name: Name | null) => name && nameIn(language, name)
  const pairs: [string, string | null | undefined][] = [
    [about.light, light && (light === 'stopped' ? about.stopped : words.lights[light])],
    [about.matter, matter && (said(names.matter(matter)) ?? matter)],
    [about.area, area && nameIn(language, area)],
    [about.unit, unitId && said(names.unit(unitId))],
    [about.stage, stage && words.stages[stage]],
    [about.again, again ? about.againOnly : null],
    [about.scope, plain ? about.plainOnly : null],
    [about.sort, sort && words.sorts[sort]],
  ]
  return pairs.filter((pair): pair is [string, string] => Boolean(pair[1]))
}

/** Who took out which list, when, and how much of it: in the chain of the place that the asker works for. */
async function record(ctx: Ctx, query: Narrowing, rows: number, cut: boolean): Promise<void> {
  const atlas = await atlasOf(ctx)
  const at = ctx.who.posts[0]?.areaId
  const chain = at === undefined ? atlas.district.id : atlas.chainOf(atlas.known(at))
  const { queue, ...narrowing } = query
  const narrowed = Object.entries(narrowing).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  )
  const data = { queue, narrowedBy: Object.fromEntries(narrowed), rows, cut }
  const subject = newId(ctx.clock.now().epochMilliseconds)
  await ctx.transaction(async (tx) => tx.record(line('desk.exported', { chain, subject, data })))
}
