import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addHome, addPerson, identityOf } from '../../testing/register-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { AddedPerson, RegisterReceipt } from '../register/contract.ts'
import type { PersonCard } from '../register/read.contract.ts'
import type { AskedRight, OwnRecord, RightPage, WaitingRights } from './contract.ts'

let world: World
const phone = '13900000101'
const number = identityOf('99999919800101006')
let home: string
let wife: AddedPerson
let husband: AddedPerson
let consent: RegisterReceipt

/** A couple with one telephone, a child, and a neighbour without a number in the register. */
beforeAll(async () => {
  world = await openWorld()
  const worker = world.as('worker')
  home = await addHome(worker, world.places.building1.id, '1-101')
  wife = await addPerson(worker, home, { name: '苏小荷', phone, identity: number })
  husband = await addPerson(worker, home, {
    name: '钱大海',
    phone,
    identity: identityOf('99999919790101007'),
  })
  const child = { name: '钱小海', phone, birthDay: '2020-05-05', guardianId: wife.personId }
  await addPerson(worker, home, child)
  await addPerson(worker, home, { name: '何独居', phone: '13900000102' })
  const desk = world.as('community')
  const page = `/api/register/people/${wife.personId}`
  consent = await desk.does(`${page}/consents`, act({ purpose: 'care', givenBy: 'self', how: 'written' }))
  const flag = { kind: 'illness', reason: '术后恢复', consentId: consent.id, endsOn: '2027-01-01' }
  await desk.does(`${page}/care`, act(flag))
  await desk.does(`${page}/identity`, act({ purpose: 'service', words: '补办老年卡' }))
}, 120_000)
afterAll(() => world.close())

const resident = () => world.resident(phone)
const record = () => resident().sees<OwnRecord>('/api/my/record')

describe('one’s own entry', () => {
  test('nobody without an account, and no member of staff as such, asks here', async () => {
    expect((await world.anonymous().get('/api/my/record')).refusal).toBe('sign_in_needed')
    expect((await world.as('community').get('/api/my/record')).refusal).toBe('sign_in_needed')
  })

  test('the telephone alone shows nothing where the register knows a number', async () => {
    expect(await record()).toMatchObject({
      account: { phone: `+86${phone}` },
      entry: 'needs_end',
      person: null,
      looks: [],
    })
  })

  test('the telephone alone is enough where there is no number and one person has it; a child never is that person', async () => {
    const alone = await world.resident('13900000102').sees<OwnRecord>('/api/my/record')
    expect(alone).toMatchObject({ entry: 'found', person: { name: '何独居' } })
    const parent = { name: '单亲', phone: '13900000103' }
    const { personId } = await addPerson(world.as('worker'), home, parent)
    const child = { name: '孩子', phone: '13900000103', birthDay: '2020-05-05', guardianId: personId }
    await addPerson(world.as('worker'), home, child)
    expect(await world.resident('13900000103').sees('/api/my/record')).toMatchObject({
      entry: 'found',
      person: { name: '单亲', children: [{ name: '孩子' }] },
    })
  })

  test('two without numbers at one telephone are told apart by the community', async () => {
    for (const name of ['老张', '老李'])
      await addPerson(world.as('worker'), home, { name, phone: '13900000104' })
    expect(await world.resident('13900000104').sees('/api/my/record')).toMatchObject({
      entry: 'unclear',
      person: null,
    })
  })

  test('a telephone of nobody’s finds nothing', async () => {
    const stranger = world.resident('13900000199')
    expect(await stranger.sees('/api/my/record')).toMatchObject({ entry: 'none', person: null })
    const answer = await stranger.post('/api/my/record/find', { identityEnd: '1234' })
    expect(answer.refusal).toBe('own_entry_not_found')
  })

  test('five wrong ends on a day, and no more are looked at; the next day they are', async () => {
    const at = '/api/my/record/find'
    for (let time = 0; time < 5; time += 1)
      expect((await resident().post(at, { identityEnd: '0000' })).refusal).toBe('own_entry_wrong_end')
    const right = { identityEnd: number.slice(-4) }
    expect((await resident().post(at, right)).refusal).toBe('too_many_requests')
    world.clock.set('2026-11-19T09:30:00+08:00')
    expect(await resident().does(at, right)).toEqual({ state: 'found' })
  })

  test('wrong ends that are sent at one moment are counted each', async () => {
    const many = '13900000105'
    const identity = identityOf('99999919750303005')
    await addPerson(world.as('worker'), home, { name: '多试', phone: many, identity })
    const guesser = world.resident(many)
    await guesser.sees('/api/my/record')
    const tries = Array.from({ length: 8 }, () =>
      guesser.post('/api/my/record/find', { identityEnd: '0000' }),
    )
    const refusals = (await Promise.all(tries)).map(({ refusal }) => refusal)
    expect(refusals.filter((refusal) => refusal === 'own_entry_wrong_end')).toHaveLength(5)
    expect(refusals.filter((refusal) => refusal === 'too_many_requests')).toHaveLength(3)
  })

  test('what the telephone alone has found is not kept: once a number is known, its end is asked for', async () => {
    const some = '13900000106'
    const identity = identityOf('99999919760404006')
    const { personId } = await addPerson(world.as('worker'), home, { name: '后补', phone: some })
    const asked = world.resident(some)
    expect(await asked.does('/api/my/record/find', { identityEnd: '0000' })).toEqual({ state: 'found' })
    await world.as('community').does(`/api/register/people/${personId}`, act({ seq: 1, identity }))
    expect(await asked.sees('/api/my/record')).toMatchObject({ entry: 'needs_end', person: null })
  })

  test('then it shows what is held, and who looked: by post and unit, when and what for', async () => {
    const own = await record()
    expect(own).toMatchObject({
      entry: 'found',
      person: {
        id: wife.personId,
        name: '苏小荷',
        phone: `+86${phone}`,
        identityEnd: number.slice(-2),
        homes: [{ place: { label: '1-101' } }],
        consents: [{ purpose: 'care', withdrawnOn: null }],
        care: [{ kind: 'illness', reason: '术后恢复', over: false }],
      },
      looks: [
        { what: 'identity', purpose: 'service', words: '补办老年卡', post: 'community_desk', times: 1 },
      ],
    })
    expect(own.looks[0]!.unit).not.toBeNull()
    expect(JSON.stringify(own)).not.toContain(number.slice(0, 12))
    expect(JSON.stringify(own)).not.toContain('钱大海')
  })

  test('once the register has another telephone, the account opens the entry no more', async () => {
    const page = `/api/register/people/${wife.personId}`
    const { seq } = await world.as('community').sees<PersonCard>(page)
    await world.as('community').does(page, act({ seq, phone: '13900000100' }))
    expect(await record()).toMatchObject({ entry: 'needs_end', person: null })
    await world.as('community').does(page, act({ seq: seq + 1, phone }))
    expect((await record()).entry).toBe('found')
  })
})

