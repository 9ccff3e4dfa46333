import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Receipt } from './contract.ts'
import type { DeskPage } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const seen = async (url: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  (await world.app.inject({ url, headers })).statusCode

async function reported(words: string, red: number) {
  const resident = world.anonymous()
  const upload = { bytes: await photo(red), type: 'image/jpeg' }
  const { fileId } = (await resident.upload<{ fileId: string }>('/api/photos', upload)).body
  const body = act({ words, areaId: world.places.grid1.id, photos: [fileId] })
  const receipt = await resident.does<Receipt>('/api/reports', body)
  return { ...receipt, fileId, own: resident.withReceipt(receipt.receiptCode) }
}

test('an evaluator samples the cases of the streets, and none that is for the centre alone', async () => {
  const usual = await reported('楼道灯不亮', 11)
  const kept = await reported('我要举报社区干部收红包', 12)
  const evaluator = world.as('evaluator')
  expect((await evaluator.get(`/api/cases/${usual.caseId}`)).status).toBe(200)
  expect((await evaluator.get(`/api/cases/${kept.caseId}`)).refusal).toBe('not_found')
  expect((await evaluator.get(`/api/desk/find?number=${kept.number}`)).refusal).toBe('not_found')
  const { rows } = await evaluator.sees<DeskPage>('/api/desk?queue=open')
  const numbers = rows.map((row) => row.number)
  expect(numbers).toContain(usual.number)
  expect(numbers).not.toContain(kept.number)
})

test('a photograph is shown to whoever may see the case, and to its reporter', async () => {
  const usual = await reported('门口垃圾没有人收', 13)
  const kept = await reported('我要举报网格员收好处费', 14)
  const status = async (fileId: string, name: Parameters<World['as']>[0]) =>
    seen(`/api/photos/${fileId}`, await world.as(name).headers())
  for (const [name, ofUsual, ofKept] of [
    ['centre', 200, 200],
    ['evaluator', 200, 404],
    ['worker', 200, 404],
    ['team', 404, 404],
    ['administrator', 403, 403],
  ] as const)
    expect([await status(usual.fileId, name), await status(kept.fileId, name)], name).toEqual([
      ofUsual,
      ofKept,
    ])
  expect(await seen(`/api/photos/${kept.fileId}`, await kept.own.headers())).toBe(200)
  expect(await seen(`/api/photos/${kept.fileId}`, await usual.own.headers())).toBe(404)
})
