import type { PermissionCell, PermissionChange } from '../../../people/permission/contract.ts'

export type Reach = PermissionCell['reaches'][number]

/** What somebody means to change and has not saved: by post and act, the reaches that it would have. */
export type Draft = ReadonlyMap<string, readonly Reach[]>

export const keyOf = ({ kind, act }: Pick<PermissionCell, 'kind' | 'act'>): string => `${kind} ${act}`

export const sameReaches = (one: readonly Reach[], other: readonly Reach[]): boolean =>
  one.length === other.length && one.every((reach) => other.includes(reach))

export const drafted = (draft: Draft, cell: PermissionCell): readonly Reach[] =>
  draft.get(keyOf(cell)) ?? cell.reaches

/** The draft with one cell set; a cell that is set to what it has is none. */
export function withCell(draft: Draft, cell: PermissionCell, reaches: readonly Reach[]): Draft {
  const next = new Map(draft)
  if (sameReaches(reaches, cell.reaches)) next.delete(keyOf(cell))
  else next.set(keyOf(cell), reaches)
  return next
}

/** The draft with every cell of these as Linli comes. */
export const asItComes = (draft: Draft, cells: readonly PermissionCell[]): Draft =>
  cells.reduce((next, cell) => withCell(next, cell, cell.asItComes), draft)

/** What is sent: every cell that would change, with what the reader saw. */
export const changesOf = (draft: Draft, cells: readonly PermissionCell[]): PermissionChange[] =>
  cells.flatMap((cell) => {
    const after = draft.get(keyOf(cell))
    return after === undefined || sameReaches(after, cell.reaches)
      ? []
      : [{ kind: cell.kind, act: cell.act, before: [...cell.reaches], after: [...after] }]
  })

/** Ways to give an act, the narrowest first: each reach alone, and all of them. None is offered beside them. */
export const waysToGive = (allowed: readonly Reach[]): readonly (readonly Reach[])[] =>
  allowed.length < 2 ? allowed.map((reach) => [reach]) : [...allowed.map((reach) => [reach]), allowed]
