import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { followers, followersBeside } from '../app/followers.ts'
import { house } from '../app/rooms.ts'
import { witnesses } from '../app/witnesses.ts'
import { seedCalendar } from '../matters/door.ts'
import { systemCtx } from '../people/door.ts'
import type { CodeSettings } from '../platform/code-settings.ts'
import type { Ctx, Who } from '../platform/ctx.ts'
import type { Host, OpenDistrict } from '../platform/district.ts'
import { openDirectory, openDistrict } from '../platform/district.ts'
import { catchUp, rebuild } from '../platform/follower.ts'
import { buildServer } from '../platform/http/server.ts'
import type { OidcSettings } from '../platform/oidc-settings.ts'
import { roleNames } from '../platform/roles.ts'
import { loadSecrets } from '../platform/secrets.ts'
import type { MessageSettings } from '../platform/settings.ts'
import { prologue } from '../platform/transaction.ts'
import { type Verdict, verify } from '../platform/verify.ts'
import type { Person } from './world-client.ts'
import { personAt } from './world-client.ts'
import type { SteppedClock } from './world-clock.ts'
import { steppedClock } from './world-clock.ts'
import { enterMatters } from './world-matters.ts'
import type { StaffName, WorldStaff } from './world-people.ts'
import { openStaff, worldPassword } from './world-people.ts'
import type { PlaceName, WorldPlace } from './world-places.ts'
import { layPlaces } from './world-places.ts'
import type { UnitName } from './world-units.ts'
import { enterUnits } from './world-units.ts'

export interface WorldOptions {
  /** Where the clock stands at first; a Wednesday morning in office hours where left out. */
  readonly now?: string
  /** A real district keeps its outbox to administrators; tests begin in a demonstration district. */
  readonly demonstration?: boolean
  /** What brings one-time codes to telephones in a real district. */
  readonly codes?: CodeSettings
  /** Single sign-on for staff. */
  readonly oidc?: OidcSettings
  /** What messages that leave the house need. */
  readonly messages?: MessageSettings
  /** How many requests one asker may send in a minute. */
  readonly perMinute?: number
  /** Nothing but the schema: no map, no units, nobody. */
  readonly empty?: boolean
}

/** A district of its own for one test file: a small map, units, matters and people, behind the real server. */
export interface World {
  readonly app: FastifyInstance
  readonly clock: SteppedClock
  readonly district: OpenDistrict
  readonly places: Readonly<Record<PlaceName, WorldPlace>>
  readonly units: Readonly<Record<UnitName, string>>
  readonly staff: Readonly<Record<StaffName, WorldStaff>>
  /** The program itself: calls use cases directly, sees all. */
  readonly system: Ctx
  /** A member of staff, signed in by name and password. */
  readonly as: (name: StaffName) => Person
  /** A resident, signed in by a one-time code; another telephone is another person. */
  readonly resident: (phone?: string) => Person
  /** Someone without an account; the same secret (32 to 128 hex digits) is the same browser. */
  readonly anonymous: (secret?: string) => Person
  /** Runs SQL as a role. Settings are those that policies read; what is left out opens nothing. */
  readonly sql: <Row extends pg.QueryResultRow>(
    role: 'owner' | 'app' | 'reader' | 'auth',
    text: string,
    values?: readonly unknown[],
    settings?: Partial<Who>,
  ) => Promise<Row[]>
  /** Everything committed before the call has been read by every follower. */
  readonly followersSettled: () => Promise<void>
  /** What followers keep was made anew from the journal. */
  readonly rebuilt: () => Promise<void>
  /** What `linli verify` says, beside these seals from outside the database. */
  readonly verify: (seals?: Parameters<typeof verify>[1]) => Promise<Verdict>
  /** Another server over the same district, with a memory of its own; whoever opens it closes it. */
  readonly besides: () => Promise<FastifyInstance>
  readonly close: () => Promise<void>
}

const quiet: Ctx['log'] = { info: () => undefined, warn: console.warn, error: console.error }
const nobody: Who = {
  actor: 'anonymous',
  accountId: null,
  name: null,
  kind: 'anonymous',
  posts: [],
  reach: [],
  personReach: [],
  registerReach: [],
  bodyReach: [],
  linkReach: [],
  units: [],
  acts: [],
  receiptHash: '',
}

let directory: Promise<unknown> | undefined

