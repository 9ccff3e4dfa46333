import type { Matter } from '../contract.ts'
import { suggestMatters } from '../suggest.rule.ts'
import type { Learned } from './learned.rule.ts'
import { guess } from './linear.rule.ts'

/** A matter that words point to. */
export interface Pointed {
  readonly code: string
  /** From 0 to 1, as decided cases teach; null where only the catalogue's keywords speak for it. */
  readonly likelihood: number | null
  /** The pieces of the words that speak for it, the catalogue's keywords first. */
  readonly because: readonly string[]
}

const most = 5
const mostGuessed = 3
/** What is less likely than this helps nobody who chooses. */
const leastLikelihood = 0.05

/**
 * Up to five matters that `words` point to: first what decided cases teach, the likeliest first, then what the catalogue's
 * keywords name besides. Nothing is guessed for which no piece of the words speaks. It suggests; a person decides.
 */
export function pointTo(
  words: string,
  matters: readonly Pick<Matter, 'code' | 'nameZh' | 'keywords'>[],
  learned: Pick<Learned, 'model'> | null,
): Pointed[] {
  const named = suggestMatters(words, matters)
  const guessed = (learned === null ? [] : guess(learned.model, words, mostGuessed)).flatMap(
    ({ label, likelihood, because }): Pointed[] => {
      const keywords = named.find(({ code }) => code === label)?.because ?? []
      const isNow = matters.some(({ code }) => code === label)
      if (!isNow || because.length === 0 || likelihood < leastLikelihood) return []
      return [{ code: label, likelihood, because: besides(keywords, because) }]
    },
  )
  const others = named
    .filter(({ code }) => !guessed.some((one) => one.code === code))
    .map(({ code, because }): Pointed => ({ code, likelihood: null, because }))
  return [...guessed, ...others].slice(0, most)
}

/** Both, but nothing of the second that lies within one of the first, or the other way about. */
const besides = (keywords: readonly string[], pieces: readonly string[]): readonly string[] => [
  ...keywords,
  ...pieces.filter((piece) => !keywords.some((one) => one.includes(piece) || piece.includes(one))),
]

/** As people are told it: whole percent, never none and never all; null where nothing is known. */
export const percentOf = (likelihood: number | null): number | null =>
  likelihood === null ? null : Math.min(99, Math.max(1, Math.round(likelihood * 100)))
