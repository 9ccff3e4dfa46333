import { randomFrom } from '../../kernel/random.ts'
import { gramsOf, piecesOf } from './grams.rule.ts'

/** Words and what people decided that they are. */
export interface Decided {
  readonly words: string
  readonly label: string
}

/** How a model is trained. */
export interface Training {
  /** Runs that stand in fewer texts say nothing about others, and might say something about somebody. */
  readonly leastTexts: number
  /** Of more runs than these the commonest are kept: a model has an end, however long a district decides. */
  readonly mostRuns: number
  /** How much an error costs beside large weights. */
  readonly cost: number
  readonly seed: number
}
/** Chosen on other splits than those that the bench reports by. */
export const usualTraining: Training = { leastTexts: 3, mostRuns: 30_000, cost: 10, seed: 1 }

/** What a model has learned: for each run its rarity, for each label a weight of each run and, last, its threshold. */
export interface Model {
  readonly labels: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly rarity: Float32Array
  readonly weights: readonly Float32Array[]
  /** A margin of one makes the odds so many times as large (in e-folds): where, on other texts, it is right as often as it says. */
  readonly steepness: number
}

/** Before it was measured on other texts (`learned.rule.ts`). */
const usualSteepness = 3

/** How likely a label is, and the pieces of the words that speak for it most. */
export interface Guess {
  readonly label: string
  /** From 0 to 1; over all labels 1. */
  readonly likelihood: number
  readonly because: readonly string[]
}

/** A text as a vector of length 1: the runs that are known, each by how rare it is. */
interface Vector {
  readonly at: Int32Array
  readonly by: Float64Array
}

/** Learns from what was decided. The same texts in the same order give the same model. */
export function train(
  decided: readonly Decided[],
  { leastTexts, mostRuns, cost, seed }: Training = usualTraining,
): Model {
  const grams = decided.map(({ words }) => gramsOf(words))
  const texts = new Map<string, number>()
  for (const each of grams) for (const gram of each.keys()) texts.set(gram, (texts.get(gram) ?? 0) + 1)
  const kept = [...texts]
    .filter(([, count]) => count >= leastTexts)
    .sort(([one, count], [other, counted]) => counted - count || (one < other ? -1 : 1))
    .slice(0, mostRuns)
  const indexOf = new Map(kept.map(([gram], index) => [gram, index]))
  const rarity = Float32Array.from(kept, ([, count]) => 1 + Math.log((1 + decided.length) / (1 + count)))
  const vectors = grams.map((each) => vectorOf(each, { indexOf, rarity }))
  const labels = [...new Set(decided.map(({ label }) => label))].sort()
  const weights = labels.map((label) =>
    Float32Array.from(
      separate(
        vectors,
        decided.map((one) => (one.label === label ? 1 : -1)),
        { size: kept.length, cost, seed },
      ),
    ),
  )
  return { labels, indexOf, rarity, weights, steepness: usualSteepness }
}

function vectorOf(
  grams: ReadonlyMap<string, number>,
  { indexOf, rarity }: Pick<Model, 'indexOf' | 'rarity'>,
): Vector {
  const at: number[] = []
  const by: number[] = []
  let squares = 0
  for (const [gram, count] of grams) {
    const index = indexOf.get(gram)
    if (index === undefined) continue
    const value = (1 + Math.log(count)) * rarity[index]!
    at.push(index)
    by.push(value)
    squares += value * value
  }
  const length = Math.sqrt(squares) || 1
  return { at: Int32Array.from(at), by: Float64Array.from(by, (value) => value / length) }
}

const rounds = 60
const enough = 1e-2

