import { atlasOf } from '../../areas/door.ts'
import { type Name, nameIn } from '../../kernel/names.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { LongList } from '../../platform/sheet/jobs/write-beside.ts'
import type { TextRow } from '../../platform/sheet/write-sheet.ts'
import { casesByIds } from '../case.sql.ts'
import { caseSheetRows } from '../export/case-sheet-rows.ts'
import { type SheetWords, sheetWords } from '../export/desk-words.rule.ts'
import { namesFor } from '../names.ts'
import type { CaseRow } from '../story.contract.ts'
import type { FindExport } from './find.contract.ts'
import { findCases } from './find-cases.ts'

/** More rows than an office reads; few enough that a request can wait for them. */
export const foundAtOnce = 2000
/** As many as are written beside the requests. */
export const foundAtMost = 20_000
const pageSize = 100
/** Where next to nothing fits a light, so many pages are looked through for each that could be full, and no more. */
const pagesForOne = 3

type Question = Omit<FindExport, 'language'>

/**
 * What a question finds as a list that goes out, with the question stated: what the asker may see and no more, no reporter, no
 * words of theirs, no confidential case (Care 3) and no practice. At most `most` rows, which the sheet says.
 */
export async function foundList(
  ctx: Ctx,
  { language, ...asked }: FindExport,
  most: number,
): Promise<LongList> {
  ctx.must('case.see')
  const words = sheetWords[language]
  const { about } = words
  const atlas = await atlasOf(ctx)
  const at = ctx.who.posts[0]?.areaId
  const written = { rows: 0, cut: false }
  return {
    fileName: 'cases-found',
    title: about.question,
    act: 'case.see',
    header: words.header,
    rows: rowsOf(ctx, asked, { language, most, written }),
    expected: async () => {
      const { count } = await findCases(ctx, { ...asked, limit: 1 })
      return count?.whole === true && count.found < count.bound ? count.found : null
    },
    language,
    chain: at === undefined ? atlas.district.id : atlas.chainOf(atlas.known(at)),
    filters: await questionIn(ctx, words, asked, language),
    closing: () => [
      [about.rows, String(written.rows)],
      [about.limit, written.cut ? about.cut(most) : about.whole(most)],
    ],
  }
}

interface Gathering {
  readonly language: FindExport['language']
  readonly most: number
  readonly written: { rows: number; cut: boolean }
}

/** What is found, page by page. */
async function* rowsOf(
  ctx: Ctx,
  asked: Question,
  { language, most, written }: Gathering,
): AsyncGenerator<TextRow> {
  let after: string | undefined
  for (let pages = (most / pageSize) * pagesForOne; pages > 0 && !written.cut; pages -= 1) {
    const page = await findCases(ctx, { ...asked, limit: pageSize, ...(after !== undefined && { after }) })
    const found = await caseSheetRows(ctx, language, await shareable(ctx, page.rows))
    const rows = found.slice(0, most - written.rows)
    written.rows += rows.length
    yield* rows
    written.cut = rows.length < found.length || (written.rows === most && page.next !== null)
    if (page.next === null) return
    after = page.next
  }
  written.cut = true
}

/** Those of the rows that are not confidential. */
const shareable = (ctx: Ctx, rows: readonly CaseRow[]): Promise<CaseRow[]> =>
  ctx.read(async (tx) => {
    const ids = rows.map(({ id }) => id)
    const found = await casesByIds(tx, ids)
    const kept = new Set(found.filter(({ confidential }) => !confidential).map(({ id }) => id))
    return rows.filter(({ id }) => kept.has(id))
  })

/** The question in words. */
async function questionIn(
  ctx: Ctx,
  { about, lights, stages }: SheetWords,
  { q, light, state, stage, matter, areaId, unitId, from, to }: Question,
  language: FindExport['language'],
): Promise<[string, string][]> {
  const names = await ctx.read((tx) => namesFor(ctx, tx, [unitId]))
  const area = areaId === undefined ? undefined : (await atlasOf(ctx)).get(areaId)
  const said = (name: Name | null | undefined) => name && nameIn(language, name)
  const pairs: [string, string | null | undefined][] = [
    [about.question, q],
    [about.light, light && lights[light]],
    [about.state, state && about.states[state]],
    [about.stage, stage && stages[stage]],
    [about.matter, matter && (said(names.matter(matter)) ?? matter)],
    [about.area, said(area)],
    [about.unit, unitId && said(names.unit(unitId))],
    [about.days, (from ?? to) && `${from ?? ''} – ${to ?? ''}`],
  ]
  return pairs.filter((pair): pair is [string, string] => Boolean(pair[1]))
}
