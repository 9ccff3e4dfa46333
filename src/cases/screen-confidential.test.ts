import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Receipt } from './contract.ts'
import type { CaseStory, DeskPage } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

test.each(['community', 'street', 'centre'] as const)(
  'what the desk of the %s finds to be confidential leaves the sight of everybody below the district',
  async (desk) => {
    const contact = { name: '周静', phone: '13700000812' }
    const report = act({ words: '有件事想单独反映', areaId: world.places.grid1.id, contact })
    const { caseId, number } = await world.anonymous().does<Receipt>('/api/reports', report)
    const at = `/api/cases/${caseId}`
    expect((await world.as('worker').get(at)).status).toBe(200)

    const screen = act({ matter: 'MJ01' })
    const answer = await world.as(desk).does(`${at}/screen`, screen)
    expect(answer).toEqual({ caseId, stage: 'screened' })
    expect(await world.as(desk).does(`${at}/screen`, screen)).toEqual(answer)

    for (const below of ['community', 'street', 'worker'] as const) {
      expect((await world.as(below).get(at)).refusal, below).toBe('not_found')
      const { rows } = await world.as(below).sees<DeskPage>('/api/desk?queue=open')
      expect(
        rows.map((row) => row.number),
        below,
      ).not.toContain(number)
      const settings = { reach: [world.places.street1.id], personReach: [world.places.street1.id] }
      for (const [table, key] of [
        ['cases', 'id'],
        ['sealed_texts', 'subject'],
      ])
        expect(
          await world.sql('app', `select 1 from ${table} where ${key} = $1`, [caseId], settings),
          table,
        ).toEqual([])
    }
    const story = await world.as('centre').sees<CaseStory>(at)
    expect(story).toMatchObject({ confidential: true, public: false, reporter: { name: '周*' } })
  },
)
