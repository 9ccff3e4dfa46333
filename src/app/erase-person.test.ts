import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../cases/contract.ts'
import { sweepErasedPhotos } from '../cases/door.ts'
import type { AddedPerson, RegisterReceipt } from '../people/register/contract.ts'
import type { AskedRight, OwnRecord } from '../people/rights/contract.ts'
import { sweep } from '../platform/sweep.ts'
import { filesWith, tablesWith } from '../testing/find-traces.ts'
import { photo } from '../testing/photo.ts'
import { addHome, addPerson, find, identityOf } from '../testing/register-acts.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import { erasureFile, keepErasure, readErasures } from './erasure-list.ts'
import { eraseAgainAll } from './forget-everywhere.ts'

let world: World
const phone = '13900000201'
const name = '沈若溪'
const number = identityOf('99999919850607008')
const traces = [name, phone, number, number.slice(0, 14)]
let person: AddedPerson
let home: string
let own: Receipt
let called: Receipt

const traced = () => tablesWith(world.sql, world.district.schema, traces)

/** Somebody who has used everything there is: register, care, reports, a call to the desk, a question, a rating. */
beforeAll(async () => {
  world = await openWorld()
  const worker = world.as('worker')
  const desk = world.as('community')
  const centre = world.as('centre')
  const resident = world.resident(phone)
  home = await addHome(worker, world.places.building1.id, '2-202')
  person = await addPerson(worker, home, { name: '沈若西', phone, identity: number, role: 'owner' })
  const page = `/api/register/people/${person.personId}`
  await desk.does(page, act({ seq: 1, name }))
  // Before, they had another telephone, and asked by another account.
  const phoneBefore = '13900000202'
  await desk.does(page, act({ seq: 2, phone: phoneBefore }))
  const before = world.resident(phoneBefore)
  await before.does('/api/my/record/find', { identityEnd: number.slice(-4) })
  await before.does('/api/my/rights', act({ kind: 'correct', words: `${name}的生日写错了` }))
  await desk.does(page, act({ seq: 3, phone }))
  await desk.does(
    `/api/register/homes/${home}/household`,
    act({ members: [{ personId: person.personId, relation: 'head' }] }),
  )
  const consent = await desk.does<RegisterReceipt>(
    `${page}/consents`,
    act({ purpose: 'care', givenBy: 'self', how: 'spoken' }),
  )
  await desk.does(
    `${page}/care`,
    act({ kind: 'illness', reason: `${name}术后独居`, consentId: consent.id, endsOn: '2027-01-01' }),
  )
  await desk.does(`${page}/identity`, act({ purpose: 'service', words: `给${name}办卡` }))
  await find(desk, name)

  const { fileId } = (
    await resident.upload<{ fileId: string }>('/api/photos', { bytes: await photo(77), type: 'image/jpeg' })
  ).body
  const contact = { name, phone }
  const report = {
    words: `我是${name}，楼道灯坏了，电话${phone}`,
    areaId: world.places.grid1.id,
    contact,
    photos: [fileId],
  }
  own = await resident.does<Receipt>('/api/reports', act(report))
  await resident.does(`/api/my/cases/${own.caseId}/add`, act({ words: `${name}补充：是三楼` }))
  await centre.does(`/api/cases/${own.caseId}/see-reporter`, act({ purpose: `回访${name}` }))
  await desk.does(`/api/cases/${own.caseId}/decline`, act({ reason: `已电话告知${name}` }))
  const onBehalf = {
    words: '下水道堵了',
    areaId: world.places.grid1.id,
    onBehalf: 'caller',
    contact: { name, phone: '139 0000 0201' },
  }
  called = await desk.does<Receipt>('/api/reports', act(onBehalf))
  const asked = { areaId: world.places.community1.id, words: `${name}想问活动室几点开门` }
  await resident.does('/api/questions', act(asked))
  await resident.does('/api/my/record/find', { identityEnd: number.slice(-4) })
  await resident.does('/api/my/rights', act({ kind: 'correct', words: `${name}的籍贯写错了` }))
  await world.followersSettled()
  await mkdir(world.district.dataFolder, { recursive: true })
}, 120_000)
afterAll(() => world.close())

