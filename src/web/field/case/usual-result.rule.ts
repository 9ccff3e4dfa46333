/** What most cases of a kind end in: a mark in the matter's Chinese name, and the phrase's place among the form's. */
const endings = [
  { mark: /不亮|损坏|破损|缺损|缺失|坑洼|漏水|渗漏|故障/, phrase: 0 },
  { mark: /清运|清扫|乱堆|堆物|小广告|脏乱|环境卫生/, phrase: 1 },
] as const

/**
 * The result that a matter usually has, as a place in `words.field.case.resolve.phrases`: offered ready to whoever
 * finishes, who reads it and may say otherwise. Null where its name does not point to one alone: a ready sentence that
 * is wrong is worse than none. By names and not by codes, as a district writes its own catalogue; short
 * enough that to say it often marks nobody's closings (src/cases/closing/flags.rule.ts).
 */
export function usualResult(matterZh: string): number | null {
  const [only, ...more] = endings.filter(({ mark }) => mark.test(matterZh))
  return only === undefined || more.length > 0 ? null : only.phrase
}
