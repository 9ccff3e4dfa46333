import { type Decided, guess, likelihoodsOf, type Model, marginsOf, train } from './linear.rule.ts'

/** What was learned, and what it was worth on the cases that were decided last, before it had seen them. */
export interface Learned {
  readonly model: Model
  /** How many decided cases it learned from. */
  readonly taught: number
  readonly tried: number
  /** Of those tried, how many it named right with its first guess. */
  readonly right: number
}

/** Of fewer cases nothing is learned; nor about a matter of which fewer were decided. */
export const leastTaught = 50
const leastOfLabel = 5
/** One in so many, the last ones, are held back to try it on. */
const oneTriedOf = 5

/**
 * Learns from what people decided, the oldest first: the last fifth shows what it is worth and how sure it may sound, then it
 * learns from all. Null where there is too little, and where `otherwise`, asked about the same texts, is right as often.
 */
export function learn(
  decided: readonly Decided[],
  otherwise: (words: string) => string | null = () => null,
): Learned | null {
  const known = ofEnough(decided)
  if (known.length < leastTaught) return null
  const cut = known.length - Math.floor(known.length / oneTriedOf)
  const [seen, tried] = [ofEnough(known.slice(0, cut)), known.slice(cut)]
  if (new Set(seen.map(({ label }) => label)).size < 2) return null
  const trial = train(seen)
  const right = tried.filter(({ words, label }) => guess(trial, words, 1)[0]!.label === label).length
  if (tried.filter(({ words, label }) => otherwise(words) === label).length >= right) return null
  const steepness = steepnessBy(
    tried.map(({ words, label }) => ({
      margins: marginsOf(trial, words),
      right: trial.labels.indexOf(label),
    })),
  )
  return { model: { ...train(known), steepness }, taught: known.length, tried: tried.length, right }
}

/** Those whose label was decided often enough to know it again. */
function ofEnough(decided: readonly Decided[]): readonly Decided[] {
  const counts = Map.groupBy(decided, ({ label }) => label)
  return decided.filter(({ label }) => counts.get(label)!.length >= leastOfLabel)
}

/** From timid to bold, each a tenth bolder than the last; in thousandths, as they are kept. */
const steepnesses = Array.from({ length: 40 }, (_, step) => Math.round(500 * 1.1 ** step) / 1000)

interface Tried {
  readonly margins: readonly number[]
  /** The place of what was decided; -1 where the model never met it. */
  readonly right: number
}

/** How steep the odds must be to say of what was decided that it is as likely as it was: least surprise over all tried. */
export function steepnessBy(tried: readonly Tried[]): number {
  const surprise = (steepness: number): number =>
    tried.reduce(
      (sum, { margins, right }) =>
        right < 0 ? sum : sum - Math.log(Math.max(likelihoodsOf(margins, steepness)[right]!, 1e-12)),
      0,
    )
  const surprises = steepnesses.map(surprise)
  return steepnesses[surprises.indexOf(Math.min(...surprises))]!
}
