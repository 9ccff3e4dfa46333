import { atlasOf } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { SentList, SheetLanguage } from '../platform/sheet/send-sheet.ts'
import { catalogueRow } from './catalogue-row.rule.ts'
import { catalogueHeaderNames } from './catalogue-words.rule.ts'
import { mattersOn } from './matters.ts'

const title = { zh: '公共事务目录', en: 'Catalogue of public matters' } as const
const held = { zh: '哪一天的目录', en: 'As it held on' } as const

/**
 * The catalogue as it holds on a day (YYYY-MM-DD local, today where left out), in the form in which it comes in: the
 * same file imported again changes nothing. For staff who may write lists out.
 */
export async function catalogueList(
  ctx: Ctx,
  {
    day = dayOf(ctx.clock.now(), ctx.district.timeZone),
    language,
  }: { day?: string | undefined; language: SheetLanguage },
): Promise<SentList> {
  ctx.must('export.run')
  const matters = await mattersOn(ctx, day)
  if (matters.length === 0) throw new Refusal('not_found', { kind: 'catalogue' })
  return {
    fileName: 'catalogue',
    title: title[language],
    filters: [[held[language], day]],
    header: catalogueHeaderNames(language),
    rows: matters.map((matter) => catalogueRow(matter, language)),
    language,
    chain: (await atlasOf(ctx)).district.id,
  }
}
