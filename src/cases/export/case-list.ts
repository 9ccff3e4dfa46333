import { atlasOf } from '../../areas/door.ts'
import { type Name, nameIn } from '../../kernel/names.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { LongList } from '../../platform/sheet/jobs/write-beside.ts'
import type { TextRow } from '../../platform/sheet/write-sheet.ts'
import type { FindExport } from '../find/find.contract.ts'
import { namesFor } from '../names.ts'
import type { CaseRow, DeskExportQuery } from '../story.contract.ts'
import { caseSheetRows } from './case-sheet-rows.ts'
import { type SheetWords, sheetWords } from './desk-words.rule.ts'

/** Cases that go out as a sheet: where its rows come from, and how many it may have. */
export interface ListedCases extends Pick<LongList, 'fileName' | 'title' | 'expected' | 'chain'> {
  readonly language: DeskExportQuery['language']
  /** The most rows that go out. */
  readonly most: number
  /** So many pages are looked through at most. */
  readonly mostPages: number
  readonly page: (key: { readonly after?: string }) => Promise<{
    readonly rows: readonly CaseRow[]
    readonly next: string | null
  }>
  readonly narrowed: Narrowed
  /** Where a line of its own is written in place of the usual one. */
  readonly record?: (rows: number, cut: boolean) => Promise<void>
}

/** What a list of cases is narrowed and sorted by. */
type Narrowed = Partial<Omit<DeskExportQuery, 'queue' | 'language'> & Omit<FindExport, 'language' | 'light'>>

/**
 * Cases as a list that goes out, with its filters stated: no reporter, no words of theirs and no practice (Care 3). Whether
 * it was cut, the sheet says.
 */
export async function caseList(
  ctx: Ctx,
  { most, language, narrowed, record, ...listed }: ListedCases,
): Promise<LongList> {
  const words = sheetWords[language]
  const { about } = words
  const written: Written = { rows: 0, cut: false }
  const { fileName, title, expected, chain } = listed
  return {
    ...{ fileName, title, expected, chain, language },
    act: 'case.see',
    header: words.header,
    rows: rowsOf(ctx, { ...listed, most, language }, written),
    cut: () => written.cut,
    ...(record && { record: (rows: number) => record(rows, written.cut) }),
    filters: await inWords(ctx, words, narrowed, language),
    closing: () => [
      [about.rows, String(written.rows)],
      [about.limit, written.cut ? about.cut(most) : about.whole(most)],
    ],
  }
}

interface Written {
  rows: number
  cut: boolean
}

/** The list page by page, up to its bounds. */
async function* rowsOf(
  ctx: Ctx,
  { page, most, mostPages, language }: Pick<ListedCases, 'page' | 'most' | 'mostPages' | 'language'>,
  written: Written,
): AsyncGenerator<TextRow> {
  let after: string | undefined
  for (let pages = 0; pages < mostPages && !written.cut; pages += 1) {
    const { rows, next } = await page(after === undefined ? {} : { after })
    const all = await caseSheetRows(ctx, language, rows)
    const fitting = all.slice(0, most - written.rows)
    written.rows += fitting.length
    yield* fitting
    written.cut = fitting.length < all.length || (written.rows === most && next !== null)
    if (next === null) return
    after = next
  }
  written.cut = true
}

/** The filters, each with its name and value in words. */
async function inWords(
  ctx: Ctx,
  { about, lights, stages, sorts }: SheetWords,
  by: Narrowed,
  language: DeskExportQuery['language'],
): Promise<[string, string][]> {
  const { q, light, state, stage, matter, areaId, unitId, from, to, again, plain, sort } = by
  const names = await ctx.read((tx) => namesFor(ctx, tx, [unitId]))
  const area = areaId === undefined ? undefined : (await atlasOf(ctx)).get(areaId)
  const said = (name: Name | null | undefined) => name && nameIn(language, name)
  const pairs: [string, string | null | undefined][] = [
    [about.question, q],
    [about.light, light && (light === 'stopped' ? about.stopped : lights[light])],
    [about.state, state && about.states[state]],
    [about.stage, stage && stages[stage]],
    [about.matter, matter && (said(names.matter(matter)) ?? matter)],
    [about.area, said(area)],
    [about.unit, unitId && said(names.unit(unitId))],
    [about.days, (from ?? to) && `${from ?? ''} – ${to ?? ''}`],
    [about.again, again ? about.againOnly : null],
    [about.scope, plain ? about.plainOnly : null],
    [about.sort, sort && sorts[sort]],
  ]
  return pairs.filter((pair): pair is [string, string] => Boolean(pair[1]))
}