describe('a consent', () => {
  test('of somebody else is not there', async () => {
    const at = `/api/register/people/${husband.personId}/consents`
    const { id } = await world
      .as('community')
      .does<RegisterReceipt>(at, act({ purpose: 'visits', givenBy: 'self', how: 'spoken' }))
    expect((await resident().post(`/api/my/consents/${id}/withdraw`, act())).refusal).toBe('not_found')
  })

  test('is taken back by whoever gave it, once, and the care that rests on it ends', async () => {
    const at = `/api/my/consents/${consent.id}/withdraw`
    await resident().does(at, act())
    expect((await resident().post(at, act())).refusal).toBe('withdrawn_already')
    expect((await record()).person).toMatchObject({ care: [{ over: true }] })
    expect((await world.verify()).flaws).toEqual([])
  })
})

describe('a request', () => {
  const rights = (name: Parameters<World['as']>[0], stage = 'asked') =>
    world.as(name).sees<RightPage>(`/api/rights?stage=${stage}`)
  const waiting = async (name: Parameters<World['as']>[0]) =>
    (await world.as(name).sees<WaitingRights>('/api/rights/count')).waiting

  test('goes to the desk of the person’s community with its light, and comes back with an answer', async () => {
    const words = '我的出生日期写错了'
    // Said before it is asked, as it then is.
    expect((await record()).answerBy.correct).toBe('2026-12-04')
    const { id, dueOn } = await resident().does<AskedRight>('/api/my/rights', act({ kind: 'correct', words }))
    expect(dueOn).toBe('2026-12-04')
    const { rows } = await rights('community')
    expect(rows).toMatchObject([
      { id, kind: 'correct', words, light: 'green', personId: wife.personId, can: true },
    ])
    expect(rows[0]!.grounds).toEqual(['right_as_held', 'not_own', 'unclear'])
    expect((await rights('community2')).rows).toEqual([])
    expect((await rights('centre')).rows).toMatchObject([{ id, can: false }])
    expect([await waiting('community'), await waiting('community2'), await waiting('centre')]).toEqual([
      1, 0, 0,
    ])
    for (const name of ['worker', 'administrator', 'property', 'evaluator'] as const)
      for (const at of ['/api/rights', '/api/rights/count'])
        expect((await world.as(name).get(at)).refusal).toBe('not_permitted')
    const at = `/api/rights/${id}/answer`
    const answer = { stage: 'refused', ground: 'right_as_held', answer: '与证件一致' }
    expect((await world.as('community2').post(at, act(answer))).refusal).toBe('not_found')
    expect((await world.as('centre').post(at, act(answer))).refusal).toBe('not_permitted')
    expect((await world.as('community').post(at, act({ stage: 'refused' }))).refusal).toBe('input_invalid')
    // A duty to keep is no reason not to put right what is wrong.
    expect(await world.as('community').post(at, act({ ...answer, ground: 'law_keeps' }))).toMatchObject({
      refusal: 'input_invalid',
      body: { error: { facts: { field: 'ground' } } },
    })
    await world.as('community').does(at, act(answer))
    expect((await world.as('community').post(at, act(answer))).refusal).toBe('rights_answered')
    expect((await record()).requests).toMatchObject([{ id, ...answer, words }])
    expect((await rights('community')).rows).toEqual([])
    expect((await rights('community', 'answered')).rows).toMatchObject([{ id, light: null }])
  })

  test('for something that waits already is refused; of somebody in no register it goes to the centre', async () => {
    const stranger = world.resident('13900000199')
    expect((await stranger.post('/api/my/rights', act({ kind: 'correct', words: '改' }))).refusal).toBe(
      'own_entry_needed',
    )
    await stranger.does('/api/my/rights', act({ kind: 'erase' }))
    expect((await stranger.post('/api/my/rights', act({ kind: 'erase' }))).refusal).toBe(
      'rights_asked_already',
    )
    expect((await rights('centre')).rows).toMatchObject([{ kind: 'erase', personId: null, can: true }])
    expect([await waiting('community'), await waiting('centre')]).toEqual([0, 1])
    expect((await rights('community')).rows).toEqual([])
  })

  test('is not listed to whoever sees its area by a post that answers none', async () => {
    const { id } = await resident().does<AskedRight>('/api/my/rights', act({ kind: 'copy' }))
    const post = { kind: 'grid_worker', areaId: world.places.grid1.id, unitId: world.units.committee1 }
    const { accountId } = world.staff.community2
    await world.as('administrator').does('/api/posts', { ...post, accountId })
    expect((await rights('community2')).rows).toEqual([])
    expect((await rights('community')).rows).toMatchObject([{ id, kind: 'copy' }])
    const answer = { stage: 'refused', ground: 'unclear', answer: '请到社区来取' }
    await world.as('community').does(`/api/rights/${id}/answer`, act(answer))
  })

  test('that is due sooner stands first, page by page', async () => {
    const asked = await world
      .resident('13900000198')
      .does<AskedRight>('/api/my/rights', act({ kind: 'erase' }))
    await world.sql('owner', `update rights_requests set due_on = '2026-11-25' where id = $1`, [asked.id])
    const page = (after = '') => world.as('centre').sees<RightPage>(`/api/rights?limit=1${after}`)
    const first = await page()
    const second = await page(`&after=${first.next}`)
    expect([first.rows[0]!.id, second.rows[0]!.dueOn, second.next]).toEqual([asked.id, '2026-12-04', null])
    const answer = { stage: 'refused', ground: 'unclear', answer: '请说明' }
    await world.as('centre').does(`/api/rights/${asked.id}/answer`, act(answer))
  })

  test('turns yellow and red with its days', async () => {
    world.clock.set('2026-11-30T09:30:00+08:00')
    expect((await rights('centre')).rows).toMatchObject([{ light: 'yellow' }])
    world.clock.set('2026-12-05T09:30:00+08:00')
    expect((await rights('centre')).rows).toMatchObject([{ light: 'red' }])
  })

  test('requests leave lines, and all verifies', async () => {
    const kinds = await world.sql<{ kind: string }>(
      'reader',
      `select distinct kind from journal where kind like 'right.%' or kind like 'own_entry.%' order by kind`,
    )
    expect(kinds.map(({ kind }) => kind)).toEqual(['own_entry.found', 'right.asked', 'right.refused'])
    expect((await world.verify()).flaws).toEqual([])
  })
})