/** Opens a world over a server that stands: a fresh schema, and a folder for it. */
export async function worldOver(
  { ownerUrl, dataFolder }: { readonly ownerUrl: string; readonly dataFolder: string },
  options: WorldOptions = {},
): Promise<World> {
  const { now = '2026-11-18T09:30:00+08:00', demonstration = true, empty = false } = options
  const clock = steppedClock(now)
  const id = `world_${randomBytes(6).toString('hex')}`
  const host: Host = { adminUrl: ownerUrl, secrets: loadSecrets(dataFolder), dataFolder, clock }
  directory ??= openDirectory(host)
  await directory
  const names = { nameZh: '望江区（演示）', nameEn: 'Wangjiang District (demo)' }
  const opened = await openDistrict(host, { id, ...names, demonstration })
  const district: OpenDistrict = { ...opened, dataFolder: join(dataFolder, id) }
  const owner = await connectOwner(host, district.schema)
  const serverOver = (served: OpenDistrict) =>
    buildServer({
      ...house(served, clock),
      committed: () => undefined,
      ready: async () => true,
      log: { level: 'error' },
      limits: { perMinute: options.perMinute ?? 100_000 },
      codes: options.codes ?? null,
      oidc: options.oidc ?? null,
      ...(options.messages ? { messages: options.messages } : {}),
    })
  const app = await serverOver(district)
  const drop = async (): Promise<void> => {
    await app.close()
    await owner.query(`drop schema ${district.schema} cascade`)
    await Promise.all([owner.end(), district.close()])
  }
  try {
    const peopled = empty ? unpeopled : await people(district, clock)
    return {
      app,
      clock,
      district,
      ...peopled,
      ...facesOf(app, clock),
      system: systemCtx(
        { district, clock, log: quiet },
        peopled.places.district ? [peopled.places.district.id] : [],
      ),
      sql: (role, text, values = [], settings = {}) =>
        role === 'owner'
          ? owner.query(text, [...values]).then(({ rows }) => rows as never)
          : sqlAs(district.pools[role], text, values, settings),
      followersSettled: async () => {
        const beside = followersBeside({ clock, log: quiet, committed: () => undefined })
        for (const follower of beside) await catchUp(district, follower)
      },
      rebuilt: async () => {
        for (const { follower } of followers) await rebuild(district, follower)
      },
      verify: (seals = []) => verify(district, seals, witnesses),
      besides: () => serverOver({ ...district }),
      close: drop,
    }
  } catch (error) {
    await drop()
    throw error
  }
}

type Peopled = Pick<World, 'places' | 'units' | 'staff'>
const unpeopled = { places: {}, units: {}, staff: {} } as unknown as Peopled

async function people(district: OpenDistrict, clock: SteppedClock): Promise<Peopled> {
  const system = systemCtx({ district, clock, log: quiet })
  await seedCalendar(system)
  const places = await layPlaces(system)
  await enterMatters(system)
  const units = await enterUnits(system, places)
  return { places, units, staff: await openStaff(system, places, units) }
}

/** Ways to come before the server. Sessions are kept, and made anew when the clock has passed their end. */
function facesOf(app: FastifyInstance, clock: SteppedClock): Pick<World, 'as' | 'resident' | 'anonymous'> {
  const sessions = new Map<string, { readonly cookie: Promise<string>; readonly since: Temporal.Instant }>()
  const cookieFor = (key: string, signIn: () => Promise<string>): Promise<string> => {
    const known = sessions.get(key)
    if (known && clock.now().since(known.since).total('hours') < 24 * 13) return known.cookie
    const cookie = signIn()
    sessions.set(key, { cookie, since: clock.now() })
    return cookie
  }
  const anonymous = (secret = randomBytes(32).toString('hex')): Person =>
    personAt(app, async () => ({ 'x-linli-client': secret }))
  return {
    anonymous,
    as: (name) =>
      personAt(app, async () => ({ cookie: await cookieFor(name, () => signInByName(app, name)) })),
    resident: (phone = '13900000001') =>
      personAt(app, async () => ({ cookie: await cookieFor(phone, () => signInByCode(app, phone)) })),
  }
}

const signInByName = (app: FastifyInstance, username: string): Promise<string> =>
  cookieAfter(app, '/api/auth/sign-in/username', { username, password: worldPassword })

async function signInByCode(app: FastifyInstance, phoneNumber: string): Promise<string> {
  await cookieAfter(app, '/api/auth/phone-number/send-otp', { phoneNumber })
  const { codes } = (await app.inject({ url: '/api/outbox' })).json<{
    codes: { phoneMasked: string; code: string }[]
  }>()
  const code = codes.find(({ phoneMasked }) => phoneMasked.endsWith(phoneNumber.slice(-4)))?.code
  return cookieAfter(app, '/api/auth/phone-number/verify', { phoneNumber, code })
}

async function cookieAfter(app: FastifyInstance, url: string, payload: object): Promise<string> {
  const response = await app.inject({ method: 'POST', url, payload })
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode} ${response.body}`)
  return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

async function connectOwner(host: Host, schema: string): Promise<pg.Client> {
  const url = new URL(host.adminUrl)
  url.username = roleNames.owner
  url.password = host.secrets.get('role-owner')
  const owner = new pg.Client({ connectionString: url.href })
  await owner.connect()
  await owner.query(`set search_path = ${schema}`)
  return owner
}

async function sqlAs<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: readonly unknown[],
  settings: Partial<Who>,
): Promise<Row[]> {
  const connection = await pool.connect()
  try {
    await connection.query(prologue({ ...nobody, ...settings }, false))
    const { rows } = await connection.query<Row>(text, [...values])
    await connection.query('commit')
    return rows
  } catch (error) {
    await connection.query('rollback')
    throw error
  } finally {
    connection.release()
  }
}
