import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { type Name, nameIn } from '../../kernel/names.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { LongList } from '../../platform/sheet/jobs/write-beside.ts'
import type { TextRow } from '../../platform/sheet/write-sheet.ts'
import { countShareable, deskPage } from '../desk.ts'
import { line } from '../events.ts'
import { namesFor } from '../names.ts'
import type { DeskExportQuery, DeskQuery } from '../story.contract.ts'
import { caseSheetRows } from './case-sheet-rows.ts'
import { type SheetWords, sheetWords } from './desk-words.rule.ts'

/** More rows than an office reads; few enough that a request can wait for them. */
export const exportedAtOnce = 5000
/** As many as are written beside the requests; a spreadsheet takes about a million. */
export const exportedAtMost = 100_000
const pageSize = 200

/**
 * A desk's list as it goes out, with its filters stated: what the asker may see and no more, no reporter, no words of
 * theirs, no confidential case (Care 3) and no practice: a sheet is passed on, and its reader takes it for work. At most `most` rows, which the sheet says. That it was taken out is on the record.
 */
export async function deskList(ctx: Ctx, asked: DeskExportQuery, most: number): Promise<LongList> {
  ctx.must('case.see')
  const { language, ...query } = asked
  const words = sheetWords[language]
  const { about } = words
  const written = { rows: 0, cut: false }
  return {
    fileName: `cases-${query.queue}`,
    title: words.queues[query.queue],
    act: 'case.see',
    header: words.header,
    rows: rowsOf(ctx, query, { language, most, written }),
    expected: () => countShareable(ctx, query, most),
    language,
    // What was looked for is on record too, on the chain of the asker's own place.
    chain: null,
    record: (rows) => record(ctx, query, rows, written.cut),
    filters: await narrowedBy(ctx, words, language, query),
    closing: () => [
      [about.rows, String(written.rows)],
      [about.limit, written.cut ? about.cut(most) : about.whole(most)],
    ],
  }
}

type Narrowing = Omit<DeskQuery, 'after' | 'limit'>
type Language = DeskExportQuery['language']

interface Gathering {
  readonly language: Language
  readonly most: number
  readonly written: { rows: number; cut: boolean }
}

/** The list page by page. Each page's key says by which emergencies the list was begun: one declared meanwhile moves nothing. */
async function* rowsOf(
  ctx: Ctx,
  query: Narrowing,
  { language, most, written }: Gathering,
): AsyncGenerator<TextRow> {
  let after: string | undefined
  do {
    const limit = Math.min(pageSize, most - written.rows)
    const asked = { ...query, confidential: false, limit } as const
    const page = await deskPage(ctx, after === undefined ? asked : { ...asked, after })
    const rows = await caseSheetRows(ctx, language, page.rows)
    written.rows += rows.length
    yield* rows
    after = page.next ?? undefined
  } while (after !== undefined && written.rows < most)
  written.cut = after !== undefined
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
