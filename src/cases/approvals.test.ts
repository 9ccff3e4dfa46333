import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { ApprovalPage } from './approvals.contract.ts'
import type { Receipt } from './contract.ts'
import type { CaseStory } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

/** A case signed for by the property firm, with this request. */
async function asked(request: object): Promise<string> {
  const body = act({ words: '楼道灯不亮，我是三楼老张', place: world.places.building1.placeCode })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', body)
  const at = `/api/cases/${caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter: 'FA02', summary: '楼道里的灯不亮' }))
  await world.as('community').does(`${at}/dispatch`, act())
  await world.as('property').does(`${at}/sign`, act())
  await world.as('property').does(`${at}/request`, act({ reason: '材料后天才到', ...request }))
  world.clock.advance({ minutes: 1 })
  return caseId
}

test('a request stands with its reason and the clock now and after, and is gone once decided', async () => {
  const longer = await asked({ kind: 'extension', days: 2 })
  await asked({ kind: 'listing', reviewOn: '2027-03-01', condition: '新灯到货' })
  await asked({ kind: 'return' })
  const { rows, next } = await world.as('street').sees<ApprovalPage>('/api/approvals')
  expect(next).toBeNull()
  const [extension, listing, back] = rows
  expect(extension).toMatchObject({
    caseId: longer,
    kind: 'extension',
    days: 2,
    reason: '材料后天才到',
    summary: '楼道里的灯不亮',
    unit: { id: world.units.property1 },
    grantedBefore: 0,
  })
  expect(extension!.grantedAccount!.extendedMinutes).toBeGreaterThan(0)
  expect(Date.parse(extension!.grantedAccount!.dueAt!)).toBeGreaterThan(Date.parse(extension!.account.dueAt!))
  expect(listing!.grantedAccount).toMatchObject({ light: 'none', dueAt: null })
  expect(back!.grantedAccount).toBeNull()
  // What the reporter said is not shown to who only decides about time.
  expect(JSON.stringify(rows)).not.toContain('老张')

  // What the card promised is what the decision brings.
  const decide = `/api/cases/${longer}/requests/${extension!.requestId}/decide`
  await world.as('street').does(decide, act({ granted: true }))
  const story = await world.as('street').sees<CaseStory>(`/api/cases/${longer}`)
  expect(story.parts[0]!.account.dueAt).toBe(extension!.grantedAccount!.dueAt)
  const left = await world.as('street').sees<ApprovalPage>('/api/approvals')
  expect(left.rows.map((row) => row.caseId)).not.toContain(longer)
})

test('pages follow each other by key', async () => {
  const all = (await world.as('centre').sees<ApprovalPage>('/api/approvals')).rows
  const first = await world.as('centre').sees<ApprovalPage>('/api/approvals?limit=1')
  const second = await world.as('centre').sees<ApprovalPage>(`/api/approvals?limit=1&after=${first.next}`)
  expect([...first.rows, ...second.rows].map((row) => row.requestId)).toEqual(
    all.slice(0, 2).map((row) => row.requestId),
  )
})

test('another street sees none, a unit and a community desk may not ask', async () => {
  await asked({ kind: 'pause', days: 3 })
  expect((await world.as('street2').sees<ApprovalPage>('/api/approvals')).rows).toEqual([])
  for (const name of ['property', 'community', 'worker'] as const)
    expect(await world.as(name).get('/api/approvals')).toMatchObject({
      status: 403,
      refusal: 'not_permitted',
    })
  expect(await world.anonymous().get('/api/approvals')).toMatchObject({ status: 401 })
})
