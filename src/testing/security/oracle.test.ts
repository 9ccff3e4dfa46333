import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { OpenAlerts } from '../../cases/alerts.contract.ts'
import type { DeskCounts, DeskPage } from '../../cases/story.contract.ts'
import { randomFrom } from '../../kernel/random.ts'
import { hashPassword, openAccount } from '../../people/door.ts'
import { whoOf } from '../../people/session.ts'
import { sessionCookie } from '../../people/sign-in/session-cookie.rule.ts'
import { namesFound } from '../register-acts.ts'
import { openWorld, type World } from '../world.ts'
import { type Person, personAt } from '../world-client.ts'
import { worldPassword } from '../world-people.ts'
import type { PlaceName } from '../world-places.ts'
import type { UnitName } from '../world-units.ts'
import {
  answerTo,
  goesOut,
  hearsAlerts,
  holds,
  type Kind,
  keepsRegister,
  looksAtCases,
  type OraclePost,
  oracleActs,
  rowOfCase,
  seesAlert,
  seesCase,
  seesPerson,
  seesReporter,
  type Term,
} from './oracle.ts'
import { layTargets, type Targets } from './oracle-district.ts'
import { signIn } from './scene.ts'
import { firstLeafOf } from './workbook.ts'

/** More rounds for a long run: each gives three people other posts and asks about a hundred questions. */
const rounds = Number(process.env.LINLI_ORACLE_ROUNDS ?? 16)
const seed = Number(process.env.LINLI_ORACLE_SEED ?? 20_261_118)
const today = '2026-11-18'

interface Actor {
  readonly accountId: string
  readonly cookie: string
  readonly person: Person
}
let world: World
let targets: Targets
let actors: readonly Actor[]
let checks = 0
/** Every statement that this process sends to the database. */
const statements = vi.spyOn(pg.Client.prototype, 'query')

beforeAll(async () => {
  world = await openWorld()
  targets = await layTargets(world)
  const passwordHash = await hashPassword(worldPassword)
  const opened: Actor[] = []
  for (const name of ['actor-1', 'actor-2', 'actor-3']) {
    const account = { accountName: name, password: worldPassword, name, posts: [] }
    const { accountId } = await openAccount(world.system, account, { passwordHash })
    const cookie = await signIn(world, name)
    opened.push({ accountId, cookie, person: personAt(world.app, async () => ({ cookie })) })
  }
  actors = opened
}, 240_000)
afterAll(() => {
  statements.mockRestore()
  return world.close()
})

const { next, below, pick } = randomFrom(seed)

type Seat = readonly [Kind, PlaceName, UnitName | null]
const seats: readonly Seat[] = [
  ['administrator', 'district', null],
  ['centre', 'district', 'centre'],
  ['street_desk', 'street1', 'office1'],
  ['street_desk', 'street2', 'office2'],
  ['community_desk', 'community1', 'committee1'],
  ['community_desk', 'community2', 'committee2'],
  ['community_desk', 'community3', 'committee3'],
  ['unit_desk', 'street1', 'team1'],
  ['unit_head', 'street1', 'team1'],
  ['unit_desk', 'street2', 'team2'],
  ['unit_desk', 'district', 'water'],
  ['unit_head', 'district', 'urban'],
  ['unit_desk', 'estate1', 'property1'],
  ['grid_worker', 'grid1', 'committee1'],
  ['grid_worker', 'grid2', 'committee1'],
  ['grid_leader', 'grid3', 'committee2'],
  ['grid_worker', 'grid4', 'committee3'],
  ['evaluator', 'district', null],
]
const terms: readonly Term[] = [
  { from: '2026-01-01', until: null },
  { from: today, until: '2026-11-19' },
  { from: '2026-01-01', until: '2027-01-01' },
  { from: '2026-01-01', until: today },
  { from: '2026-11-19', until: null },
]
const loans: readonly (Term & { readonly until: string })[] = [
  { from: '2026-11-01', until: '2026-11-30' },
  { from: today, until: '2026-11-19' },
  { from: '2026-11-01', until: today },
  { from: '2026-11-19', until: '2026-11-30' },
]

