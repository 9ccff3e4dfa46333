import { atlasOf } from '../areas/door.ts'
import { nameIn } from '../kernel/names.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type SentList, SheetLanguage } from '../platform/sheet/send-sheet.ts'
import { countOf, shareOf } from './assessment-sheet.ts'
import { measuresOf } from './contract.ts'
import { PartQuery } from './parts.contract.ts'
import { readAllParts } from './see-parts.ts'
import { assessmentSheetWords } from './sheet-words.rule.ts'

export const PartSheetQuery = PartQuery.omit({ after: true, limit: true })
  .extend({ language: SheetLanguage })
  .strict()

/** A unit's month by matter, category or post, as the page shows it to the asker, as a workbook. */
export async function partsSheet(
  ctx: Ctx,
  unitId: string,
  { language, ...query }: (typeof PartSheetQuery)['_output'],
): Promise<SentList> {
  ctx.must('assessment.see')
  const { head, unit, rows, categories } = await readAllParts(ctx, unitId, query)
  const { district } = await atlasOf(ctx)
  const words = assessmentSheetWords[language]
  const posts: Readonly<Record<string, string>> = words.posts
  const category = categories.find(({ code }) => code === query.category)
  return {
    fileName: 'assessment-parts',
    title: words.title[query.direction],
    filters: [
      [words.month, head.month],
      [words.state, words.states[head.state]],
      [words.unit, nameIn(language, unit)],
      [words.by, words.parts[query.by]],
      ...(category ? [[words.parts.category, nameIn(language, category)] as const] : []),
    ],
    header: [
      words.parts[query.by],
      ...measuresOf[query.direction].flatMap((measure) => [
        words.share(words.measures[measure]),
        words.facts(words.measures[measure]),
      ]),
    ],
    rows: rows.map(({ key, name, measures }) => [
      name === null ? (posts[key] ?? words.noMatter) : nameIn(language, name),
      ...measures.flatMap((measure) => [shareOf(measure, words.tooFew), countOf(measure)]),
    ]),
    language,
    chain: district.id,
  }
}
