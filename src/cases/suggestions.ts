import { currentMatters, percentOf, pointedTo } from '../matters/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import { precedentRow } from './arbitration/precedents.ts'
import { loadCase } from './case.sql.ts'
import { namesFor } from './names.ts'
import type { Suggestions } from './screening.contract.ts'
import { selectTextsOf } from './text.sql.ts'
import { whoAnswers } from './who-answers.ts'

/** Matters that a case's words point to, with why, and the unit that would answer. Suggests; a person decides. */
export async function suggestionsFor(ctx: Ctx, caseId: string): Promise<Suggestions> {
  ctx.must('case.screen')
  return ctx.read(async (tx) => {
    const found = await loadCase(tx, caseId)
    ctx.must('case.screen', { path: found.reach, units: found.units })
    const matters = await currentMatters(ctx)
    const words = await selectTextsOf(tx, [caseId], ['words', 'addition'])
    const { pointed, worth } = await pointedTo(ctx, words.map((text) => text.body ?? '').join('\n'))
    const chosen = matters.find((matter) => matter.code === found.matter)
    const answering = chosen ? await whoAnswers(ctx, tx, found, chosen) : null
    const names = await namesFor(ctx, tx, [answering?.unitId])
    return {
      matters: pointed.map(({ code, likelihood, because }) => ({
        ...names.matter(code)!,
        likelyPercent: percentOf(likelihood),
        because: [...because],
      })),
      learned: worth,
      answering: names.unit(answering?.unitId ?? null),
      precedent: answering?.precedent ? precedentRow(answering.precedent, names) : null,
    }
  })
}
