import type { Random } from '../../kernel/random.ts'
import type { Mesh, Spot } from './mesh.ts'

/** Cells by number, connected with each other. */
export type Region = readonly number[]

/**
 * Divides a connected region into `count` connected parts of much the same number of cells.
 * Parts grow from seeds, nearest cell first; the seeds then move to the parts' middles, and it is done again.
 */
export function divide(mesh: Mesh, region: Region, count: number, random: Random): Region[] {
  let seeds = scatteredSeeds(mesh, region, count, random)
  let parts = grow(mesh, region, seeds)
  for (let round = 0; round < 6; round++) {
    seeds = parts.map((part) => nearestTo(mesh, part, middleOf(mesh, part)))
    parts = grow(mesh, region, seeds)
  }
  return parts
}

/** The mean of a region's cells on the even plane. */
export function middleOf(mesh: Mesh, region: Region): Spot {
  let [x, y] = [0, 0]
  for (const cell of region) {
    x += mesh.cells[cell]!.even.x
    y += mesh.cells[cell]!.even.y
  }
  return { x: x / region.length, y: y / region.length }
}

/** Shares `total` out in proportion to the weights, each getting `least` or more; by largest remainder. */
export function shareOut(total: number, weights: readonly number[], least: number): number[] {
  const toShare = total - least * weights.length
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (toShare * weight) / sum)
  const shares = exact.map((share) => least + Math.floor(share))
  const byRemainder = exact.map((share, at) => ({ at, left: share - Math.floor(share) }))
  byRemainder.sort((a, b) => b.left - a.left || a.at - b.at)
  const missing = total - shares.reduce((a, b) => a + b, 0)
  for (const { at } of byRemainder.slice(0, missing)) shares[at]! += 1
  return shares
}

const squared = (a: Spot, b: Spot): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2

function nearestTo(mesh: Mesh, region: Region, spot: Spot): number {
  const distance = (cell: number) => squared(mesh.cells[cell]!.even, spot)
  return region.reduce((best, cell) => (distance(cell) < distance(best) ? cell : best))
}

/** Each seed is the one of several tried that lies farthest from those before. */
function scatteredSeeds(mesh: Mesh, region: Region, count: number, random: Random): number[] {
  if (region.length < count) throw new Error(`${region.length} cells cannot be divided into ${count}`)
  const seeds: number[] = []
  const tries = 12
  while (seeds.length < count) {
    let best = -1
    let bestDistance = 0
    for (let tried = 0; tried < tries || best < 0; tried++) {
      const cell = random.pick(region)
      const spot = mesh.cells[cell]!.even
      const distance = Math.min(1e12, ...seeds.map((seed) => squared(mesh.cells[seed]!.even, spot)))
      if (distance > bestDistance) [best, bestDistance] = [cell, distance]
    }
    seeds.push(best)
  }
  return seeds
}

/** A part takes a cell only beside one that it has: it stays connected whatever its form. */
function grow(mesh: Mesh, region: Region, seeds: readonly number[]): number[][] {
  const free = new Set(region)
  const parts = seeds.map((): number[] => [])
  const queue = new Queue()
  for (const [part, seed] of seeds.entries()) queue.add({ cell: seed, part, distance: 0 })
  for (let next = queue.take(); next; next = queue.take()) {
    const { cell, part } = next
    if (!free.delete(cell)) continue
    parts[part]!.push(cell)
    const seed = mesh.cells[seeds[part]!]!.even
    for (const neighbour of mesh.cells[cell]!.neighbours) {
      if (!free.has(neighbour)) continue
      queue.add({ cell: neighbour, part, distance: squared(mesh.cells[neighbour]!.even, seed) })
    }
  }
  return parts
}

interface Step {
  readonly cell: number
  readonly part: number
  readonly distance: number
}

/** A binary heap: the nearest step first, and among equals always the same. */
class Queue {
  readonly #heap: Step[] = []

  add(step: Step): void {
    let at = this.#heap.push(step) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!isBefore(step, this.#heap[above]!)) break
      this.#heap[at] = this.#heap[above]!
      at = above
    }
    this.#heap[at] = step
  }

  take(): Step | undefined {
    const first = this.#heap[0]
    const last = this.#heap.pop()
    if (last === undefined || this.#heap.length === 0) return first
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= this.#heap.length) break
      if (below + 1 < this.#heap.length && isBefore(this.#heap[below + 1]!, this.#heap[below]!)) below += 1
      if (!isBefore(this.#heap[below]!, last)) break
      this.#heap[at] = this.#heap[below]!
      at = below
    }
    this.#heap[at] = last
    return first
  }
}

const isBefore = (a: Step, b: Step): boolean =>
  a.distance !== b.distance ? a.distance < b.distance : a.cell !== b.cell ? a.cell < b.cell : a.part < b.part
