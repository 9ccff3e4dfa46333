import { z } from 'zod'
import { atlasOf } from '../areas/door.ts'
import { fraction, roundHalfUp, times } from '../kernel/fraction.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type SentList, SheetLanguage } from '../platform/sheet/send-sheet.ts'
import { Direction, type MeasureShown, Month, measuresOf, type UnitScore } from './contract.ts'
import { readAssessment } from './see-assessment.ts'
import { assessmentSheetWords } from './sheet-words.rule.ts'

export const SheetQuery = z.strictObject({
  month: Month.optional(),
  direction: Direction.default('down'),
  language: SheetLanguage,
})
type SheetQuery = z.infer<typeof SheetQuery>

/** The month as the page shows it to the asker, as a workbook: what is too few to say is so there too. */
export async function assessmentSheet(ctx: Ctx, query: SheetQuery): Promise<SentList> {
  ctx.must('assessment.see')
  const { month, direction, language } = query
  const { head, units } = await readAssessment(ctx, { month, direction })
  const { district } = await atlasOf(ctx)
  const words = assessmentSheetWords[language]
  const named = measuresOf[direction].map((measure) => words.measures[measure])
  const row = ({ unit, scoreTenths, measures }: UnitScore): string[] => [
    language === 'en' && unit.en !== '' ? unit.en : unit.zh,
    scoreTenths === null ? words.tooFew : tenths(scoreTenths),
    ...measures.flatMap((measure) => [shareOf(measure, words.tooFew), countOf(measure)]),
  ]
  return {
    fileName: 'assessment',
    title: words.title[direction],
    filters: [
      [words.month, head.month],
      [words.state, words.states[head.state]],
    ],
    header: [
      words.unit,
      words.score,
      ...named.flatMap((measure) => [words.share(measure), words.facts(measure)]),
    ],
    rows: units.map(row),
    language,
    chain: district.id,
  }
}

const tenths = (value: number): string => (value / 10).toFixed(1)

/** A measure's share as a sheet says it. */
export function shareOf({ points, outOf, any }: MeasureShown, tooFew: string): string {
  if (points === null || outOf === null) return any ? tooFew : ''
  return tenths(roundHalfUp(times(fraction(points, outOf), fraction(1000))))
}

/** How many facts a measure has, as a sheet says it. */
export const countOf = ({ facts }: MeasureShown): string => (facts === null ? '' : String(facts))
