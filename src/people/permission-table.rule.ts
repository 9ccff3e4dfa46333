import type { Act } from './contract.ts'
import { PostKind } from './contract.ts'
import type { Grants, Reach } from './permission.rule.ts'
import { isAct, permissions } from './permission.rule.ts'
import { isInBounds } from './permission-bounds.rule.ts'

/** One row of a district's table of permission: how far a kind of post has an act; nowhere without reaches. */
export interface Grant {
  readonly kind: string
  readonly act: string
  readonly reaches: readonly string[]
}

/** What each kind of post may do in a district, and how far. */
export type PermissionTable = Readonly<Record<PostKind, Grants>>

const isKind = (kind: string): kind is PostKind => (PostKind.options as readonly string[]).includes(kind)

/**
 * The table that rows amount to. A row replaces what Linli comes with for its post and act; a pair that no row names
 * stands as it comes, so that a release with a new act needs no migration. A reach that the bounds of this release do
 * not allow, however it came there, gives nothing.
 */
export function tableOf(rows: readonly Grant[]): PermissionTable {
  const table = Object.fromEntries(
    PostKind.options.map((kind) => [kind, { ...permissions[kind] }]),
  ) as Record<PostKind, Partial<Record<Act, readonly Reach[]>>>
  for (const { kind, act, reaches } of rows) {
    if (!isKind(kind) || !isAct(act)) continue
    const allowed = reaches.filter((reach): reach is Reach => isInBounds(kind, act, reach))
    if (allowed.length > 0) table[kind][act] = allowed
    else delete table[kind][act]
  }
  return table
}

const nothing: Grants = {}

/** What the table gives a kind of post; nothing to a kind that it does not know. */
export const grantsOf = (table: PermissionTable, kind: string): Readonly<Record<string, readonly Reach[]>> =>
  isKind(kind) ? table[kind] : nothing
