import { atlasOf } from '../../areas/door.ts'
import { type Name, nameIn } from '../../kernel/names.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SentList } from '../../platform/sheet/send-sheet.ts'
import type { TextRow } from '../../platform/sheet/write-sheet.ts'
import { turns } from '../../platform/turns.ts'
import { casesByIds } from '../case.sql.ts'
import { caseSheetRows } from '../export/case-sheet-rows.ts'
import { type SheetWords, sheetWords } from '../export/desk-words.rule.ts'
import { namesFor } from '../names.ts'
import type { CaseRow } from '../story.contract.ts'
import type { FindExport } from './find.contract.ts'
import { findCases } from './find-cases.ts'

/** More rows than an office reads; few enough that a request can wait for them. */
export const foundAtMost = 2000
const pageSize = 100

/** Two at a time, as a desk's own: the pages that people wait for come between. */
const inTurn = turns(2)
/** Where next to nothing fits a light, so many pages are looked through and no more. */
const mostPages = 60

type Question = Omit<FindExport, 'language'>

/**
 * What a question finds as a list that goes out, with the question stated: what the asker may see and no more, no reporter, no
 * words of theirs, no confidential case (Care 3) and no practice. At most `foundAtMost` rows, which the sheet says.
 */
export async function exportFound(ctx: Ctx, { language, ...asked }: FindExport): Promise<SentList> {
  ctx.must('case.see')
  const words = sheetWords[language]
  const { about } = words
  return inTurn(async () => {
    const rows: TextRow[] = []
    let after: string | undefined
    let cut = false
    let pages = 0
    do {
      const page = await findCases(ctx, {
        ...asked,
        limit: pageSize,
        ...(after === undefined ? {} : { after }),
      })
      rows.push(...(await caseSheetRows(ctx, language, await shareable(ctx, page.rows))))
      after = page.next ?? undefined
      pages += 1
      cut =
        rows.length > foundAtMost ||
        (after !== undefined && (rows.length === foundAtMost || pages === mostPages))
    } while (after !== undefined && !cut)
    rows.splice(foundAtMost)
    const atlas = await atlasOf(ctx)
    const at = ctx.who.posts[0]?.areaId
    return {
      fileName: 'cases-found',
      title: about.question,
      header: words.header,
      rows,
      language,
      chain: at === undefined ? atlas.district.id : atlas.chainOf(atlas.known(at)),
      filters: [
        ...(await questionIn(ctx, words, asked, language)),
        [about.rows, String(rows.length)],
        [about.limit, cut ? about.cut(foundAtMost) : about.whole(foundAtMost)],
      ],
    }
  })
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