/** Gives everybody other posts, straight in the tables, some lent by a colleague; what each then stands on. */
async function dealPosts(): Promise<OraclePost[][]> {
  await world.sql('owner', 'delete from delegations')
  await world.sql('owner', 'delete from posts where account_id = any($1)', [
    actors.map(({ accountId }) => accountId),
  ])
  const dealt: OraclePost[][] = actors.map(() => [])
  for (const [index, { accountId }] of actors.entries())
    for (let count = 1 + below(2); count > 0; count -= 1) {
      const [kind, place, unit] = pick(seats)
      const term = pick(terms)
      const unitId = unit && world.units[unit]
      const id = randomUUID()
      await world.sql(
        'owner',
        'insert into posts (id, account_id, kind, unit_id, area_id, starts_on, ends_on) values ($1, $2, $3, $4, $5, $6, $7)',
        [id, accountId, kind, unitId, world.places[place].id, term.from, term.until],
      )
      dealt[index]!.push({ kind, place, unit: unitId, term, lent: null })
      if (next() < 0.4) {
        const lent = pick(loans)
        const to = (index + 1) % actors.length
        await world.sql(
          'owner',
          `insert into delegations (id, post_id, from_account_id, to_account_id, given_by, given_at, starts_on, ends_on)
           values ($1, $2, $3, $4, $3, '2026-11-01T00:00:00Z', $5, $6)`,
          [randomUUID(), id, accountId, actors[to]!.accountId, lent.from, lent.until],
        )
        dealt[to]!.push({ kind, place, unit: unitId, term, lent })
      }
    }
  return dealt
}

const sorted = (list: readonly string[]): string[] => [...list].sort()
function agree(seen: unknown, right: unknown, about: string): void {
  checks += 1
  expect(seen, about).toEqual(right)
}

/** What lists, counts and search show, by HTTP. */
async function askLists({ person }: Actor, posts: readonly OraclePost[], about: string): Promise<void> {
  const cases = targets.cases.filter((found) => posts.some((post) => seesCase(post, found)))
  const desk = await person.get<DeskPage>('/api/desk?queue=open&limit=100')
  const counts = await person.get<DeskCounts>('/api/desk/counts')
  if (posts.some(looksAtCases)) {
    agree(sorted(desk.body.rows.map(({ id }) => id)), sorted(cases.map(({ id }) => id)), `desk ${about}`)
    agree(counts.body.queues.open, cases.length, `counts ${about}`)
  } else agree([desk.refusal, counts.refusal], ['not_permitted', 'not_permitted'], `desk ${about}`)
  const alerts = await person.get<OpenAlerts>('/api/alerts')
  if (posts.some(hearsAlerts)) {
    const right = targets.alerts.filter(({ places }) => posts.some((post) => seesAlert(post, places)))
    agree(
      sorted(alerts.body.alerts.map(({ id }) => id)),
      sorted(right.map(({ id }) => id)),
      `alerts ${about}`,
    )
  } else agree(alerts.refusal, 'not_permitted', `alerts ${about}`)
  if (posts.some(keepsRegister)) {
    const right = targets.people.filter(({ places }) => posts.some((post) => seesPerson(post, places)))
    agree(sorted(await namesFound(person, '欧阳')), sorted(right.map(({ name }) => name)), `found ${about}`)
  } else agree((await person.get('/api/register/find?text=oy')).refusal, 'not_permitted', `found ${about}`)
}

/** What a list takes out of the house, and what the desk offers to be joined: no more than the list itself. */
async function askSheets({ person }: Actor, posts: readonly OraclePost[], about: string): Promise<void> {
  const seen = targets.cases.filter((found) => posts.some((post) => seesCase(post, found)))
  const answer = await world.app.inject({
    url: '/api/desk/export?queue=open',
    headers: await person.headers(),
  })
  if (posts.some(looksAtCases)) {
    const [header, ...rows] = await firstLeafOf(answer.rawPayload)
    agree(header?.[0], '编号', `sheet ${about}`)
    agree(
      sorted(rows.map(([number]) => String(number))),
      sorted(seen.filter(goesOut).map(({ name }) => name)),
      `sheet ${about}`,
    )
  } else agree(answer.statusCode, 403, `sheet ${about}`)
  if (seen.length === 0) return
  const { body, refusal } = await person.get<{ duplicates?: { id: string }[] }>(
    `/api/cases/${pick(seen).id}/duplicates`,
  )
  const offered = refusal === null ? (body.duplicates ?? []).map(({ id }) => id) : []
  agree(
    offered.filter((id) => !seen.some((found) => found.id === id)),
    [],
    `duplicates ${about}`,
  )
}

/**
 * What is there and not to be seen is answered as what is not there: by the same words, and with as many statements, so
 * that no clock tells them apart.
 */
async function askMissing({ person }: Actor, posts: readonly OraclePost[], about: string): Promise<void> {
  const hidden = targets.cases.filter((found) => !posts.some((post) => rowOfCase(post, found)))
  const strangers = targets.people.filter(({ places }) => !posts.some((post) => seesPerson(post, places)))
  const answered = async (address: string) => {
    const before = statements.mock.calls.length
    const { status, body } = await person.get<{ error?: { code: string; facts: unknown } }>(address)
    return [status, body.error?.code, body.error?.facts, statements.mock.calls.length - before]
  }
  const pairs: (readonly [string, string])[] = []
  if (hidden.length > 0) {
    const { id, name } = pick(hidden)
    pairs.push([`/api/cases/${id}`, `/api/cases/${randomUUID()}`])
    pairs.push([`/api/cases/${id}/duplicates`, `/api/cases/${randomUUID()}/duplicates`])
    pairs.push([`/api/cases/${id}/reports`, `/api/cases/${randomUUID()}/reports`])
    pairs.push([`/api/desk/find?number=${name}`, '/api/desk/find?number=20990101-99999'])
  }
  if (strangers.length > 0)
    pairs.push([`/api/register/people/${pick(strangers).id}`, `/api/register/people/${randomUUID()}`])
  for (const [there, nowhere] of pairs)
    agree(await answered(there), await answered(nowhere), `${there} as if it were not there ${about}`)
}

