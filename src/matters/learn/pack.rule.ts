import type { Model } from './linear.rule.ts'

/** A model as a row keeps it: names as lists, numbers as single precision, little-endian. */
export interface Packed {
  readonly labels: readonly string[]
  readonly runs: readonly string[]
  readonly steepness: number
  /** One a run. */
  readonly rarity: Uint8Array
  /** Label by label: one a run, and the threshold. */
  readonly weights: Uint8Array
}

export const pack = ({ labels, indexOf, rarity, weights, steepness }: Model): Packed => ({
  labels,
  runs: [...indexOf.keys()],
  steepness,
  rarity: bytesOf([rarity]),
  weights: bytesOf(weights),
})

export function unpack({ labels, runs, steepness, rarity, weights }: Packed): Model {
  const width = runs.length + 1
  return {
    labels,
    indexOf: new Map(runs.map((run, index) => [run, index])),
    steepness,
    rarity: numbersIn(rarity, 0, runs.length),
    weights: labels.map((_, index) => numbersIn(weights, index * width, width)),
  }
}

function bytesOf(parts: readonly Float32Array[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * parts.reduce((sum, part) => sum + part.length, 0)))
  let at = 0
  for (const part of parts)
    for (const number of part) {
      view.setFloat32(at, number, true)
      at += 4
    }
  return new Uint8Array(view.buffer)
}

function numbersIn(bytes: Uint8Array, from: number, count: number): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float32Array.from({ length: count }, (_, index) => view.getFloat32(4 * (from + index), true))
}
