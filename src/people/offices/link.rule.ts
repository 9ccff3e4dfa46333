import { endsSoon, isOver } from './attention.rule.ts'
import type { LinkState } from './link.contract.ts'

/** How long a link holds, as a dated rule; another district's or another year's rule is another row. */
export interface LinkRule {
  readonly months: number
  /** First day on which links are made by this rule. */
  readonly from: string
  readonly sourceZh: string
  readonly sourceEn: string
}

const rules: readonly LinkRule[] = [
  {
    months: 36,
    from: '1990-01-01',
    sourceZh: '区定点联系制度：联系对象确定后三年不变',
    sourceEn: 'the district’s rule of linked places: once set, a link stays for three years',
  },
]

/** The rule by which a link that begins on a day (YYYY-MM-DD) is made. */
export const linkRuleOn = (day: string): LinkRule => rules.findLast(({ from }) => from <= day) ?? rules[0]!

/** The first day after a link that begins on a day. */
export const linkEnd = (startsOn: string): string =>
  Temporal.PlainDate.from(startsOn)
    .add({ months: linkRuleOn(startsOn).months })
    .toString()

/** How a link stands on a day. */
export function linkState(
  link: { readonly startsOn: string; readonly endsOn: string; readonly endedOn: string | null },
  today: string,
): LinkState {
  if (link.endedOn !== null) return 'ended'
  if (isOver(link, today)) return 'over'
  if (link.startsOn > today) return 'to_come'
  return endsSoon(link, today) ? 'soon' : 'running'
}
