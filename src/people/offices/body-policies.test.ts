import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Who } from '../../platform/ctx.ts'
import { bodyActs } from '../../testing/body-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { StaffName } from '../../testing/world-people.ts'
import { whoOf } from '../session.ts'
import { sessionCookie } from '../sign-in/session-cookie.rule.ts'
import type { LinkMade } from './link.contract.ts'

let world: World
let body: string
let link: string
/** A body of community 1 with offices, a term and a link, as street 1 keeps them. */
beforeAll(async () => {
  world = await openWorld()
  const acts = bodyActs(() => world)
  const founded = await acts.found('YW1', 'owners_committee', 'estate1')
  body = founded.id
  await acts.take(body, 'chair', { newHolder: { name: '甲' } })
  const of = act({ kind: 'cadre', areaId: world.places.grid1.id, newHolder: { name: '乙' } })
  link = (await world.as('street').does<LinkMade>('/api/links', of)).linkId
})
afterAll(() => world.close())

/** What the server knows of somebody by their session, as its policies hear it. */
async function whoIs(name: StaffName): Promise<Who> {
  const { cookie = '' } = await world.as(name).headers()
  const [, value = ''] = /linli\.session_token=([^;]+)/.exec(cookie) ?? []
  const cookies = { [sessionCookie]: decodeURIComponent(value) }
  const request = { url: '/api/me', method: 'GET', headers: {}, cookies } as unknown as FastifyRequest
  return whoOf(world.district, world.clock)(request)
}
const asApp = async (name: StaffName, text: string, values: readonly unknown[] = []) =>
  world.sql<{ id: string }>('app', text, values, await whoIs(name))

const changes = [
  ['a body', 'update units set phone = phone where id = $1 returning id', () => body],
  ['its offices', 'update offices set seats = seats where unit_id = $1 returning id', () => body],
  ['its terms', 'update office_terms set ends_on = ends_on where unit_id = $1 returning id', () => body],
  ['a link', 'update links set ends_on = ends_on where id = $1 returning id', () => link],
] as const
const additions = [
  [
    'a body',
    `insert into units (id, code, kind, line, name_zh, name_en, path, area_id, reach, valid_from)
     select $1::text::uuid, 'F-' || $1::text, kind, line, '假', '', array[$1::text::uuid], area_id, reach, valid_from from units where id = $2`,
    () => body,
  ],
  [
    'an office',
    `insert into offices (id, unit_id, title, name_zh, name_en, kind, seats, reach)
     select $1, id, 'own', '假', '', 'member', 1, reach from units where id = $2`,
    () => body,
  ],
  [
    'a step of a life',
    `insert into unit_phases (unit_id, step, phase, from_day, reason, reach)
     select id, 9, 'dissolved', '2026-11-18', left($1::text, 0) || 'other', reach from units where id = $2`,
    () => body,
  ],
  [
    'a term',
    `insert into office_terms (id, office_id, unit_id, holder_id, starts_on, reach)
     select $1, t.office_id, t.unit_id, t.holder_id, '2030-01-01', t.reach from office_terms t where t.unit_id = $2`,
    () => body,
  ],
  [
    'a link',
    `insert into links (id, kind, area_id, holder_id, starts_on, ends_on, reach)
     select $1, 'congress_deputy', area_id, holder_id, '2026-11-18', '2029-11-18', reach from links where id = $2`,
    () => link,
  ],
] as const

describe('straight by SQL in the server’s role', () => {
  test.each(changes)('%s is changed in the own area and nowhere else', async (_what, text, id) => {
    for (const name of ['street', 'administrator'] as const)
      expect((await asApp(name, text, [id()])).length, name).toBeGreaterThan(0)
    for (const name of ['street2', 'community', 'centre', 'worker', 'property'] as const)
      expect(await asApp(name, text, [id()]), name).toEqual([])
  })

  test.each(additions)('%s is added in the own area and nowhere else', async (_what, text, of) => {
    for (const name of ['street2', 'community', 'centre', 'worker', 'property'] as const)
      await expect(asApp(name, text, [randomUUID(), of()]), name).rejects.toThrow('row-level security')
  })

  test('nobody moves a body out of the sight of whoever keeps it, or another’s into their own', async () => {
    const own = 'update units set reach = $2 where id = $1 returning id'
    const { path } = world.places.street2
    await expect(asApp('street', own, [body, path])).rejects.toThrow('row-level security')
    expect(await asApp('street2', own, [body, path])).toEqual([])
  })

  test('a post is lent by its holder alone: another’s with one’s own name before it stands nowhere', async () => {
    const { street, street2, worker } = world.staff
    const lend = `insert into delegations (id, post_id, from_account_id, to_account_id, given_by, given_at, starts_on, ends_on)
      values ($1, $2, $3, $4, $5, '2026-11-18T01:00:00Z', '2026-11-18', '2026-11-20')`
    const lent = (postId: string, from: string, by: string) =>
      asApp('street2', lend, [randomUUID(), postId, from, worker.accountId, by])
    const [own, other] = [street2.accountId, street.accountId]
    await expect(lent(street.postId, own, own)).rejects.toThrow('delegations_of_lender')
    await expect(lent(street.postId, other, own)).rejects.toThrow('row-level security')
    await expect(lent(street.postId, other, other)).rejects.toThrow('row-level security')
    await lent(street2.postId, own, own)
  })
})

test('an area that moves takes what stands in it along to whoever keeps it now', async () => {
  const { community1, street2 } = world.places
  const moved = act({ parentId: street2.id, fromDay: '2026-11-18' })
  await world.as('administrator').does(`/api/areas/${community1.id}/move`, moved)
  await world.followersSettled()
  for (const [what, text, id] of changes) {
    expect((await asApp('street2', text, [id()])).length, what).toBeGreaterThan(0)
    expect(await asApp('street', text, [id()]), what).toEqual([])
  }
})
