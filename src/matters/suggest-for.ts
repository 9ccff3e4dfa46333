import type { Ctx } from '../platform/ctx.ts'
import type { SuggestedMatter, SuggestMatters } from './contract.ts'
import { pointedTo } from './learn/learn-matters.ts'
import { percentOf } from './learn/point.rule.ts'
import { currentMatters } from './matters.ts'

/** Matters that a report's words point to, likeliest first, for whoever takes reports in: desks and grid workers. */
export async function suggestFor(ctx: Ctx, { words }: SuggestMatters): Promise<SuggestedMatter[]> {
  // Every post that screens may also report for others; grid workers may that alone.
  ctx.must('case.accept_on_behalf')
  const byCode = new Map((await currentMatters(ctx)).map((matter) => [matter.code, matter]))
  const { pointed } = await pointedTo(ctx, words)
  return pointed.map(({ code, likelihood, because }) => {
    const { nameZh, nameEn } = byCode.get(code)!
    return { code, nameZh, nameEn, likelyPercent: percentOf(likelihood), because: [...because] }
  })
}
