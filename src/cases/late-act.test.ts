import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import { onTheSpot } from '../testing/whistle-acts.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type { Receipt } from './contract.ts'
import type { CaseStory } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A case in building 1 that the property firm has in hand (FA02), or the community (HJ01), and so its grid worker. */
async function dispatched(matter: 'FA02' | 'HJ01' = 'HJ01'): Promise<string> {
  const report = act({ words: '楼下要人去看', place: world.places.building1.placeCode })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', report)
  const at = `/api/cases/${caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter, summary: '某小区要人去看' }))
  await world.as('community').does(`${at}/dispatch`, act())
  return at
}

/** What a resolution of this matter needs. */
async function result(by: 'worker' | 'property' = 'worker') {
  const upload = { bytes: await photo(7), type: 'image/jpeg' }
  const { body } = await world.as(by).upload<{ fileId: string }>('/api/photos', upload)
  return { note: '已处理好', photos: [body.fileId] }
}

const now = () => world.clock.now()
const seen = (at: string) => world.as('centre').sees<CaseStory>(at)
const momentsOf = ({ timeline }: CaseStory) => timeline.slice(3).map(({ kind, at }) => `${kind} ${at}`)
const iso = (at: Temporal.Instant) => at.toString({ smallestUnit: 'millisecond' })

test('what was done without signal counts when it was done, in clocks, rows and seals', async () => {
  const at = await dispatched()
  world.clock.advance({ minutes: 20 })
  const signedAt = iso(now())
  world.clock.advance({ minutes: 20 })
  const resolvedAt = iso(now())
  world.clock.advance({ hours: 3 })
  const worker = world.as('worker')
  const sign = act({ occurredAt: signedAt })
  await worker.does(`${at}/sign`, sign)
  await worker.does(`${at}/sign`, sign)
  await worker.does(`${at}/resolve`, act({ ...(await result()), occurredAt: resolvedAt }))
  const story = await seen(at)
  expect(momentsOf(story)).toEqual([`case.signed ${signedAt}`, `case.resolved ${resolvedAt}`])
  // 补报: the story says both moments.
  expect(story.timeline.slice(3).map(({ enteredAt }) => enteredAt)).toEqual([iso(now()), iso(now())])
  expect(story.response.stoppedAt).toBe(signedAt)
  expect(story.parts[0]!.account.stoppedAt).toBe(resolvedAt)
  const rows = await world.sql<{ resolved: string }>(
    'reader',
    'select resolved_at::text as resolved from cases where id = $1',
    [at.split('/').at(-1)],
  )
  expect(Date.parse(rows[0]!.resolved)).toBe(Date.parse(resolvedAt))
  expect((await world.verify()).flaws).toEqual([])
})

test('a phone whose clock is fast gains nothing, and the story stays in its order', async () => {
  const at = await dispatched()
  world.clock.advance({ minutes: 10 })
  const worker = world.as('worker')
  await worker.does(`${at}/sign`, act({ occurredAt: iso(now().add({ hours: 5 })) }))
  world.clock.advance({ minutes: 10 })
  await worker.does(`${at}/note`, act({ note: '正在维修', occurredAt: iso(now().subtract({ minutes: 15 })) }))
  const [signed, handled] = (await seen(at)).timeline.slice(3)
  expect(signed!.at).toBe(iso(now().subtract({ minutes: 10 })))
  expect(handled!.at).toBe(signed!.at)
})

test('done before the case was handed out anew it is refused, and settled by saying it of now', async () => {
  const at = await dispatched()
  world.clock.advance({ minutes: 10 })
  const doneAt = iso(now())
  world.clock.advance({ minutes: 10 })
  const worker = world.as('worker')
  await worker.does(`${at}/sign`, act())
  await worker.does(`${at}/request`, act({ kind: 'pause', reason: '等配件到货', days: 3 }))
  const [request] = (await seen(at)).requests
  await world.as('street').does(`${at}/requests/${request!.id}/decide`, act({ granted: true }))
  await world.as('street').does(`${at}/resume`, act())
  const done = await result()
  const late = await worker.post(`${at}/resolve`, act({ ...done, occurredAt: doneAt }))
  expect(late).toMatchObject({ status: 409, refusal: 'case_moved_on' })
  await worker.does(`${at}/resolve`, act({ ...done, occurredAt: iso(now()) }))
  expect((await seen(at)).stage).toBe('resolved')
})

test('a desk acts now, whatever it says: a red clock is not stopped in time by word', async () => {
  const at = await dispatched('FA02')
  world.clock.advance({ hours: 80 })
  const dueAt = (await seen(at)).parts[0]!.account.dueAt!
  expect(Date.parse(dueAt)).toBeLessThan(now().epochMilliseconds)
  const inTime = iso(Temporal.Instant.from(dueAt).subtract({ hours: 1 }))
  const firm = world.as('property')
  await firm.does(`${at}/sign`, act({ occurredAt: inTime }))
  await firm.does(`${at}/arrive`, act({ occurredAt: inTime }))
  // Its own word that it came is a desk's word too; nor does a worker's lend its trust to another account.
  await world.as('worker').does(`${at}/arrive`, act({ occurredAt: inTime }))
  const cameAt = iso(now())
  world.clock.advance({ hours: 2 })
  const done = await result('property')
  await firm.does(`${at}/resolve`, act({ ...done, occurredAt: iso(now().subtract({ hours: 1 })) }))
  const story = await seen(at)
  const [signed, , , resolved] = story.timeline.slice(3)
  expect([signed!.at, resolved!.at]).toEqual([cameAt, iso(now())])
  expect([signed!.enteredAt, resolved!.enteredAt]).toEqual([null, null])
  expect(story.parts[0]!.account.stoppedAt).toBe(iso(now()))
})

test('who came to the spot, by the server’s clock, may say later what was done there', async () => {
  const at = await dispatched('FA02')
  const firm = world.as('property')
  const earlier = iso(now())
  world.clock.advance({ minutes: 30 })
  await firm.does(`${at}/arrive`, act({ occurredAt: earlier, point: onTheSpot }))
  const cameAt = iso(now())
  world.clock.advance({ minutes: 20 })
  const doneAt = iso(now())
  world.clock.advance({ hours: 2 })
  await firm.does(`${at}/resolve`, act({ ...(await result('property')), occurredAt: doneAt }))
  const moments = momentsOf(await seen(at))
  expect(moments).toEqual([`case.signed ${cameAt}`, `case.arrived ${cameAt}`, `case.resolved ${doneAt}`])
})
