import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addHome,
  addPerson,
  find,
  freshIdentity,
  identityOf,
  namesFound,
} from '../../testing/register-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { AddedPerson } from './contract.ts'
import type { HomeCard, HomePage, PersonCard } from './read.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 120_000)
afterAll(() => world.close())

describe('homes', () => {
  test('a grid worker enters a home and finds it in its building', async () => {
    const worker = world.as('worker')
    const building = world.places.building1.id
    await addHome(worker, building, '1单元101室')
    await addHome(worker, building, '1单元102')
    const { rows } = await worker.sees<HomePage>(`/api/register/homes?buildingId=${building}&limit=1`)
    expect(rows).toMatchObject([{ label: '1单元101室', living: 0, use: 'dwelling' }])
  })

  test('another way of writing a label is the same home', async () => {
    const again = await world
      .as('community')
      .post('/api/register/homes', act({ buildingId: world.places.building1.id, label: '一单元 101' }))
    expect(again).toMatchObject({ status: 409, refusal: 'home_exists' })
  })

  test.each([
    ['worker2', 'another grid’s worker'],
    ['community2', 'another community’s desk'],
    ['street2', 'another street’s desk'],
    ['centre', 'the centre'],
    ['property', 'the property firm'],
    ['team', 'a department’s desk'],
    ['administrator', 'an administrator'],
    ['evaluator', 'an evaluator'],
  ] as const)('%s enters and lists nothing there: %s', async (name, _who) => {
    const asker = world.as(name)
    const buildingId = world.places.building1.id
    expect(await asker.post('/api/register/homes', act({ buildingId, label: '9-901' }))).toMatchObject({
      refusal: 'not_permitted',
    })
    expect(await asker.get(`/api/register/homes?buildingId=${buildingId}`)).toMatchObject({
      refusal: 'not_permitted',
    })
  })

  test('nor do a resident and somebody without an account', async () => {
    const url = `/api/register/homes?buildingId=${world.places.building1.id}`
    expect((await world.resident().get(url)).refusal).toBe('not_permitted')
    expect((await world.anonymous().get(url)).refusal).toBe('sign_in_needed')
  })

  test('a home of a place wider than a community is none', async () => {
    const body = act({ buildingId: world.places.street1.id, label: '101' })
    expect((await world.as('street').post('/api/register/homes', body)).refusal).toBe('home_place_wrong')
  })

  test('a correction of one home is none of another, sent under the same request id', async () => {
    const worker = world.as('worker')
    const one = await addHome(worker, world.places.building1.id, '1-801')
    const other = await addHome(worker, world.places.building1.id, '1-802')
    const body = act({ seq: 1, use: 'shop' })
    expect((await worker.post(`/api/register/homes/${one}`, body)).status).toBe(200)
    expect((await worker.post(`/api/register/homes/${other}`, body)).refusal).toBe('request_id_reused')
  })

  test('a home with somebody in it is not closed; an empty one is, once, and by its latest version', async () => {
    const worker = world.as('worker')
    const home = await addHome(worker, world.places.building1.id, '1-901')
    const { occupancyId } = await addPerson(worker, home, { name: '暂住人' })
    const close = (seq: number) => worker.post(`/api/register/homes/${home}`, act({ seq, ended: true }))
    expect((await close(1)).refusal).toBe('home_lived_in')
    await worker.does(`/api/register/occupancies/${occupancyId}/end`, act())
    expect((await close(2)).refusal).toBe('version_conflict')
    expect((await close(1)).status).toBe(200)
    expect((await close(2)).refusal).toBe('home_ended')
    expect(
      (await worker.post(`/api/register/homes/${home}/people`, act({ name: '甲', role: 'tenant' }))).refusal,
    ).toBe('home_ended')
  })
})

