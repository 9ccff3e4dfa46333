import { ownChain } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { LongList } from '../../platform/sheet/jobs/write-beside.ts'
import { casesByIds } from '../case.sql.ts'
import { caseList } from '../export/case-list.ts'
import { sheetWords } from '../export/desk-words.rule.ts'
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

/**
 * What a question finds as a list that goes out, with the question stated: what the asker may see and no more, and no
 * confidential case. At most `most` rows.
 */
export async function foundList(
  ctx: Ctx,
  { language, ...asked }: FindExport,
  most: number,
): Promise<LongList> {
  ctx.must('case.see')
  return caseList(ctx, {
    ...{ language, most, narrowed: asked },
    fileName: 'cases-found',
    title: sheetWords[language].about.question,
    expected: async () => {
      const { count } = await findCases(ctx, { ...asked, limit: 1 })
      return count?.whole === true && count.found < count.bound ? count.found : null
    },
    mostPages: (most / pageSize) * pagesForOne,
    page: async (key) => {
      const { rows, next } = await findCases(ctx, { ...asked, ...key, limit: pageSize })
      return { rows: await shareable(ctx, rows), next }
    },
    chain: await ownChain(ctx),
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