/** Weights, with the threshold last, that tell the texts marked 1 from those marked -1. */
function separate(
  vectors: readonly Vector[],
  signs: readonly number[],
  { size, cost, seed }: { readonly size: number; readonly cost: number; readonly seed: number },
): Float64Array {
  const weights = new Float64Array(size + 1)
  const duals = new Float64Array(vectors.length)
  const positives = signs.filter((sign) => sign > 0).length
  // A class that is rarely met counts for more, by the root of its odds: else it would hardly ever be said.
  const dearer = Math.sqrt((signs.length - positives) / positives)
  // With squared hinge the diagonal of the dual grows by this; the threshold is a run that every text has.
  const softnessOf = (sign: number) => 1 / (2 * cost * (sign > 0 ? dearer : 1))
  const random = randomFrom(seed)
  const all = vectors.map((_, at) => at)
  for (let round = 0; round < rounds; round += 1) {
    let largest = 0
    for (const index of random.shuffled(all)) {
      const vector = vectors[index]!
      const sign = signs[index]!
      const softness = softnessOf(sign)
      const gradient = sign * scoreOf(vector, weights) - 1 + softness * duals[index]!
      const before = duals[index]!
      // Vectors have length 1, and the threshold adds 1.
      const after = Math.max(0, before - gradient / (2 + softness))
      duals[index] = after
      const step = (after - before) * sign
      if (step === 0) continue
      for (let place = 0; place < vector.at.length; place += 1)
        weights[vector.at[place]!]! += step * vector.by[place]!
      weights[size]! += step
      largest = Math.max(largest, Math.abs(step))
    }
    if (largest < enough) break
  }
  return weights
}

function scoreOf({ at, by }: Vector, weights: Float32Array | Float64Array): number {
  let score = weights[weights.length - 1]!
  for (let place = 0; place < at.length; place += 1) score += by[place]! * weights[at[place]!]!
  return score
}

const mostReasons = 4
const runsBehindReasons = 6

/** How far each label's line lies from these words: above 0 where it says that they are of it. */
export function marginsOf(model: Model, words: string): number[] {
  const vector = vectorOf(gramsOf(words), model)
  return model.weights.map((weights) => scoreOf(vector, weights))
}

/** How likely each label is by its margin; together 1. */
export function likelihoodsOf(margins: readonly number[], steepness: number): number[] {
  const highest = Math.max(...margins)
  const odds = margins.map((margin) => Math.exp(steepness * (margin - highest)))
  const all = odds.reduce((sum, one) => sum + one, 0)
  return odds.map((one) => one / all)
}

/** What words may be, the likeliest first, at most so many. */
export function guess(model: Model, words: string, most = model.labels.length): Guess[] {
  const grams = gramsOf(words)
  const vector = vectorOf(grams, model)
  const names = [...grams.keys()].filter((gram) => model.indexOf.has(gram))
  const margins = model.weights.map((weights) => scoreOf(vector, weights))
  return likelihoodsOf(margins, model.steepness)
    .map((likelihood, index) => ({ likelihood, index }))
    .sort((one, other) => other.likelihood - one.likelihood)
    .slice(0, most)
    .map(({ likelihood, index }) => ({
      label: model.labels[index]!,
      likelihood,
      because: reasons(words, vector, names, model.weights[index]!),
    }))
}

/** The pieces of the words that speak most for a label: where the heaviest runs stand, those that overlap as one. */
function reasons(
  words: string,
  { at, by }: Vector,
  names: readonly string[],
  weights: Float32Array,
): string[] {
  const heaviest = names
    .map((gram, place) => ({ gram, weight: by[place]! * weights[at[place]!]! }))
    .filter(({ gram, weight }) => weight > 0 && [...gram].length > 1)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, runsBehindReasons)
  const found = piecesOf(words).flatMap((piece) =>
    marked(
      piece,
      heaviest.map(({ gram }) => gram),
    ),
  )
  return [...new Set(found)].slice(0, mostReasons)
}

/** The stretches of a piece that these runs cover. */
function marked(piece: string, grams: readonly string[]): string[] {
  const isCovered = Array.from({ length: piece.length }, () => false)
  for (const gram of grams)
    for (let at = piece.indexOf(gram); at >= 0; at = piece.indexOf(gram, at + 1))
      isCovered.fill(true, at, at + gram.length)
  const stretches: string[] = []
  let from = -1
  for (let at = 0; at <= piece.length; at += 1) {
    if (isCovered[at] && from < 0) from = at
    if (!isCovered[at] && from >= 0) {
      stretches.push(piece.slice(from, at))
      from = -1
    }
  }
  return stretches
}
