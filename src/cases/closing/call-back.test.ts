import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../../testing/photo.ts'
import { onTheSpot } from '../../testing/whistle-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { Receipt } from '../contract.ts'
import type { CaseStory, FollowedCase } from '../story.contract.ts'
import type { CallBackPage, CaseClosing, ReopeningPage } from './closing.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const centre = () => world.as('centre')
const waiting = async (state = 'due') =>
  (await centre().sees<CallBackPage>(`/api/call-backs?state=${state}`)).rows.map(
    ({ caseId }) => `/api/cases/${caseId}`,
  )
const storyOf = (at: string) => centre().sees<CaseStory>(at)

async function resolve(at: string): Promise<void> {
  world.clock.advance({ minutes: 1 })
  const { body } = await world
    .as('property')
    .upload<{ fileId: string }>('/api/photos', { bytes: await photo(9), type: 'image/jpeg' })
  await world.as('property').does(`${at}/arrive`, act({ point: onTheSpot }))
  await world.as('property').does(`${at}/resolve`, act({ note: '修好了', photos: [body.fileId] }))
  await world.as('community').does(`${at}/reply`, act({ answer: '已经修好' }))
}

/** An answered case; whoever reported it left a telephone, or nothing. */
async function answered(contact: object | null = { name: '吴阿姨', phone: '13900001234' }) {
  const reporter = world.anonymous()
  const body = act({
    words: '楼道灯不亮',
    place: world.places.building1.placeCode,
    ...(contact && { contact }),
  })
  const { caseId, receiptCode } = await reporter.does<Receipt>('/api/reports', body)
  const at = `/api/cases/${caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter: 'FA02', summary: '楼道灯不亮' }))
  await world.as('community').does(`${at}/dispatch`, act())
  await resolve(at)
  return { at, own: reporter.withReceipt(receiptCode) }
}

const call = (at: string, body: object) =>
  centre().post(`${at}/call-back`, act({ way: 'telephone', ...body }))

test('whoever left a telephone is asked; not reached they are tried again, three times', async () => {
  const { at } = await answered()
  const silent = await answered(null)
  expect(await waiting()).toContain(at)
  expect(await waiting()).not.toContain(silent.at)
  for (const tries of [1, 2]) {
    await call(at, { outcome: 'not_reached' })
    expect(await waiting()).not.toContain(at)
    expect(await waiting('later')).toContain(at)
    const { callBacks, outcomes } = await centre().sees<CaseClosing>(`${at}/closing`)
    expect(callBacks).toHaveLength(tries)
    expect(outcomes).toEqual(['answered', 'declined'])
    expect((await call(at, { outcome: 'not_reached' })).refusal).toBe('call_back_early')
    world.clock.set(callBacks.at(-1)!.nextTryAt!)
    expect(await waiting()).toContain(at)
  }
  await call(at, { outcome: 'not_reached' })
  expect(await waiting('unreached')).toEqual([at])
  for (const outcome of ['not_reached', 'declined'])
    expect((await call(at, { outcome })).refusal).toBe('call_back_over')
  expect(
    (await world.as('street').post(`${at}/call-back`, act({ way: 'telephone', outcome: 'declined' })))
      .refusal,
  ).toBe('not_permitted')
  expect((await call(at, { outcome: 'answered' })).refusal).toBe('input_invalid')
  expect((await call(at, { outcome: 'answered', solved: true, rating: 4 })).status).toBe(200)
  expect(await waiting('unreached')).toEqual([])
  expect(await storyOf(at)).toMatchObject({ solved: true, rating: 4, stage: 'replied' })
  const [rated] = (await storyOf(at)).timeline.filter(({ kind }) => kind === 'case.rated')
  expect(rated!.facts).toMatchObject({ onBehalf: true })
  expect((await call(at, { outcome: 'declined' })).refusal).toBe('case_already_rated')
})

test('not satisfied, it is done again once by right, and once more by the word of the centre', async () => {
  const { at, own } = await answered()
  await call(at, { outcome: 'answered', solved: false, rating: 1, words: '晚上又灭了' })
  expect((await storyOf(at)).stage).toBe('dispatched')
  await resolve(at)
  expect(await waiting()).toContain(at)
  await own.does('/api/follow/rate', act({ solved: true, rating: 2, words: '等了太久' }))
  expect((await storyOf(at)).stage).toBe('replied')
  expect(await waiting()).not.toContain(at)
  const follow = () => own.sees<FollowedCase>('/api/follow')
  expect((await follow()).can).not.toContain('rate')
  // What they asked for waits for the centre: nothing else is taken of this result, good or bad.
  for (const said of [
    { solved: false, rating: 1 },
    { solved: true, rating: 5 },
  ])
    expect((await own.post('/api/follow/rate', act(said))).refusal).toBe('case_already_rated')
  const { rows } = await centre().sees<ReopeningPage>('/api/reopenings')
  expect(rows).toMatchObject([
    { ask: { because: 'not_satisfied', granted: null }, reopened: 1, words: '等了太久' },
  ])
  await centre().does(`${at}/check`, act({ passed: true }))
  expect((await centre().post(`${at}/close`, act())).refusal).toBe('case_reopening_waits')
  const decide = (body: object) => centre().post(`${at}/decide-reopening`, act(body))
  expect((await decide({ granted: false })).refusal).toBe('case_reason_needed')
  expect((await world.as('street').post(`${at}/decide-reopening`, act({ granted: true }))).refusal).toBe(
    'not_permitted',
  )
  await decide({ granted: false, reason: '已按标准修好，等待时间另行改进' })
  const told = (await follow()).timeline.at(-1)!
  expect(told).toMatchObject({ kind: 'case.reopen_decided', facts: { granted: false } })
  expect(told.texts).toEqual([{ kind: 'reason', body: '已按标准修好，等待时间另行改进' }])
  expect((await decide({ granted: true })).refusal).toBe('case_request_decided')
  await centre().does(`${at}/close`, act())
})

test('granted, it is done again with fresh clocks, and each new result is asked about', async () => {
  const { at, own } = await answered()
  const rate = () => own.does('/api/follow/rate', act({ solved: false, rating: 1 }))
  await rate()
  await resolve(at)
  await rate()
  await centre().does(`${at}/decide-reopening`, act({ granted: true }))
  const again = await storyOf(at)
  expect(again).toMatchObject({ stage: 'dispatched', reopened: 2 })
  expect(again.parts[0]!.account.light).toBe('green')
  await resolve(at)
  expect(await waiting()).toContain(at)
  await call(at, { outcome: 'declined' })
  expect(await waiting()).not.toContain(at)
  expect((await call(at, { outcome: 'not_reached' })).refusal).toBe('call_back_over')
  expect((await centre().sees<CaseClosing>(`${at}/closing`)).outcomes).toEqual(['answered'])
  expect((await centre().sees<ReopeningPage>('/api/reopenings')).rows).toEqual([])
  expect((await world.verify()).flaws).toEqual([])
})

test('what a desk sends back has a new result: whoever was satisfied, or declined, is asked about it', async () => {
  const { at, own } = await answered()
  await own.does('/api/follow/rate', act({ solved: true, rating: 5 }))
  expect(await waiting()).not.toContain(at)
  await centre().does(`${at}/check`, act({ passed: false, note: '现场还是黑的' }))
  expect(await storyOf(at)).toMatchObject({ stage: 'handling', solved: null, rating: null })
  await resolve(at)
  expect(await waiting()).toContain(at)
  await call(at, { outcome: 'declined' })
  await centre().does(`${at}/check`, act({ passed: false, note: '又灭了' }))
  await resolve(at)
  expect(await waiting()).toContain(at)
  await own.does('/api/follow/rate', act({ solved: true, rating: 5 }))
  expect((await world.verify()).flaws).toEqual([])
})

test('what is asked for once more is settled where a desk sends the case back by itself', async () => {
  const { at, own } = await answered()
  const rate = () => own.does('/api/follow/rate', act({ solved: false, rating: 1 }))
  const asks = async () => (await centre().sees<ReopeningPage>('/api/reopenings')).rows
  await rate()
  await resolve(at)
  await rate()
  expect(await asks()).toHaveLength(1)
  expect((await call(at, { outcome: 'declined' })).refusal).toBe('case_already_rated')
  await centre().does(`${at}/check`, act({ passed: false, note: '确实没好' }))
  expect(await asks()).toEqual([])
  const { timeline } = await own.sees<FollowedCase>('/api/follow')
  expect(timeline.findLast(({ kind }) => kind === 'case.reopen_decided')!.facts).toMatchObject({
    granted: true,
  })
  await resolve(at)
  expect((await own.sees<FollowedCase>('/api/follow')).can).toContain('rate')
  await rate()
  expect(await asks()).toHaveLength(1)
  expect((await world.verify()).flaws).toEqual([])
})