test('the search finds what there is: text, JSON, and a file', async () => {
  expect(await traced()).toEqual(
    expect.arrayContaining([
      'accounts',
      'auth_user',
      'care_flags',
      'looks',
      'person_keys',
      'persons',
      'register_versions',
      'sealed_texts',
    ]),
  )
  const folder = join(world.district.dataFolder, 'planted')
  await mkdir(folder)
  await writeFile(join(folder, 'log'), `a line of ${name}`)
  expect(await filesWith(folder, traces)).toEqual([join(folder, 'log')])
  await writeFile(join(folder, 'log'), 'a line')
})

test('asked by the person and granted by the desk, nothing that says who it was is left anywhere', async () => {
  const resident = world.resident(phone)
  const { id } = await resident.does<AskedRight>(
    '/api/my/rights',
    act({ kind: 'erase', words: `请删除${name}` }),
  )
  await world
    .as('community')
    .does(`/api/rights/${id}/answer`, act({ stage: 'granted', answer: `${name}您好，已删除` }))
  // At once: the session opens nothing any more, and the register knows nobody.
  expect((await resident.get('/api/my/record')).refusal).toBe('sign_in_needed')
  expect((await find(world.as('community'), name)).people).toEqual([])
  await world.followersSettled()
  await sweepErasedPhotos(world.district)
  await sweep(world.district, world.clock)

  expect(await traced()).toEqual([])
  expect(await filesWith(world.district.dataFolder, traces)).toEqual([])
  expect((await world.verify()).flaws).toEqual([])
  const photos = await world.sql('reader', 'select 1 from case_photos where case_id = $1', [own.caseId])
  expect(photos).toEqual([])
  expect(await world.sql('reader', 'select 1 from cases where account_id is not null')).toEqual([])
  // The reports themselves stand, without a person: the receipt still opens them.
  const holder = world.anonymous().withReceipt(called.receiptCode)
  expect(await holder.sees('/api/follow')).toMatchObject({ caseId: called.caseId, words: null })
  expect(await world.as('community').sees(`/api/register/homes/${home}`)).toMatchObject({
    people: [],
    home: { living: 0 },
  })
})

test('the list outside the database has ids and a moment, once', async () => {
  const path = erasureFile(world.district.dataFolder, world.district.id)
  const [line, ...more] = await readErasures(path)
  expect(more).toEqual([])
  expect(line).toMatchObject({ personId: person.personId })
  expect(Object.keys(line!).sort()).toEqual(['accountId', 'erasedAt', 'id', 'personId'])
  await keepErasure(path, line!)
  expect(await readErasures(path)).toHaveLength(1)
  const rows = await world.sql('reader', 'select words, finished_at is not null as done from erasures')
  expect(rows).toEqual([{ words: [], done: true }])
})

test('a line that a power cut broke off is none, and the next one is whole', async () => {
  const path = join(world.district.dataFolder, 'planted', 'list.jsonl')
  const [line] = await readErasures(erasureFile(world.district.dataFolder, world.district.id))
  await writeFile(path, `${JSON.stringify(line)}\n{"id":"019`)
  expect(await readErasures(path)).toEqual([line])
  const next = { ...line!, id: person.personId }
  await keepErasure(path, next)
  expect(await readErasures(path)).toEqual([line, next])
})

test('run again it erases nobody, and rebuilt followers know nothing either', async () => {
  const listed = await readErasures(erasureFile(world.district.dataFolder, world.district.id))
  expect(await eraseAgainAll(world.system, listed)).toBe(0)
  await world.rebuilt()
  expect(await traced()).toEqual([])
})

test('whoever comes again with the same telephone is somebody new, and sees nothing of before', async () => {
  world.clock.set('2026-12-18T09:30:00+08:00')
  const again = await world.resident(phone).sees<OwnRecord>('/api/my/record')
  expect(again).toMatchObject({ entry: 'none', person: null, requests: [], looks: [] })
})
