import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import type { AddedPerson, RegisterReceipt, SeenIdentity } from './contract.ts'
import { identityCheckDigit } from './identity-number.rule.ts'
import type { FoundInRegister, HomeCard, PersonCard, RegisterCounts } from './read.contract.ts'

let world: World
let home: string
let person: string
const number = `99999919491231002${identityCheckDigit('99999919491231002')}`
const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

beforeAll(async () => {
  world = await openWorld()
  const worker = world.as('worker')
  const made = await worker.does<RegisterReceipt>(
    '/api/register/homes',
    act({ buildingId: world.places.building1.id, label: '1-101' }),
  )
  home = made.id
  person = await enter({ name: '陈秀英', identity: number, phone: '13800001111', role: 'owner' })
}, 120_000)
afterAll(() => world.close())

const enter = async (body: object): Promise<string> =>
  (
    await world
      .as('worker')
      .does<AddedPerson>(`/api/register/homes/${home}/people`, act({ role: 'resident', ...body }))
  ).personId
const page = (id = person) => `/api/register/people/${id}`
const card = (id = person) => world.as('community').sees<PersonCard>(page(id))
const consent = async (body: object = {}, id = person) =>
  (
    await world
      .as('community')
      .does<RegisterReceipt>(
        `${page(id)}/consents`,
        act({ purpose: 'care', givenBy: 'self', how: 'spoken', ...body }),
      )
  ).id

describe('an identity number in full', () => {
  const asks = { purpose: 'service', words: '办理高龄津贴，核对证件' }

  test('is shown to a desk that says what for, and who looked stays on record', async () => {
    const seen = await world.as('community').does<SeenIdentity>(`${page()}/identity`, act(asks))
    expect(seen.number).toBe(number)
    const looks = await world.sql(
      'reader',
      `select what, purpose, words, times from looks where what = 'identity'`,
    )
    expect(looks).toEqual([{ what: 'identity', ...asks, times: 1 }])
    const lines = await world.sql('reader', `select data from journal where kind = 'identity.seen'`)
    expect(lines).toEqual([{ data: { personId: person, purpose: 'service' } }])
  })

  test('the receipts of requests hold no number', async () => {
    const rows = await world.sql('reader', 'select receipt::text from requests')
    expect(JSON.stringify(rows)).not.toContain(number)
  })

  test.each([
    ['worker', 403, 'not_permitted'],
    ['centre', 403, 'not_permitted'],
    ['administrator', 403, 'not_permitted'],
    ['community2', 404, 'not_found'],
    ['street2', 404, 'not_found'],
  ] as const)('%s does not see it: %i %s', async (name, status, refusal) =>
    expect(await world.as(name).post(`${page()}/identity`, act(asks))).toMatchObject({ status, refusal }),
  )

  test.each([
    {},
    { purpose: 'service' },
    { purpose: 'curious', words: '看看' },
    { purpose: 'service', words: ' ' },
  ])('without a purpose in words it is refused: %j', async (body) =>
    expect((await world.as('community').post(`${page()}/identity`, act(body))).refusal).toBe('input_invalid'),
  )

  test('no row holds it in clear', async () => {
    const rows = await world.sql<{ all: string }>(
      'reader',
      `select (select string_agg(p::text, ' ') from persons p) || (select string_agg(k::text, ' ') from person_keys k)
         || coalesce((select string_agg(v::text, ' ') from register_versions v), '') as all`,
    )
    expect(rows[0]!.all).toContain('陈秀英')
    expect(rows[0]!.all).not.toContain(number.slice(0, 14))
    expect(rows[0]!.all).not.toContain(number.slice(-4))
  })
})

test('opening a page is noted once a day and asker, with how often', async () => {
  const { personId } = { personId: await enter({ name: '被看的人' }) }
  for (const name of ['worker', 'worker', 'street'] as const) await world.as(name).sees(page(personId))
  const today = await world.sql('reader', 'select times from looks where person_id = $1 order by times', [
    personId,
  ])
  expect(today).toEqual([{ times: 1 }, { times: 2 }])
  world.clock.advance({ days: 1 })
  await world.as('worker').sees(page(personId))
  expect(await world.sql('reader', 'select 1 from looks where person_id = $1', [personId])).toHaveLength(3)
})

