import type { District } from '../platform/ctx.ts'
import { keep } from '../platform/kept.ts'
import { readGrants } from './permission.sql.ts'
import { type PermissionTable, tableOf } from './permission-table.rule.ts'

/** The district's table of permission in memory; whoever changes it says `change` first and `forget` after. */
export const keptPermissions = keep('permissions', async (db) => tableOf(await readGrants(db)))

/** The table as of a revision that was just read with the session, so that a change counts from the next request on. */
export const permissionTable = (district: District, revision: string | null): Promise<PermissionTable> =>
  keptPermissions.of({ district }, revision)
