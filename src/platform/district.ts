import pg from 'pg'
import type { Clock } from './clock.ts'
import type { District } from './ctx.ts'
import type { Role } from './database.ts'
import { openPool } from './database.ts'
import { migrate, readMigrations } from './migrate.ts'
import { ensureRoles, roleNames } from './roles.ts'
import type { Secrets } from './secrets.ts'
import { closedSettings } from './transaction.ts'

const directorySchema = 'linli_directory'
const directoryMigrations = new URL('../../db/directory/', import.meta.url)
const districtMigrations = new URL('../../db/district/', import.meta.url)

export interface Host {
  /** A user of the server that may make roles; an embedded server's superuser. */
  readonly adminUrl: string
  readonly secrets: Secrets
  readonly dataFolder: string
  readonly clock: Clock
}

export interface NewDistrict {
  readonly id: string
  readonly nameZh: string
  readonly nameEn: string
  readonly demonstration: boolean
}

export interface OpenDistrict extends District {
  readonly close: () => Promise<void>
}

const passwordsOf = (secrets: Secrets): Record<Role, string> => ({
  owner: secrets.get('role-owner'),
  app: secrets.get('role-app'),
  reader: secrets.get('role-reader'),
  auth: secrets.get('role-auth'),
})

const urlFor = (host: Host, role: Role): string => {
  const url = new URL(host.adminUrl)
  url.username = roleNames[role]
  url.password = host.secrets.get(`role-${role}`)
  return url.href
}

/** The roles and the directory of districts, brought up to date. Returns the districts that stand. */
export async function openDirectory(host: Host): Promise<NewDistrict[]> {
  await ensureRoles(host.adminUrl, passwordsOf(host.secrets))
  await migrate(urlFor(host, 'owner'), directorySchema, await readMigrations(directoryMigrations), host.clock)
  return inDirectory(host, async (client) => {
    const { rows } = await client.query<NewDistrict>(
      `select id, name_zh as "nameZh", name_en as "nameEn", demonstration from districts order by id`,
    )
    return rows
  })
}

/** Enters a district in the directory; an entry that stands is left as it is. */
export async function enterDistrict(host: Host, district: NewDistrict): Promise<void> {
  await inDirectory(host, (client) =>
    client.query(
      `insert into districts (id, name_zh, name_en, schema, demonstration, created_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [
        district.id,
        district.nameZh,
        district.nameEn,
        `d_${district.id}`,
        district.demonstration,
        host.clock.now().toString(),
      ],
    ),
  )
}

/** Takes back all that a demonstration district holds; it opens empty the next time. No real district can be dropped. */
export async function dropDemonstration(host: Host, district: NewDistrict): Promise<void> {
  if (!district.demonstration) throw new Error(`district ${district.id} is no demonstration`)
  await inDirectory(host, (client) => client.query(`drop schema if exists d_${district.id} cascade`))
}

async function inDirectory<T>(host: Host, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlFor(host, 'owner') })
  await client.connect()
  try {
    await client.query(`set search_path = ${directorySchema}`)
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A secret is derived once, not with each request that needs it. */
function remembered(derive: (name: string) => Buffer): (name: string) => Buffer {
  const known = new Map<string, Buffer>()
  return (name) => {
    const secret = known.get(name) ?? derive(name)
    known.set(name, secret)
    return secret
  }
}

/** Migrates a district's schema and opens its pools, one for each role that serves. */
export async function openDistrict(host: Host, district: NewDistrict): Promise<OpenDistrict> {
  const schema = `d_${district.id}`
  await migrate(urlFor(host, 'owner'), schema, await readMigrations(districtMigrations), host.clock)
  const pool = (role: Role, max: number) =>
    openPool({
      url: host.adminUrl,
      user: roleNames[role],
      password: host.secrets.get(`role-${role}`),
      schema,
      max,
      // Policies read these; before a transaction says who asks, they open nothing.
      ...(role === 'app' ? { settings: closedSettings } : {}),
    })
  const pools = { app: pool('app', 16), reader: pool('reader', 4), auth: pool('auth', 8) }
  return {
    ...district,
    schema,
    timeZone: 'Asia/Shanghai',
    dataFolder: host.dataFolder,
    pools,
    secret: remembered((name) => Buffer.from(host.secrets.get(`district-${district.id}-${name}`), 'hex')),
    close: async () => {
      await Promise.all([pools.app.end(), pools.reader.end(), pools.auth.end()])
    },
  }
}