describe('care', () => {
  const flag = (body: object, id = person) =>
    world
      .as('community')
      .post<RegisterReceipt>(
        `${page(id)}/care`,
        act({ kind: 'living_alone', reason: '子女在外地，愿意每周有人上门', endsOn: '2027-05-01', ...body }),
      )

  test('is noted on a consent, with a reason and an end; a list never shows it', async () => {
    expect((await flag({ consentId: await consent() })).status).toBe(200)
    expect((await card()).care).toMatchObject([{ kind: 'living_alone', endsOn: '2027-05-01', over: false }])
    const lists = await Promise.all([
      world.as('worker').sees(`/api/register/homes/${home}`),
      world.as('worker').sees(`/api/register/homes?buildingId=${world.places.building1.id}`),
      world.as('worker').sees(`/api/register/find?text=${encodeURIComponent('陈秀英')}`),
    ])
    expect(JSON.stringify(lists)).not.toMatch(/living_alone|care|子女/)
    const told = await world.sql('reader', `select data from journal where kind = 'care.flagged'`)
    expect(JSON.stringify(told)).not.toMatch(/living_alone|子女/)
  })

  test('lasts a year at most', async () => {
    const consentId = await consent()
    expect(await flag({ consentId, endsOn: '2027-12-01' })).toMatchObject({
      refusal: 'care_flag_too_long',
      body: { error: { facts: { latest: '2027-11-19' } } },
    })
    expect((await flag({ consentId, endsOn: '2026-11-19' })).refusal).toBe('input_invalid')
  })

  test('looked at again, ends after its first day too', async () => {
    const { body } = await flag({ consentId: await consent(), startsOn: '2027-01-10' })
    const review = (endsOn: string) =>
      world.as('community').post(`/api/register/care/${body.id}/review`, act({ endsOn }))
    expect((await review('2027-01-10')).refusal).toBe('input_invalid')
    expect((await review('2027-01-11')).status).toBe(200)
  })

  test('needs a consent to care of this person that stands', async () => {
    const other = await enter({ name: '另一位' })
    expect((await flag({ consentId: await consent({}, other) })).refusal).toBe('consent_needed')
    expect((await flag({ consentId: await consent({ purpose: 'visits' }) })).refusal).toBe('consent_needed')
    expect((await flag({ consentId: await consent({ givenBy: 'relative' }) })).refusal).toBe('consent_needed')
    const withdrawn = await consent()
    await world.as('community').does(`/api/register/consents/${withdrawn}/withdraw`, act())
    expect((await flag({ consentId: withdrawn })).refusal).toBe('consent_needed')
  })

  test('ends when the consent is withdrawn, which happens once', async () => {
    const id = await enter({ name: '后来不愿意' })
    const consentId = await consent({}, id)
    const { body } = await flag({ consentId, kind: 'illness' }, id)
    const withdraw = () => world.as('worker').post(`/api/register/consents/${consentId}/withdraw`, act())
    expect((await withdraw()).status).toBe(200)
    expect((await withdraw()).refusal).toBe('withdrawn_already')
    expect((await card(id)).care).toMatchObject([{ over: true, endsOn: '2026-11-19' }])
    expect((await world.as('worker').post(`/api/register/care/${body.id}/end`, act())).refusal).toBe(
      'care_ended',
    )
  })

  test('is over on its last day by itself', async () => {
    const id = await enter({ name: '到期的人' })
    await flag({ consentId: await consent({}, id), endsOn: '2026-11-25' }, id)
    world.clock.advance({ days: 6 })
    expect((await card(id)).care).toMatchObject([{ over: true }])
  })

  test('another community’s desk neither flags nor consents', async () => {
    const consentId = await consent()
    const there = world.as('community2')
    const body = act({ kind: 'other', reason: '不相干', consentId, endsOn: '2027-05-01' })
    expect((await there.post(`${page()}/care`, body)).refusal).toBe('not_found')
    expect((await there.post(`/api/register/consents/${consentId}/withdraw`, act())).refusal).toBe(
      'not_found',
    )
  })
})

