import pg from 'pg'
import type { Role } from './database.ts'

export const roleNames: Record<Role, string> = {
  owner: 'linli_owner',
  app: 'linli_app',
  reader: 'linli_reader',
  auth: 'linli_auth',
}

export type RolePasswords = Readonly<Record<Role, string>>

/**
 * Makes the four roles and lets the owner make schemas in this database.
 * The connecting user needs CREATEROLE; an embedded server's is its superuser.
 */
export async function ensureRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    // Roles belong to the whole server: two starting programs must not make them at once.
    await admin.query('select pg_advisory_lock(7235463)')
    for (const role of Object.keys(roleNames) as Role[]) {
      const name = roleNames[role]
      const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [name])
      const password = pg.escapeLiteral(passwords[role])
      await admin.query(`${rowCount ? 'alter' : 'create'} role ${name} login password ${password}`)
    }
    const { rows } = await admin.query<{ name: string }>('select current_database() as name')
    await admin.query(
      `grant create, connect on database ${pg.escapeIdentifier(rows[0]!.name)} to linli_owner`,
    )
  } finally {
    await admin.end()
  }
}
