import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BodyPage } from '../../organisations/body.contract.ts'
import { findAnswering } from '../../organisations/door.ts'
import { bodyActs } from '../../testing/body-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ now: '2026-11-18T09:00:00+08:00' })
})
afterAll(() => world.close())

const { found, view, take } = bodyActs(() => world)

describe('a body has a life', () => {
  test('a suspended firm takes no new cases and its posts open nothing, until it is resumed', async () => {
    const administrator = world.as('administrator')
    const path = `/api/bodies/${world.units.property1}/life`
    const answers = async () =>
      (await world.system.read((tx) => findAnswering(tx, 'property_firm:any', world.places.building1.path)))
        ?.unitId
    expect(await answers()).toBe(world.units.property1)
    expect((await world.as('street').post(path, act({ to: 'suspended', reason: 'ordered' }))).refusal).toBe(
      'not_permitted',
    )
    await administrator.does(path, act({ to: 'suspended', reason: 'contract_over' }))
    expect(await answers()).toBe(world.units.committee1)
    expect((await world.as('property').get('/api/desk?queue=open')).refusal).toBe('not_permitted')
    const post = {
      accountId: world.staff.property.accountId,
      kind: 'unit_desk',
      unitId: world.units.property1,
      areaId: world.places.estate1.id,
    }
    expect((await administrator.post('/api/posts', post)).refusal).toBe('unit_unknown')
    const head = (await view(world.units.property1)).offices[0]!
    const begin = act({ officeId: head.id, newHolder: { name: '冯经理' } })
    expect((await world.as('street').post('/api/terms', begin)).refusal).toBe('body_not_acting')
    const early = act({ to: 'active', reason: 'resumed', fromDay: '2020-01-01' })
    expect((await administrator.post(path, early)).refusal).toBe('input_invalid')
    await administrator.does(path, act({ to: 'active', reason: 'resumed' }))
    expect(await answers()).toBe(world.units.property1)
    expect((await world.as('property').get('/api/desk?queue=open')).status).toBe(200)
    expect((await view(world.units.property1)).life.map(({ phase }) => phase)).toEqual([
      'active',
      'suspended',
      'active',
    ])
  })

  test('a dissolution ends offices and posts with it, once nothing stands below', async () => {
    const administrator = world.as('administrator')
    const path = `/api/bodies/${world.units.team2}/life`
    const officeHead = await take(world.units.committee3, 'director', {
      newHolder: { name: '韩主任' },
    }).catch((error: Error) => error.message)
    expect(officeHead).toContain('not_permitted')
    const above = `/api/bodies/${world.units.urban}/life`
    expect((await administrator.post(above, act({ to: 'dissolved', reason: 'merged' }))).refusal).toBe(
      'body_has_parts',
    )
    const head = (await view(world.units.team2)).offices[0]!
    await administrator.does('/api/terms', act({ officeId: head.id, newHolder: { name: '褚队长' } }))
    const gone = await administrator.does(path, act({ to: 'dissolved', reason: 'merged' }))
    expect(gone).toMatchObject({ phase: 'dissolved', ended: { terms: 1, links: 0, posts: 1 } })
    expect((await world.as('team2').get('/api/desk?queue=open')).refusal).toBe('not_permitted')
    const seen = await view(world.units.team2)
    expect(seen).toMatchObject({
      body: { phase: 'dissolved' },
      offices: [],
      past: [{ reason: 'body_ended' }],
    })
    const back = act({ to: 'active', reason: 'resumed' })
    expect((await administrator.post(path, back)).refusal).toBe('body_move_not_allowed')
  })

  test('a case is not handed to a body that takes none', async () => {
    await found('YW9', 'owners_committee', 'estate1')
    const report = act({
      words: '三楼楼道灯不亮',
      place: world.places.building1.placeCode,
      contact: { name: '张小云', phone: '13800000417' },
    })
    const { caseId } = await world.anonymous().does<{ caseId: string }>('/api/reports', report)
    await world
      .as('community')
      .does(`/api/cases/${caseId}/screen`, act({ matter: 'FA02', summary: '楼道灯不亮' }))
    const [owners] = (await world.as('street').sees<BodyPage>('/api/bodies?kind=owners_committee')).rows
    const refused = await world
      .as('community')
      .post(`/api/cases/${caseId}/dispatch`, act({ leadUnitId: owners!.id, reason: '让业委会看看' }))
    expect(refused.refusal).toBe('body_not_acting')
    await world.as('community').does(`/api/cases/${caseId}/dispatch`, act())
  })
})

test('the journal tells all of it without a name, and holds', async () => {
  const lines = await world.sql<{ kind: string; text: string }>(
    'owner',
    `select kind, data::text as text from journal where kind like 'office%' or kind like 'unit%' or kind like 'body%'`,
  )
  const kinds = new Set(lines.map(({ kind }) => kind))
  for (const kind of ['unit.added', 'office.taken', 'unit.life_changed', 'body.emptied'])
    expect(kinds).toContain(kind)
  for (const { text } of lines) expect(text).not.toMatch(/\p{Script=Han}/u)
  expect((await world.verify()).flaws).toEqual([])
})