describe('children under 14', () => {
  let child: string
  beforeAll(async () => {
    child = await enter({ name: '韩小雨', birthDay: '2018-06-01', guardianId: person })
  })

  test('are counted in their home and named in no list', async () => {
    const {
      children,
      people,
      home: row,
    } = await world.as('worker').sees<HomeCard>(`/api/register/homes/${home}`)
    expect(children).toBe(1)
    expect(people.map(({ name }) => name)).not.toContain('韩小雨')
    expect(row.living).toBe(people.length + children)
    for (const text of ['韩小雨', 'hanxiaoyu', 'hxy']) {
      const found = await world
        .as('street')
        .sees<FoundInRegister>(`/api/register/find?text=${encodeURIComponent(text)}`)
      expect(found.people).toEqual([])
    }
  })

  test('are found on their guardian’s page, by whoever looks after the home', async () => {
    expect((await card()).children).toMatchObject([{ personId: child, name: '韩小雨', age: 8 }])
    expect(await card(child)).toMatchObject({ guardian: { personId: person, name: '陈秀英' } })
  })

  test('consent by their guardian alone, and none is guardian who is a child', async () => {
    const give = (givenBy: string) =>
      world
        .as('community')
        .post(`${page(child)}/consents`, act({ purpose: 'services', givenBy, how: 'written' }))
    expect((await give('self')).refusal).toBe('guardian_needed')
    expect((await give('guardian')).status).toBe(200)
    const second = act({ name: '弟弟', role: 'resident', birthDay: '2020-06-01', guardianId: child })
    expect((await world.as('worker').post(`/api/register/homes/${home}/people`, second)).refusal).toBe(
      'guardian_needed',
    )
  })

  test('are searched for from their fourteenth birthday on', async () => {
    world.clock.advance({ days: 2100 })
    const found = await world.as('street').sees<FoundInRegister>('/api/register/find?text=hxy')
    expect(found.people).toMatchObject([{ name: '韩小雨', age: 14 }])
  })
})

describe('a household', () => {
  test('has one head, and only people who live in the home', async () => {
    const worker = world.as('worker')
    const mother = await enter({ name: '母亲丁' })
    const son = await enter({ name: '儿子丁' })
    const group = (members: object[]) =>
      worker.post(`/api/register/homes/${home}/household`, act({ members }))
    const head = { personId: mother, relation: 'head' }
    expect((await group([head, { personId: son, relation: 'child' }])).status).toBe(200)
    const relationOf = async (id: string) =>
      (await worker.sees<HomeCard>(`/api/register/homes/${home}`)).people.find((one) => one.personId === id)
        ?.relation
    expect(await relationOf(son)).toBe('child')
    // The son keeps house alone: what he leaves is no group any more.
    expect((await group([{ personId: son, relation: 'head' }])).status).toBe(200)
    expect([await relationOf(mother), await relationOf(son)]).toEqual([null, 'head'])
    expect((await group([{ personId: randomUUID(), relation: 'head' }])).refusal).toBe('household_mixed')
    expect((await group([head, { ...head, personId: son }])).refusal).toBe('input_invalid')
  })
})

describe('counts', () => {
  const counts = (name: 'centre' | 'community' | 'street' | 'worker', areaId: string) =>
    world.as(name).get<RegisterCounts>(`/api/register/counts?areaId=${areaId}`)

  test('the centre counts homes and people of the district, and nobody’s care', async () => {
    const { body } = await counts('centre', world.places.district.id)
    const street = body.parts.find(({ area }) => area.id === world.places.street1.id)
    expect(street).toMatchObject({ homes: 1, empty: 0 })
    expect(street!.living).toBeGreaterThan(3)
    expect(body.care).toBeNull()
  })

  test('care of few is held back', async () => {
    const { body } = await counts('community', world.places.community1.id)
    expect(body.care!.filter(({ count }) => count !== null && count > 0 && count < 5)).toEqual([])
  })

  test('nobody counts beyond their area', async () => {
    for (const [name, place] of [
      ['community', 'community2'],
      ['street', 'street2'],
      ['worker', 'grid2'],
      ['worker', 'community1'],
    ] as const)
      expect((await counts(name, world.places[place].id)).refusal).toBe('not_permitted')
  })
})

test('verify finds what was changed by hand', async () => {
  expect((await world.verify()).flaws).toEqual([])
  const changes = [
    ['update persons set phone = $1 where id = $2', ['+8613900000000', person], `person ${person}`],
    ['update care_flags set reason = $1 where person_id = $2', ['别的理由', person], 'care flag'],
    ['update homes set ended_on = $1 where id = $2', ['2026-01-01', home], `home ${home}`],
    [
      `update occupancies set to_day = $1, household_id = null, relation = null where person_id = $2`,
      ['2030-01-01', person],
      'stay',
    ],
    ['update consents set purpose = $1 where person_id = $2', ['sharing', person], 'consent'],
  ] as const
  for (const [text, values] of changes) await world.sql('owner', text, values)
  const about = (await world.verify()).flaws.map((flaw) => flaw.about).join('\n')
  for (const [, , what] of changes) expect(about).toContain(what)
})
