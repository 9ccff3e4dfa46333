import { expect, test } from 'vitest'
import { randomFrom } from '../kernel/random.ts'
import { type Branch, heldInAll } from './share.rule.ts'

/** Streets of communities of grids, or any depth, by the counts of the last. */
type Tree = number | readonly Tree[]
const branch = (tree: Tree): Branch => {
  if (typeof tree === 'number') return { count: tree, own: [] }
  const own = tree.map(branch)
  return { count: own.reduce((all, { count }) => all + count, 0), own }
}
const held = (...trees: readonly Tree[]) => heldInAll(trees.map(branch))

test.each<[string, Tree[], (number | null)[], number | null]>([
  ['enough everywhere', [[60], [40]], [60, 40], 100],
  ['few alone, and what would tell them by taking the others away', [12, 3, 0], [12, null, 0], null],
  ['few in two parts that are enough together', [12, 3, 4], [12, null, null], 19],
  ['few in two parts that are few together', [12, 1, 2], [12, null, null], null],
  ['few in one part hide each sum above them', [[1, 2], [50], [90]], [null, 50, 90], null],
  ['a part that keeps its whole back is held back above', [[1, 2, 50], [40], [30]], [null, 40, 30], null],
  ['few in two parts that keep theirs back', [[4, 50], [3, 40], [30]], [null, null, 30], 127],
  ['nothing at all is no secret', [[0], [0, 0]], [0, 0], 0],
])('%s', (_, trees, parts, whole) => {
  expect(held(...trees)).toEqual({ parts, whole })
})

test('whoever reads all pages finds out no few: what is shown leaves two and five of them together, at least', () => {
  const random = randomFrom(7)
  const some = () => Array.from({ length: 1 + Math.floor(random.next() * 4) })
  const few = (): number => Math.floor(random.next() ** 3 * 30)
  /** The grids below a sum that is shown, without those below another that is. */
  const unknownIn = (trees: readonly Tree[]): number[] => {
    const shown = held(...trees).parts
    return trees.flatMap((tree, at) => {
      if (shown[at] !== null) return []
      return typeof tree === 'number' ? [tree] : unknownIn(tree)
    })
  }
  const check = (trees: readonly Tree[]): void => {
    const unknown = unknownIn(trees)
    if (held(...trees).whole !== null && unknown.length > 0) {
      expect(unknown.length).toBeGreaterThan(1)
      expect(unknown.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(4)
    }
    // A street's page says of a community what the community's own page says of itself.
    for (const [at, tree] of trees.entries()) {
      if (typeof tree === 'number') continue
      expect(held(...trees).parts[at]).toBe(held(...tree).whole)
      check(tree)
    }
  }
  for (let round = 0; round < 500; round += 1) check(some().map(() => some().map(() => some().map(few))))
})
