import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Receipt } from './contract.ts'
import type { CaseStory } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

test.each([
  ['我要举报社区干部收红包', {}, 'not_permitted'],
  ['网格长态度恶劣', {}, 'not_permitted'],
  ['门口的单车倒了', { onBehalf: 'visitor' }, 'input_invalid'],
  ['门口的单车倒了', {}, null],
])('%s, %o: solved on the spot by the grid worker says %s', async (words, more, refusal) => {
  const solved = {
    report: act({ words, areaId: world.places.grid1.id, ...more }),
    matter: 'LJ01',
    summary: '单车倒伏已经扶正',
    note: '已扶正摆好',
  }
  expect((await world.as('worker').post('/api/reports/solved', solved)).refusal).toBe(refusal)
})

test('the first answer is due when its matter says, in row and account alike', async () => {
  const report = act({ words: '门口的单车倒了', areaId: world.places.grid1.id })
  const body = { report, matter: 'LJ01', summary: '单车倒伏已经扶正', note: '已扶正摆好' }
  const { caseId } = await world.as('worker').does<Receipt>('/api/reports/solved', body)
  const { response } = await world.as('community').sees<CaseStory>(`/api/cases/${caseId}`)
  const [row] = await world.sql<{ dueMs: number }>(
    'reader',
    'select extract(epoch from response_due_at)::float8 * 1000 as "dueMs" from cases where id = $1',
    [caseId],
  )
  expect(row!.dueMs).toBe(Date.parse(response.dueAt!))
})

test.each(['withdraw', 'decline', 'refer'] as const)(
  'a case that ended by %s is not published',
  async (how) => {
    const resident = world.anonymous()
    const report = act({ words: '门口的单车倒了', areaId: world.places.grid1.id })
    const { caseId, receiptCode } = await resident.does<Receipt>('/api/reports', report)
    const desk = world.as('community')
    const publish = () => desk.post(`/api/cases/${caseId}/publish`, act({ summary: '单车倒伏一片' }))
    expect((await publish()).refusal).toBeNull()
    if (how === 'withdraw') await resident.withReceipt(receiptCode).does('/api/follow/withdraw', act())
    else {
      const door = how === 'refer' ? { door: 'mutual_help' } : {}
      await desk.does(`/api/cases/${caseId}/${how}`, act({ reason: '不属于受理范围', ...door }))
    }
    expect((await publish()).refusal).toBe('case_move_not_allowed')
  },
)
