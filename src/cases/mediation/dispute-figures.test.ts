import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../platform/sheet/read-workbook.ts'
import { inForce, mediating } from '../../testing/mediation-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { DisputeFigures } from './figures.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

test('where disputes gather is counted by community, quarter and cause, and fewer than five are held back', async () => {
  for (let times = 0; times < 6; times += 1) await inForce(world)
  const { id } = await mediating(world)
  const none = act({ outcome: 'not_reached', cause: 'leak' })
  await world.as('community').does(`/api/mediations/${id}/end`, none)
  await world.followersSettled()
  const path = '/api/dispute-figures?quarter=2026-Q4'
  // Numbers that grow by the day would tell of each dispute as it ends.
  expect((await world.as('street').get(path)).refusal).toBe('dispute_quarter_running')
  world.clock.set('2027-01-04T09:00:00+08:00')
  const figures = await world.as('street').sees<DisputeFigures>(path)
  // Beside the noise a handful ended otherwise: what is held back cannot be worked out from what is said.
  const [community] = figures.areas
  expect(figures.causes).toEqual(['noise', 'leak'])
  expect(community?.ended).toBe(7)
  expect(community?.counts).toEqual(figures.causes.map(() => null))
  // The whole would tell no more than the community's own does.
  expect(figures.quarters[0]).toMatchObject({ quarter: '2026-Q4', ended: figures.ended })
  expect((await world.as('street2').sees<DisputeFigures>(path)).areas).toEqual([])
  const url = path.replace('figures?', 'figures/sheet?')
  const sheet = await world.app.inject({ url, headers: await world.as('street').headers() })
  const read = await Array.fromAsync(readWorkbook(sheet.rawPayload, 'disputes.xlsx'))
  const cells = read.flatMap(({ row }) => [...row.cells.values()].map(({ text }) => text))
  // The causes are held back there as on the page; the whole of the community is said.
  expect(cells.filter((text) => text === '隐去').length).toBeGreaterThanOrEqual(figures.causes.length)
  expect(cells).toContain(String(community?.ended))
  expect((await world.as('worker').get(url)).refusal).toBe('not_permitted')
  expect((await world.as('worker').get(path)).refusal).toBe('not_permitted')
  const kept = 'select * from mediation_figures order by 1, 2, 3, 4'
  const before = await world.sql('reader', kept)
  await world.rebuilt()
  expect(await world.sql('reader', kept)).toEqual(before)
})
