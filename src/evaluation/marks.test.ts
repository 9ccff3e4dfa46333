import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../cases/contract.ts'
import { declareDrill } from '../testing/emergency-acts.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type { FactPage } from './contract.ts'
import type { AssistParts, MarkPage } from './marks.contract.ts'

let world: World
let caseId: string
const month = '2026-11'

/** A lamp that the property firm leads and the water department assists. */
beforeAll(async () => {
  world = await openWorld()
  const report = act({ words: '楼道灯不亮，水也漏', place: world.places.building1.placeCode })
  caseId = (await world.anonymous().does<Receipt>('/api/reports', report)).caseId
  const community = world.as('community')
  await community.does(`/api/cases/${caseId}/screen`, act({ matter: 'FA02', summary: '某小区楼道灯不亮' }))
  await community.does(`/api/cases/${caseId}/dispatch`, act({ assistUnitIds: [world.units.water] }))
})
afterAll(() => world.close())

const assist = (of: string, unitId: string) =>
  act({ kind: 'assist', unitId, caseId: of, promptness: 4, result: 3, attitude: 5, words: '来得快' })
const seenBy = async (name: 'community' | 'community2' | 'street' | 'street2' | 'water') =>
  (await world.as(name).sees<MarkPage>('/api/assessment/marks')).rows
const marksKept = () =>
  world.sql(
    'reader',
    "select subject, unit_id, measure, points, month from assessment_facts where about = 'mark' order by measure",
  )

test('a community sees the marks that it gives, and no other community’s or street’s', async () => {
  const { water } = world.units
  const ofCase = `/api/assessment/marks/cases/${caseId}`
  const parts = async (name: 'community' | 'street') => (await world.as(name).sees<AssistParts>(ofCase)).rows
  expect(await parts('community')).toMatchObject([{ unit: { id: water }, mark: null, mayMark: true }])
  await world.as('community').does('/api/assessment/marks', assist(caseId, water))
  const mark = { promptness: 4, result: 3, attitude: 5 }
  for (const name of ['community', 'street'] as const)
    expect(await parts(name)).toMatchObject([{ mark, mayMark: false }])
  expect((await world.as('street2').get(ofCase)).refusal).toBe('not_found')
  expect((await world.as('water').get(ofCase)).refusal).toBe('not_permitted')
  const support = (areaId: string) => act({ kind: 'support', unitId: water, areaId, support: 4 })
  await world.as('street').does('/api/assessment/marks', support(world.places.street1.id))
  expect(await seenBy('community')).toMatchObject([
    {
      kind: 'assist',
      promptness: 4,
      words: '来得快',
      by: [{ zh: '柳巷社区' }],
      caseNumber: expect.any(String),
    },
  ])
  expect(await seenBy('street')).toHaveLength(2)
  expect(await seenBy('water')).toHaveLength(2)
  expect([await seenBy('community2'), await seenBy('street2')]).toEqual([[], []])
})

test('what was practised in a drill is not marked', async () => {
  const { urban } = world.units
  const modeId = await declareDrill(world.as('street'), world)
  const body = act({ areaId: world.places.grid1.id, matter: 'FA03', words: '演练：井盖冲走' })
  const street = world.as('street')
  const made = await street.does<{ caseId: string }>(`/api/emergencies/${modeId}/practice`, body)
  await street.does(`/api/cases/${made.caseId}/dispatch`, act({ assistUnitIds: [urban], reason: '演练' }))
  const said = await street.post('/api/assessment/marks', assist(made.caseId, urban))
  expect(said.refusal).toBe('assessment_mark_unfit')
})

test('a mark counts once, however often its case is read again, and made anew it is the same', async () => {
  await world.followersSettled()
  const live = await marksKept()
  expect(live).toMatchObject([
    { unit_id: world.units.water, measure: 'assist_mark', points: 12, month },
    { unit_id: world.units.water, measure: 'support_mark', points: 4, month },
  ])
  await world.as('property').does(`/api/cases/${caseId}/sign`, act())
  await world.followersSettled()
  expect(await marksKept()).toEqual(live)
  await world.rebuilt()
  expect(await marksKept()).toEqual(live)
  const { rows } = await world
    .as('water')
    .sees<FactPage>(`/api/assessment/units/${world.units.water}/facts?month=${month}`)
  expect(rows.map(({ about }) => about)).toEqual(['mark', 'mark'])
})
