import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import { newId } from '../../kernel/ids.ts'
import { readWorkbook } from '../../platform/sheet/read-workbook.ts'
import { addPasskey, newResident } from '../../testing/passkey-acts.ts'
import { pushBrowser } from '../../testing/push-browser.ts'
import { addHome, addPerson } from '../../testing/register-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { OwnCopy } from './own-copy.ts'

let world: World
const phone = '13900000501'
const pushService = 'https://push.example.org'
beforeAll(async () => {
  world = await openWorld({ messages: { address: null, hosts: [pushService], mail: null } })
  const home = await addHome(world.as('worker'), world.places.building1.id, '5-505')
  const { personId } = await addPerson(world.as('worker'), home, {
    name: '江上清',
    phone,
    fromDay: '2026-11-10',
  })
  await comes(home, { heard: '说阳台漏雨', occurredAt: '2026-11-17T10:00:00+08:00' })
  await world.as('community').sees(`/api/register/people/${personId}`)
  const child = { name: '江小满', birthDay: '2019-06-01', guardianId: personId }
  const { personId: childId } = await addPerson(world.as('worker'), home, child)
  await world.as('community').sees(`/api/register/people/${childId}`)
  await comes(home, { heard: '孩子说怕黑' })
  await comes(await addHome(world.as('worker'), world.places.building1.id, '5-506'), { outcome: 'nobody' })
  const resident = world.resident(phone)
  await resident.does('/api/my/channels/push', pushBrowser(`${pushService}/device`).subscription)
  const report = act({ words: '=1+1 灯坏了', areaId: world.places.grid1.id })
  const { caseId } = await resident.does<Receipt>('/api/reports', report)
  await world.as('street').does(`/api/cases/${caseId}/decline`, act({ reason: '请补充具体情况' }))
  await world.followersSettled()
  await resident.does('/api/questions', act({ areaId: world.places.community1.id, words: '活动室几点开门' }))
  // Of two codes to one telephone the later one is the right one.
  world.clock.advance({ minutes: 1 })
  await addPasskey((await newResident(world, phone)).browser)
  await world
    .resident('13900000502')
    .does('/api/reports', act({ words: '别人的事', areaId: world.places.grid1.id }))
})
afterAll(() => world.close())

/** The grid's worker stands at a home's door. */
const comes = (homeId: string, body: object) => {
  const id = newId(world.clock.now().epochMilliseconds)
  return world.as('worker').does('/api/visits', act({ id, homeId, how: 'door', outcome: 'met', ...body }))
}

const get = async (url: string) => world.app.inject({ url, headers: await world.resident(phone).headers() })

test('the copy has entry, passkeys, messages, looks, reports and questions of whoever asks, and nothing of others', async () => {
  const answer = await get('/api/my/copy')
  expect(answer.headers['content-disposition']).toBe('attachment; filename="my-information-2026-11-18.json"')
  expect(answer.headers['cache-control']).toContain('no-store')
  const copy = answer.json<OwnCopy>()
  expect(copy).toMatchObject({
    record: { person: { name: '江上清', homes: [{ place: { label: '5-505' } }] }, looks: [{ what: 'page' }] },
    passkeys: [{ system: 'iphone', browser: 'safari', usedAt: null }],
    channels: [{ kind: 'push', quiet: { from: '22:00', until: '07:00' }, confirmed: true }],
    deliveries: [
      { kind: 'own_declined', caseNumber: copy.cases[0]!.number, state: 'waiting', endedAt: null },
    ],
    cases: [{ words: '=1+1 灯坏了' }],
    questions: [{ words: '活动室几点开门' }],
  })
  expect(answer.body).not.toContain('别人的事')
})

test('visits to the home are in it; what was heard only of days on which nobody else lived there', async () => {
  const { visits } = (await get('/api/my/copy')).json<OwnCopy>()
  expect(visits).toMatchObject([
    {
      how: 'door',
      outcome: 'met',
      by: 'grid_worker',
      heard: null,
      withheld: true,
      place: { label: '5-505' },
    },
    { heard: '说阳台漏雨', withheld: false },
  ])
  expect(JSON.stringify(visits)).not.toMatch(/孩子说怕黑|5-506/)
})

test.each([
  ['zh', '谁看过', '本人', '发出的消息', '您反映的事不予受理，里面有理由'],
  [
    'en',
    'Who looked',
    'Your own',
    'Messages sent',
    'What you reported was not taken up; the reason is inside',
  ],
])(
  'the workbook has who looked, at one’s own entry and at the child’s, and what was told, in %s',
  async (language, page, self, messages, said) => {
    const answer = await get(`/api/my/copy/workbook?language=${language}`)
    expect(answer.statusCode).toBe(200)
    const rows = await Array.fromAsync(readWorkbook(answer.rawPayload, 'copy.xlsx'))
    const looks = rows.filter(({ sheet }) => sheet === page).map(({ row }) => row.cells.get('A')?.text)
    expect(looks.slice(1)).toEqual([self, '江小满'])
    const told = rows.filter(({ sheet }) => sheet === messages).map(({ row }) => row.cells.get('B')?.text)
    expect(told.slice(1)).toEqual([said])
  },
)

test('each copy leaves a line by whoever took it; nobody else has one', async () => {
  const lines = await world.sql<{ n: number }>(
    'reader',
    `select count(*) as n from journal where kind = 'list.exported' and data ->> 'list' = 'own-record'`,
  )
  expect(Number(lines[0]!.n)).toBe(4)
  expect((await world.anonymous().get('/api/my/copy')).refusal).toBe('sign_in_needed')
  expect((await world.as('community').get('/api/my/copy')).refusal).toBe('sign_in_needed')
})
