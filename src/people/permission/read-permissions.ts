import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { districtChain } from '../chain.ts'
import { PostKind } from '../contract.ts'
import { permissions } from '../permission.rule.ts'
import { allowedReaches, isKept, tableActs, whyNever } from '../permission-bounds.rule.ts'
import { keptPermissions } from '../permission-table.ts'
import type { AskPermissionHistory, PermissionHistory, Permissions } from './contract.ts'
import { permissionEvents } from './events.ts'
import { selectChangeLines } from './permission.sql.ts'

/** The district's whole table of permission, with what Linli comes with and how far each may go. */
export async function readPermissions(ctx: Ctx): Promise<Permissions> {
  ctx.must('people.manage')
  const table = await keptPermissions.of(ctx)
  return {
    cells: tableActs.flatMap((act) =>
      PostKind.options.map((kind) => ({
        kind,
        act,
        reaches: [...(table[kind][act] ?? [])],
        asItComes: [...(permissions[kind][act] ?? [])],
        allowed: [...allowedReaches(kind, act)],
        kept: isKept(kind, act),
        because: whyNever(kind, act),
      })),
    ),
  }
}

const pageSize = 50

/** Who changed the table, when and how, the latest first: what the journal says of it. */
export async function permissionHistory(
  ctx: Ctx,
  { before }: AskPermissionHistory,
): Promise<PermissionHistory> {
  ctx.must('people.manage')
  const chain = await districtChain(ctx)
  const lines = await ctx.read(async (tx) => {
    await tx.openStory([chain])
    return selectChangeLines(tx, chain, before, pageSize + 1)
  })
  const shown = lines.slice(0, pageSize)
  const changes = shown.map(({ n, recordedAt, by, data }) => {
    const { postKind: kind, ...change } = permissionEvents['permission.changed'].parse(data)
    return { n, at: iso(recordedAt), by, kind, ...change }
  })
  return { changes, next: lines.length > pageSize ? (shown.at(-1)?.n ?? null) : null }
}