/** Each case and person by id, and an act on each case drawn for it. */
async function askEach({ person }: Actor, posts: readonly OraclePost[], about: string): Promise<void> {
  const ask = async (found: Targets['cases'][number], name: string): Promise<void> => {
    const page = await person.get(`/api/cases/${found.id}`)
    const isSeen = posts.some((post) => seesCase(post, found))
    const wrong = posts.some(looksAtCases) && !posts.some((post) => rowOfCase(post, found))
    agree(page.refusal, isSeen ? null : wrong ? 'not_found' : 'not_permitted', `${found.name} ${about}`)
    if (!isSeen) expect(JSON.stringify(page.body)).not.toMatch(/秘密|公开|2026111/)
    const right = answerTo(posts, name, found)
    const bodies: Readonly<Record<string, object>> = {
      note: { note: '看过了' },
      reply: { answer: '办好了' },
      publish: { summary: '一件公开的事' },
      'see-reporter': { purpose: '回访' },
      check: { passed: true },
    }
    const body = { requestId: randomUUID(), ...bodies[name] }
    const { refusal, status } = await person.post(`/api/cases/${found.id}/${name}`, body)
    const no = refusal === 'not_permitted' || refusal === 'not_found' ? refusal : 'let'
    if (right === 'refused') agree(status >= 400, true, `${name} without a part ${found.name} ${about}`)
    else agree(no, right, `${name} ${found.name} ${found.places.at(-1)} ${about}`)
  }
  await Promise.all(targets.cases.map((found) => ask(found, pick(oracleActs))))
  for (const found of targets.people) {
    const { refusal } = await person.get(`/api/register/people/${found.id}`)
    const isSeen = posts.some((post) => seesPerson(post, found.places))
    const no = posts.some(keepsRegister) ? 'not_found' : 'not_permitted'
    agree(refusal, isSeen ? null : no, `${found.name} ${about}`)
  }
}

/** The same straight by SQL in the server's role, with the settings that the session gives. */
async function askRows({ cookie }: Actor, posts: readonly OraclePost[], about: string): Promise<void> {
  const [, value = ''] = /linli\.session_token=([^;]+)/.exec(cookie) ?? []
  const cookies = { [sessionCookie]: decodeURIComponent(value) }
  const request = { url: '/api/me', method: 'GET', headers: {}, cookies } as unknown as FastifyRequest
  const who = await whoOf(world.district, world.clock)(request)
  const rows = async (text: string) =>
    sorted((await world.sql<{ id: string }>('app', text, [], who)).map(({ id }) => id))
  const right = (
    list: Targets['cases'],
    sees: (post: OraclePost, found: Targets['cases'][number]) => boolean,
  ) => sorted(list.filter((found) => posts.some((post) => sees(post, found))).map(({ id }) => id))
  agree(await rows('select id from cases'), right(targets.cases, rowOfCase), `rows of cases ${about}`)
  agree(
    await rows("select distinct subject as id from sealed_texts where kind = 'reporter_name'"),
    right(targets.cases, seesReporter),
    `reporters ${about}`,
  )
  const people = right(targets.people, (post, { places }) => seesPerson(post, places))
  agree(await rows('select id from persons'), people, `persons ${about}`)
  agree(await rows('select distinct person_id as id from person_keys'), people, `keys ${about}`)
  agree(await rows('update persons set seq = seq returning id'), people, `changed persons ${about}`)
}

test('what server and database allow is what the oracle says', { timeout: 3_600_000 }, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const dealt = await dealPosts()
    for (const [index, actor] of actors.entries()) {
      const posts = dealt[index]!.filter((post) => holds(post, today))
      const said = dealt[index]!.map(({ kind, place, term, lent }) => ({ kind, place, term, lent }))
      const about = `seed ${seed} round ${round} actor ${index} ${JSON.stringify(said)}`
      await askRows(actor, posts, about)
      await askLists(actor, posts, about)
      await askSheets(actor, posts, about)
      await askMissing(actor, posts, about)
      await askEach(actor, posts, about)
    }
  }
  expect(checks).toBeGreaterThan(rounds * 80)
  expect(statements.mock.calls.length).toBeGreaterThan(checks)
})
