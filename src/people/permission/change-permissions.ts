import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { districtChain } from '../chain.ts'
import { mustByOwnPost } from '../permission.rule.ts'
import { readGrants } from '../permission.sql.ts'
import { breachesOf } from '../permission-bounds.rule.ts'
import { type PermissionTable, tableOf } from '../permission-table.rule.ts'
import { keptPermissions } from '../permission-table.ts'
import type { ChangedPermissions, ChangePermissions, PermissionChange } from './contract.ts'
import { permissionLine } from './events.ts'
import { saveGrants } from './permission.sql.ts'

/**
 * Changes who may do what, for everybody's next request on every server. Each changed pair is a line of the journal.
 * Refuses what the bounds do not allow (`permission_out_of_bounds`), a table that somebody changed since the asker read
 * it (`permission_changed_meanwhile`), and whoever only stands in for an administrator (`own_post_needed`).
 */
export async function changePermissions(ctx: Ctx, body: ChangePermissions): Promise<ChangedPermissions> {
  mustByOwnPost(ctx.who, 'people.manage')
  const chain = await districtChain(ctx)
  const changed = await actOnce(ctx, body, async (tx): Promise<ChangedPermissions> => {
    // First: of two who change the table at once the second waits here and then reads what the first one made.
    await keptPermissions.change(tx)
    const rows = await readGrants(tx.db)
    const changes = body.changes.filter(({ before, after }) => !isSame(before, after))
    const table = tableOf(rows)
    mustFit(table, changes)
    mustStayInBounds(
      table,
      tableOf([...rows, ...changes.map(({ kind, act, after }) => ({ kind, act, reaches: after }))]),
      changes,
    )
    if (changes.length > 0) await saveGrants(tx, changes)
    for (const { kind: postKind, act, before, after } of changes)
      tx.record(
        permissionLine('permission.changed', {
          chain,
          subject: chain,
          data: { postKind, act, before, after },
        }),
      )
    return { changed: changes.length }
  })
  keptPermissions.forget(ctx)
  return changed
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((reach) => other.includes(reach))

function mustFit(table: PermissionTable, changes: readonly PermissionChange[]): void {
  for (const { kind, act, before } of changes)
    if (!isSame(before, table[kind][act] ?? [])) throw new Refusal('permission_changed_meanwhile')
}

/** What is asked for outright comes first; then what the table would amount to. A breach that stood before is not theirs. */
function mustStayInBounds(
  before: PermissionTable,
  after: PermissionTable,
  changes: readonly PermissionChange[],
): void {
  const wanted = { ...after }
  for (const { kind, act, after: reaches } of changes) wanted[kind] = { ...wanted[kind], [act]: reaches }
  const stood = breachesOf(before)
  const breach = breachesOf(wanted).find(
    (one) =>
      !stood.some(({ bound, kind, act }) => bound === one.bound && kind === one.kind && act === one.act),
  )
  if (breach)
    throw new Refusal('permission_out_of_bounds', { bound: breach.bound, post: breach.kind, act: breach.act })
}
