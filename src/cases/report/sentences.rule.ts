import { nameIn } from '../../kernel/names.ts'
import type { Figure } from '../figures/contract.ts'
import { measures } from '../figures/measures.contract.ts'
import type { Report } from './report.contract.ts'
import type { ReportWords } from './report-words.rule.ts'

/** So many matters that rose are told in a report's sentences. */
const risenTold = 3

/**
 * What a report's figures say, in plain sentences by paragraph: how much was accepted beside before and last year and what
 * else was counted, then the shares, then what rose. What cannot be said is left out: a share of too few, a change against
 * nothing.
 */
export function paragraphsOf(
  { whole, risen }: Pick<Report, 'whole' | 'risen'>,
  language: 'zh' | 'en',
  words: ReportWords,
): string[] {
  const sentence = (parts: readonly string[]) => `${parts.join(words.comma)}${words.stop}`
  const said = whole.figures.filter(({ value }) => value !== null)
  const counts = said.filter(({ measure }) => !shares.has(measure))
  const told = risen.slice(0, risenTold)
  const paragraphs = [
    counts.map((one) => sentence(one.measure === 'accepted' ? first(one, words) : later(one, words))),
    said.filter(({ measure }) => shares.has(measure)).map((one) => sentence(later(one, words))),
    told.length === 0
      ? [sentence([words.noneRisen])]
      : told.map(({ matter, count, ordinaryHigh }) =>
          sentence([words.risen(nameIn(language, matter), count, ordinaryHigh)]),
        ),
  ]
  return paragraphs.flatMap((sentences) => (sentences.length === 0 ? [] : [sentences.join(words.gap)]))
}

function first({ value, before, lastYear }: Figure, words: ReportWords): string[] {
  const count = value ?? 0
  return [
    words.accepted(count),
    ...(before ? [words.thanBefore(changeOf(count, before, false, words), percentOf(count, before))] : []),
    ...(lastYear ? [words.thanLastYear(changeOf(count, lastYear, false, words))] : []),
  ]
}

function later({ measure, value, before }: Figure, words: ReportWords): string[] {
  const isShare = shares.has(measure)
  return [
    words.said(words.measures[measure], `${value}${isShare ? '%' : ` ${words.cases}`}`),
    ...(value === null || before === null
      ? []
      : [words.thanBefore(changeOf(value, before, isShare, words), null)]),
  ]
}

/** The measures that are shares, in per cent. */
export const shares: ReadonlySet<Figure['measure']> = new Set(
  measures.filter(({ denominator }) => denominator !== null).map(({ code }) => code),
)

/** By how much it is more or less than it was, in words. */
export function changeOf(value: number, was: number, isShare: boolean, words: ReportWords): string {
  if (value === was) return words.same
  return value > was ? words.more(value - was, isShare) : words.less(was - value, isShare)
}

/** The change in per cent of what it was, to one place. */
const percentOf = (value: number, was: number): number | null =>
  value === was ? null : Math.round((1000 * Math.abs(value - was)) / was) / 10