describe('people', () => {
  let home: string
  let person: AddedPerson
  const number = identityOf('99999919491231002')

  beforeAll(async () => {
    home = await addHome(world.as('worker'), world.places.building1.id, '2-201')
    const entered = { name: '单小云', phone: '13800001234', identity: number.toLowerCase(), role: 'owner' }
    person = await addPerson(world.as('worker'), home, entered)
  })

  test('birthday and sex are read from the number; the number itself is shown by nothing', async () => {
    const answer = await world.as('community').get<PersonCard>(`/api/register/people/${person.personId}`)
    expect(answer.body).toMatchObject({
      name: '单小云',
      birthDay: '1949-12-31',
      age: 76,
      sex: 'female',
      identityEnd: number.slice(-2),
      demonstration: true,
      homes: [{ role: 'owner', lives: true, place: { label: '2-201' } }],
      can: { update: true, seeIdentity: true },
    })
    expect(JSON.stringify(answer.body)).not.toContain(number.slice(0, 12))
    const card = await world.as('worker').sees<HomeCard>(`/api/register/homes/${home}`)
    expect(card).toMatchObject({
      home: { living: 1 },
      people: [{ name: '单小云', phoneMasked: '138****1234' }],
    })
    expect(JSON.stringify(card)).not.toContain('13800001234')
  })

  test.each([
    ['单小', 'the beginning of the name'],
    ['shanxiaoyun', 'pinyin'],
    ['shanx', 'the beginning of it'],
    ['sxy', 'initials'],
    ['1234', 'the end of the telephone'],
    ['13800001234', 'the whole telephone'],
    [number, 'the whole number'],
    [number.slice(-4), 'the end of the number'],
  ])('%s finds them for those who see them, and nobody else: %s', async (text) => {
    for (const name of ['worker', 'community', 'street'] as const)
      expect(await namesFound(world.as(name), text)).toContain('单小云')
    for (const name of ['worker2', 'community2', 'street2', 'community3'] as const)
      expect(await find(world.as(name), text)).toEqual({ people: [], homes: [], more: false })
    for (const name of ['centre', 'property', 'administrator', 'evaluator'] as const)
      expect((await world.as(name).get(`/api/register/find?text=${text}`)).refusal).toBe('not_permitted')
  })

  test('an address finds the home, within one’s areas alone', async () => {
    for (const text of ['柳岸小区3栋 2-201', '柳岸小区3栋2单元201室', '柳岸小区3栋'])
      expect((await find(world.as('worker'), text)).homes.map(({ label }) => label)).toContain('2-201')
    expect((await find(world.as('community2'), '柳岸小区3栋2-201')).homes).toEqual([])
  })

  test('whoever may not see a person reads that there is none', async () => {
    const { personId } = person
    for (const name of ['worker2', 'community2', 'street2'] as const)
      expect(await world.as(name).get(`/api/register/people/${personId}`)).toMatchObject({
        status: 404,
        refusal: 'not_found',
      })
    const unknown = await world.as('worker2').get(`/api/register/people/${randomUUID()}`)
    expect(unknown.body).toEqual((await world.as('worker2').get(`/api/register/people/${personId}`)).body)
  })

  test.each([
    [{ identity: `${number.slice(0, 17)}0` }, 'identity_number_wrong', { fault: 'check_digit' }],
    [{ identity: '999999194912310000' }, 'identity_number_wrong', { fault: 'lost_digits' }],
    [{ identity: number, birthDay: '1949-12-30' }, 'identity_differs', { field: 'birthDay' }],
    [{ identity: number, sex: 'male' }, 'identity_differs', { field: 'sex' }],
    [{ identity: number }, 'identity_in_use', { field: 'identity' }],
    [{ birthDay: '2026-11-19' }, 'input_invalid', { field: 'birthDay' }],
    [{ birthDay: '2020-01-01' }, 'guardian_needed', { field: 'guardianId' }],
    [{ phone: '123456789012345678' }, 'input_invalid', {}],
    [{ fromDay: '2026-11-19' }, 'day_in_future', {}],
    [{ role: 'tenant', lives: false }, 'input_invalid', { field: 'lives' }],
  ])('%j is refused: %s', async (wrong, refusal, facts) => {
    const body = act({ name: '别人', role: 'tenant', ...wrong })
    const answer = await world.as('worker').post(`/api/register/homes/${home}/people`, body)
    expect(answer).toMatchObject({ refusal, body: { error: { facts } } })
  })

  test('the same request is done once, and another body under its id is refused', async () => {
    const worker = world.as('worker')
    const body = act({ name: '一次', role: 'tenant' })
    const url = `/api/register/homes/${home}/people`
    const first = await worker.does<AddedPerson>(url, body)
    expect(await worker.does<AddedPerson>(url, body)).toEqual(first)
    expect((await worker.post(url, { ...body, name: '两次' })).refusal).toBe('request_id_reused')
  })

  test('a correction does not say otherwise than the number that is kept', async () => {
    const identity = freshIdentity()
    const { personId } = await addPerson(world.as('worker'), home, { name: '有证的人', identity })
    const change = (body: object) =>
      world.as('community').post(`/api/register/people/${personId}`, act({ seq: 1, ...body }))
    const differs = (field: string) => ({
      refusal: 'identity_differs',
      body: { error: { facts: { field } } },
    })
    expect(await change({ birthDay: '1990-01-02' })).toMatchObject(differs('birthDay'))
    const card = () => world.as('community').sees<PersonCard>(`/api/register/people/${personId}`)
    const { birthDay, sex } = await card()
    expect(await change({ sex: sex === 'male' ? 'female' : 'male' })).toMatchObject(differs('sex'))
    expect((await change({ birthDay: null, phone: '13800006666' })).status).toBe(200)
    expect(await card()).toMatchObject({ birthDay, sex, phone: expect.stringContaining('13800006666') })
  })

  test('a correction is found by the new words and no more by the old', async () => {
    const { personId } = await addPerson(world.as('worker'), home, { name: '王小名' })
    const change = (seq: number, body: object) =>
      world.as('community').post(`/api/register/people/${personId}`, act({ seq, ...body }))
    expect((await change(1, { name: '王小明', phone: '13800005555' })).body).toEqual({ id: personId, seq: 2 })
    expect(await namesFound(world.as('worker'), '王小名')).toEqual([])
    expect(await namesFound(world.as('worker'), '5555')).toEqual(['王小明'])
    expect((await change(1, { name: '王小民' })).refusal).toBe('version_conflict')
    const kept = await world.sql(
      'reader',
      `select kept ->> 'name' as name from register_versions where row_id = $1`,
      [personId],
    )
    expect(kept).toEqual([{ name: '王小名' }])
  })
})
