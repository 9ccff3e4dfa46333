import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../platform/sheet/read-workbook.ts'
import { addPasskey, newResident } from '../../testing/passkey-acts.ts'
import { addHome, addPerson } from '../../testing/register-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { OwnCopy } from './own-copy.ts'

let world: World
const phone = '13900000501'
beforeAll(async () => {
  world = await openWorld()
  const home = await addHome(world.as('worker'), world.places.building1.id, '5-505')
  const { personId } = await addPerson(world.as('worker'), home, { name: '江上清', phone })
  await world.as('community').sees(`/api/register/people/${personId}`)
  const child = { name: '江小满', birthDay: '2019-06-01', guardianId: personId }
  const { personId: childId } = await addPerson(world.as('worker'), home, child)
  await world.as('community').sees(`/api/register/people/${childId}`)
  const resident = world.resident(phone)
  await resident.does('/api/reports', act({ words: '=1+1 灯坏了', areaId: world.places.grid1.id }))
  await resident.does('/api/questions', act({ areaId: world.places.community1.id, words: '活动室几点开门' }))
  // Of two codes to one telephone the later one is the right one.
  world.clock.advance({ minutes: 1 })
  await addPasskey((await newResident(world, phone)).browser)
  await world
    .resident('13900000502')
    .does('/api/reports', act({ words: '别人的事', areaId: world.places.grid1.id }))
})
afterAll(() => world.close())

const get = async (url: string) => world.app.inject({ url, headers: await world.resident(phone).headers() })

test('the copy has entry, passkeys, looks, reports and questions of whoever asks, and nothing of others', async () => {
  const answer = await get('/api/my/copy')
  expect(answer.headers['content-disposition']).toBe('attachment; filename="my-information-2026-11-18.json"')
  expect(answer.headers['cache-control']).toContain('no-store')
  const copy = answer.json<OwnCopy>()
  expect(copy).toMatchObject({
    record: { person: { name: '江上清', homes: [{ place: { label: '5-505' } }] }, looks: [{ what: 'page' }] },
    passkeys: [{ system: 'iphone', browser: 'safari', usedAt: null }],
    cases: [{ words: '=1+1 灯坏了' }],
    questions: [{ words: '活动室几点开门' }],
  })
  expect(answer.body).not.toContain('别人的事')
})

test.each([
  ['zh', '谁看过', '本人'],
  ['en', 'Who looked', 'Your own'],
])(
  'the workbook has who looked, at one’s own entry and at the child’s, in %s',
  async (language, page, self) => {
    const answer = await get(`/api/my/copy/workbook?language=${language}`)
    expect(answer.statusCode).toBe(200)
    const rows = await Array.fromAsync(readWorkbook(answer.rawPayload, 'copy.xlsx'))
    const looks = rows.filter(({ sheet }) => sheet === page).map(({ row }) => row.cells.get('A')?.text)
    expect(looks.slice(1)).toEqual([self, '江小满'])
  },
)

test('each copy leaves a line by whoever took it; nobody else has one', async () => {
  const lines = await world.sql<{ n: number }>(
    'reader',
    `select count(*) as n from journal where kind = 'list.exported' and data ->> 'list' = 'own-record'`,
  )
  expect(Number(lines[0]!.n)).toBe(3)
  expect((await world.anonymous().get('/api/my/copy')).refusal).toBe('sign_in_needed')
  expect((await world.as('community').get('/api/my/copy')).refusal).toBe('sign_in_needed')
})
