import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Receipt } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const places = ['grid1', 'grid2', 'grid3', 'grid4'] as const

/** Reports that come together, half of them worked on at once, while followers read along. */
async function busyHour(): Promise<void> {
  let busy = true
  const following = (async () => {
    while (busy) await world.followersSettled()
  })()
  try {
    await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const areaId = world.places[places[index % places.length]!].id
        const body = act({ words: `第 ${index} 件：楼道灯不亮`, areaId })
        const { caseId } = await world.anonymous().does<Receipt>('/api/reports', body)
        if (index % 2 === 0) return
        const summary = `楼道灯不亮，第 ${index} 件`
        await world.as('centre').does(`/api/cases/${caseId}/screen`, act({ matter: 'FA02', summary }))
        await world.as('centre').does(`/api/cases/${caseId}/dispatch`, act())
      }),
    )
  } finally {
    busy = false
    await following
  }
}

const kept = async () => ({
  figures: await world.sql(
    'reader',
    'select * from figures order by area_id, span, matter, start, measure, under',
  ),
  facts: await world.sql('reader', 'select * from figure_facts order by 1, 2, 3, 4, 5'),
  board: await world.sql('reader', 'select * from board order by case_id'),
  boardCounts: await world.sql('reader', 'select * from board_counts order by 1, 2, 3'),
  boardDays: await world.sql('reader', 'select * from board_days order by 1, 2, 3, 4'),
})

test('many writers leave chains without a gap, and rebuilt figures and board equal the live ones', async () => {
  await busyHour()
  await world.followersSettled()
  const live = await kept()
  expect(live.board.length).toBe(20)
  const { district } = world.places
  expect(live.figures).toContainEqual(
    expect.objectContaining({
      area_id: district.id,
      span: 'day',
      matter: '*',
      measure: 'accepted',
      value: 40,
    }),
  )
  await world.rebuilt()
  expect(await kept()).toEqual(live)
  expect((await world.verify()).flaws).toEqual([])
})

test('whether a case was on time is told by its own line', async () => {
  const resident = world.anonymous()
  const report = act({ words: '井盖不见了', place: world.places.building1.placeCode })
  const { caseId } = await resident.does<Receipt>('/api/reports', report)
  const at = `/api/cases/${caseId}`
  await world.as('centre').does(`${at}/screen`, act({ matter: 'FA02', summary: '井盖缺失需要补上' }))
  await world.as('centre').does(`${at}/dispatch`, act())
  await world.as('property').does(`${at}/sign`, act())
  world.clock.advance({ hours: 24 * 20 })
  const file = { bytes: await photo(9), type: 'image/jpeg' }
  const { fileId } = (await world.as('property').upload<{ fileId: string }>('/api/photos', file)).body
  await world.as('property').does(`${at}/resolve`, act({ note: '补上了', photos: [fileId] }))
  await world.followersSettled()
  const rows = await world.sql(
    'reader',
    `select measure, value::int from figures where measure in ('on_time', 'overdue') and area_id = $1
       and span = 'day' and matter = 'FA02'`,
    [world.places.district.id],
  )
  expect(rows).toEqual([{ measure: 'overdue', value: 1 }])
})
