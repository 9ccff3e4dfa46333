import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { act, type Person } from '../../testing/world-client.ts'
import type { Receipt } from '../contract.ts'
import { endPauses } from '../resume-case.ts'
import type { CaseStory, DeskCounts } from '../story.contract.ts'
import type { ListingPage } from './listings.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const see = (at: string) => world.as('street').sees<CaseStory>(at)

async function signed(): Promise<string> {
  const body = act({ words: '楼道灯不亮', place: world.places.building1.placeCode })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', body)
  const at = `/api/cases/${caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter: 'FA02', summary: '楼道灯不亮' }))
  await world.as('community').does(`${at}/dispatch`, act())
  await world.as('property').does(`${at}/sign`, act())
  return at
}

/** Listed until that day, by the street. */
async function listed(reviewOn: string): Promise<string> {
  const at = await signed()
  const asked = { kind: 'listing', reviewOn, condition: '大修资金到位', reason: '要等大修' }
  await world.as('property').does(`${at}/request`, act(asked))
  const { requests } = await see(at)
  expect(requests).toMatchObject([{ condition: '大修资金到位', reviewOn }])
  await world.as('street').does(`${at}/requests/${requests[0]!.id}/decide`, act({ granted: true }))
  return at
}

const listings = (by: Person, query = '') => by.sees<ListingPage>(`/api/listings?${query}`)

test('a listing says what it waits for, and no later than its matter lets it be looked at', async () => {
  const at = await signed()
  const asked = { kind: 'listing', reason: '要等大修' }
  const firm = world.as('property')
  const refusal = async (body: object) =>
    (await firm.post(`${at}/request`, act({ ...asked, ...body }))).refusal
  expect(await refusal({ reviewOn: '2026-12-30' })).toBe('case_condition_needed')
  expect(await refusal({ condition: '资金到位' })).toBe('input_invalid')
  expect(await refusal({ condition: '资金到位', reviewOn: '2027-12-30' })).toBe('case_limit_reached')
  expect(await refusal({ condition: '资金到位', reviewOn: '1999-12-30' })).toBe('case_review_not_ahead')
})

test('on its day it comes to the desk above, which lists it on or strikes it off, and the clock runs again', async () => {
  const at = await listed('2026-11-25')
  const street = world.as('street')
  const review = async () => (await street.sees<DeskCounts>('/api/desk/counts')).reviewsDue
  expect((await listings(street)).rows).toEqual([])
  expect((await listings(street, 'all=true')).rows).toMatchObject([
    {
      reviewOn: '2026-11-25',
      due: false,
      condition: '大修资金到位',
      account: { dueAt: null, light: 'none' },
    },
  ])
  expect(await review()).toBe(0)
  const shown = (await see(at)).parts[0]!
  expect(shown.listing).toEqual({ condition: '大修资金到位', reviewOn: '2026-11-25' })
  const used = shown.account.usedMinutes

  world.clock.set('2026-11-25T09:30:00+08:00')
  expect(await endPauses(world.system)).toBe(0)
  expect(await review()).toBe(1)
  expect((await listings(street)).rows).toMatchObject([{ due: true, canReview: true }])
  expect((await listings(world.as('street2'))).rows).toEqual([])
  for (const name of ['property', 'community', 'worker', 'team'] as const)
    expect((await world.as(name).get('/api/listings')).status).toBe(403)

  const go = (reviewOn: string) => act({ reviewOn, reason: '资金还没有到' })
  expect((await world.as('property').post(`${at}/review`, go('2026-12-25'))).refusal).toBe('not_permitted')
  expect((await street.post(`${at}/review`, go('2026-11-25'))).refusal).toBe('case_review_not_ahead')
  expect((await street.post(`${at}/review`, go('2028-11-25'))).refusal).toBe('case_limit_reached')
  await street.does(`${at}/review`, go('2026-12-25'))
  expect((await listings(street)).rows).toEqual([])
  const again = await see(at)
  expect(again.stage).toBe('listed')
  expect(again.parts[0]!.listing?.reviewOn).toBe('2026-12-25')
  expect(again.timeline.at(-1)).toMatchObject({
    kind: 'case.listing_reviewed',
    facts: { reviewOn: '2026-12-25' },
  })

  world.clock.set('2026-12-25T09:30:00+08:00')
  expect((await listings(street)).rows).toHaveLength(1)
  await street.does(`${at}/resume`, act())
  const off = await see(at)
  expect(off.parts[0]).toMatchObject({ stage: 'handling', listing: null, account: { usedMinutes: used } })
  expect(off.parts[0]!.account.pausedMinutes).toBeGreaterThan(0)
  expect((await street.post(`${at}/review`, go('2027-01-25'))).refusal).toBe('case_move_not_allowed')
  expect((await listings(street, 'all=true')).rows).toEqual([])
  expect((await world.verify()).flaws).toEqual([])
})

test('pages follow each other by key, and a key that is none is refused', async () => {
  const at = world.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  for (const days of [5, 3, 4]) await listed(at.add({ days }).toString())
  const centre = world.as('centre')
  const all = (await listings(centre, 'all=true')).rows.map((row) => row.reviewOn)
  expect(all).toEqual(all.toSorted())
  const first = await listings(centre, 'all=true&limit=2')
  const second = await listings(centre, `all=true&limit=2&after=${encodeURIComponent(first.next!)}`)
  expect([...first.rows, ...second.rows].map((row) => row.reviewOn)).toEqual(all)
  expect(second.next).toBeNull()
  expect((await centre.get('/api/listings?after=2026-11-25/x/y')).refusal).toBe('input_invalid')
})

test('the end of another unit’s pause does not strike a listing off', async () => {
  const body = act({ words: '楼道灯不亮', place: world.places.building1.placeCode })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', body)
  const at = `/api/cases/${caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter: 'FA02', summary: '楼道灯不亮' }))
  await world.as('community').does(`${at}/dispatch`, act({ assistUnitIds: [world.units.team1] }))
  for (const name of ['property', 'team'] as const) await world.as(name).does(`${at}/sign`, act())
  const far = world.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 60 })
  const listing = { kind: 'listing', reviewOn: far.toString(), condition: '新灯到货', reason: '要等' }
  await world.as('property').does(`${at}/request`, act(listing))
  await world.as('team').does(`${at}/request`, act({ kind: 'pause', days: 1, reason: '等停电' }))
  for (const { id } of (await see(at)).requests)
    await world.as('street').does(`${at}/requests/${id}/decide`, act({ granted: true }))
  world.clock.advance({ hours: 24 * 5 })
  expect(await endPauses(world.system)).toBe(1)
  const stages = (await see(at)).parts.map(({ unit, stage }) => [unit.id, stage])
  expect(Object.fromEntries(stages)).toEqual({
    [world.units.property1]: 'listed',
    [world.units.team1]: 'handling',
  })
})
