import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForMediation, ownMediation, reportDispute } from '../../testing/mediation-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { MediationReceipt, PartyReceipt } from './contract.ts'
import type { OwnMediations } from './page.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

/** A mediation that a reporter asked for, with a respondent who holds a code and is signed in. */
async function asked() {
  const { reporter } = await reportDispute(world)
  const opened = await reporter.does<MediationReceipt>('/api/follow/mediation', act(askForMediation))
  const at = `/api/mediations/${opened.mediationId}`
  const added = await world
    .as('community')
    .does<PartyReceipt>(`${at}/parties`, act({ name: '周女士', side: 'respondent' }))
  const resident = world.resident('13900000031')
  const code = added.codes[0]!.receiptCode
  const own = `/api/my/mediations/${opened.mediationId}`
  return { own, resident, byCode: world.anonymous('b'.repeat(40)).withReceipt(code), code }
}

test('a party that refuses signed in leaves its account’s page of mediations whole', async () => {
  const { own, resident, code } = await asked()
  await resident.withReceipt(code).does(`${own}/consent`, act({ consents: false }))
  expect(await resident.sees<OwnMediations>('/api/my/mediations')).toEqual({ rows: [], next: null })
  expect(await ownMediation(resident.withReceipt(code))).toMatchObject({ stage: 'ended' })
})

test('what a party wrote by its code it reads by its account too, once it consents signed in', async () => {
  const { own, resident, byCode, code } = await asked()
  await byCode.does(`${own}/say`, act({ words: '我白天不在家' }))
  await resident.withReceipt(code).does(`${own}/consent`, act({ consents: true }))
  const [mine] = (await resident.sees<OwnMediations>('/api/my/mediations')).rows
  expect(mine?.own).toMatchObject({ name: '周女士', said: [{ words: '我白天不在家' }] })
})

test('a party reads its mediations page by page, the newest first, and those of one case alone', async () => {
  const resident = world.resident('13900000032')
  const cases: string[] = []
  for (let times = 0; times < 3; times += 1) {
    const body = act({ areaId: world.places.grid1.id, words: '楼上半夜拖椅子' })
    const { caseId } = await resident.does<{ caseId: string }>('/api/reports', body)
    await resident.does(`/api/my/cases/${caseId}/mediation`, act(askForMediation))
    cases.push(caseId)
    world.clock.advance({ minutes: 1 })
  }
  const page = (query: string) => resident.sees<OwnMediations>(`/api/my/mediations?${query}`)
  const first = await page('limit=2')
  expect(first.rows.map(({ caseId }) => caseId)).toEqual([cases[2], cases[1]])
  const rest = await page(`limit=2&after=${first.next}`)
  expect([rest.rows.map(({ caseId }) => caseId), rest.next]).toEqual([[cases[0]], null])
  expect((await page(`caseId=${cases[1]}`)).rows.map(({ caseId }) => caseId)).toEqual([cases[1]])
})
