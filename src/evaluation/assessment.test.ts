import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../cases/contract.ts'
import { doAndRate, handToProperty, threeSaySomething } from '../testing/assessment-acts.ts'
import { blow, elsewhere, onCall, onTheSpot } from '../testing/whistle-acts.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import { act, type Person } from '../testing/world-client.ts'
import type { Assessment, ClaimPage, FactPage, UnitAssessment } from './contract.ts'
import type { MarkPage } from './marks.contract.ts'
import type { Groups, OwnTimings } from './timings.contract.ts'

let world: World
let good: Receipt
let bad: Receipt
/** Rated and closed. */
let closed: Receipt
/** Done in time and closed; its reporter says nothing until January. */
let quiet: Receipt
const month = '2026-12'

/** A formula by which three facts say something, and a month in which three cases went well and one did not. */
beforeAll(async () => {
  world = await openWorld()
  const centre = world.as('centre')
  await centre.does('/api/assessment/formulas', act({ ...threeSaySomething, fromMonth: month }))
  world.clock.set('2026-12-02T09:30:00+08:00')
  good = await handToProperty(world)
  await doAndRate(world, good, 5)
  quiet = await handToProperty(world, '楼梯间积水')
  await doAndRate(world, quiet, null)
  closed = await handToProperty(world, '楼梯扶手松动')
  await doAndRate(world, closed, 4)
  for (const { caseId } of [quiet, closed]) {
    await centre.does(`/api/cases/${caseId}/check`, act({ passed: true }))
    await centre.does(`/api/cases/${caseId}/close`, act())
  }
  bad = await handToProperty(world, '单元门坏了')
  world.clock.advance({ days: 6 })
  await doAndRate(world, bad, 1)
  await world.followersSettled()
})
afterAll(() => world.close())

const unitOf = (by: Person, unitId: string, of = month) =>
  by.get<UnitAssessment>(`/api/assessment/units/${unitId}?month=${of}`)
const factsOf = async (by: Person, unitId: string, of = month) =>
  (await by.sees<FactPage>(`/api/assessment/units/${unitId}/facts?month=${of}`)).rows
const kept = async () => ({
  facts: await world.sql(
    'reader',
    'select * from assessment_facts order by subject, unit_id, measure, round, month',
  ),
  sums: await world.sql('reader', 'select * from assessment_sums order by 1, 2, 3, 4, 5, 6, 7'),
  timings: await world.sql('reader', 'select * from worker_timings order by subject, act, round'),
  groups: await world.sql('reader', 'select * from worker_groups order by unit_id, month, act'),
})
const shares = ({ measures }: UnitAssessment['down']) =>
  measures.map(({ measure, points, outOf }) => `${measure} ${points}/${outOf}`)

test('a score opens down to its cases, and they are all that it is made of', async () => {
  const { property1 } = world.units
  const { body } = await unitOf(world.as('property'), property1)
  // The second case was answered and done late, not solved, and is handed out anew.
  expect(shares(body.down)).toEqual([
    'responded 3/4',
    'resolved 3/4',
    'solved 2/3',
    'satisfied 2/3',
    'stood 2/3',
  ])
  expect(body.down.scoreTenths).toBe(700)
  const facts = await factsOf(world.as('property'), property1)
  for (const { measure, points, outOf, facts: count } of body.down.measures) {
    const its = facts.filter((fact) => fact.measure === measure)
    const sum = (of: 'points' | 'outOf') => its.reduce((all, fact) => all + fact[of], 0)
    expect([count, sum('points'), sum('outOf')], measure).toEqual([its.length, points, outOf])
  }
  const numbers = new Set(facts.map(({ number }) => number))
  expect(numbers).toEqual(new Set([good, bad, quiet, closed].map(({ number }) => number)))
  const all = await world.as('centre').sees<Assessment>(`/api/assessment?month=${month}`)
  expect(all.units).toMatchObject([{ unit: { id: property1 }, scoreTenths: 700 }])
})

test('a unit is seen by itself, its street and the centre, and whoever sees no case reads nothing of it', async () => {
  const { property1 } = world.units
  const seen = async (by: Person) => (await unitOf(by, property1)).refusal ?? 'seen'
  for (const name of ['property', 'street', 'centre'] as const)
    expect(await seen(world.as(name)), name).toBe('seen')
  for (const name of ['street2', 'community', 'team', 'water'] as const)
    expect(await seen(world.as(name)), name).toBe('not_permitted')
  for (const name of ['worker', 'evaluator', 'administrator'] as const)
    expect(await seen(world.as(name)), name).toBe('not_permitted')
  expect(await seen(world.anonymous())).toBe('sign_in_needed')
  expect((await world.as('street2').sees<Assessment>(`/api/assessment?month=${month}`)).units).toEqual([])
  const { district, street1 } = world.places
  const noAct = { reach: [district.id, street1.id], units: [property1], acts: ['case.see'] }
  expect(await world.sql('app', 'select subject from assessment_facts', [], noAct)).toEqual([])
})

test('workers see their own timings and nobody else’s; a group of few is no group', async () => {
  const own = await world.as('property').sees<OwnTimings>(`/api/assessment/own?month=${month}`)
  expect(
    own.rows.flatMap(({ act: done, number }) =>
      number === quiet.number || number === closed.number ? [] : [[done, number]],
    ),
  ).toEqual([
    ['resolved', bad.number],
    ['signed', bad.number],
    ['resolved', good.number],
    ['signed', good.number],
  ])
  for (const name of ['street', 'centre', 'administrator'] as const) {
    const { body, refusal } = await world.as(name).get<OwnTimings>(`/api/assessment/own?month=${month}`)
    expect(refusal ?? body.rows, name).toEqual(name === 'administrator' ? 'not_permitted' : [])
  }
  const groups = await world.as('street').sees<Groups>(`/api/assessment/groups?month=${month}`)
  expect(groups).toMatchObject({ least: 3, rows: [] })
  const { district } = world.places
  const everything = { reach: [district.id], acts: ['assessment.see'] }
  expect(await world.sql('app', 'select * from worker_groups', [], everything)).toEqual([])
  expect(await world.sql('app', 'select * from worker_timings', [], everything)).toEqual([])
})

test('too few to say is said, and no number, where a formula wants more', async () => {
  world.clock.set('2026-12-08T10:00:00+08:00')
  const formulas = { ...threeSaySomething, fromMonth: '2027-01' }
  formulas.weights = formulas.weights.map((row) => ({ ...row, least: 10 }))
  const centre = world.as('centre')
  await centre.does('/api/assessment/formulas', act(formulas))
  expect((await centre.post('/api/assessment/formulas', act(formulas))).refusal).toBe(
    'assessment_formula_announced',
  )
  const begun = act({ ...formulas, fromMonth: month })
  expect((await centre.post('/api/assessment/formulas', begun)).refusal).toBe('assessment_formula_late')
  world.clock.set('2027-01-05T10:00:00+08:00')
  const receipt = await handToProperty(world, '楼梯扶手松了')
  await doAndRate(world, receipt, 4)
  await world.followersSettled()
  const { body } = await unitOf(centre, world.units.property1, '2027-01')
  expect(body.down.scoreTenths).toBeNull()
  expect(body.down.measures.find(({ measure }) => measure === 'resolved')).toMatchObject({
    points: null,
    outOf: null,
    facts: null,
    any: true,
  })
})

test('no formula makes less than three facts say something, nor leaves a direction without weights', async () => {
  const centre = world.as('centre')
  const announce = async (changed: object) => {
    const weights = threeSaySomething.weights.map((row) => ({ ...row, ...changed }))
    return (
      await centre.post(
        '/api/assessment/formulas',
        act({ ...threeSaySomething, weights, fromMonth: '2027-06' }),
      )
    ).refusal
  }
  expect(await announce({ least: 2 })).toBe('input_invalid')
  expect(await announce({ weight: 0 })).toBe('assessment_weights_empty')
  const lowered = 'update assessment_weights set least = 2'
  await expect(world.sql('owner', lowered)).rejects.toThrow('assessment_weights_least_check')
})

test('a complaint found unreasonable is taken out by a decision, and moves the score by exactly that', async () => {
  const { property1 } = world.units
  const property = world.as('property')
  world.clock.set('2027-01-04T10:00:00+08:00')
  const claim = (more: object = {}) =>
    act({
      kind: 'exclusion',
      unitId: property1,
      month,
      subjects: [bad.caseId],
      words: '反复要求换全新灯具',
      ...more,
    })
  expect((await world.as('street').post('/api/assessment/claims', claim())).refusal).toBe('not_permitted')
  const stranger = claim({ subjects: [world.places.grid1.id] })
  expect((await property.post('/api/assessment/claims', stranger)).refusal).toBe('assessment_subject_unfit')
  const { id } = await property.does<{ id: string }>('/api/assessment/claims', claim())
  expect((await property.post('/api/assessment/claims', claim())).refusal).toBe('assessment_claimed_already')
  const decide = act({ granted: true, takenOut: [bad.caseId], words: '属实，剔除' })
  const at = `/api/assessment/claims/${id}/decide`
  expect((await property.post(at, decide)).refusal).toBe('not_permitted')
  const wrong = { ...act(), granted: true, takenOut: [good.caseId], words: '属实' }
  expect((await world.as('centre').post(at, wrong)).refusal).toBe('assessment_subject_unfit')
  await world.as('centre').does(at, decide)
  expect((await world.as('centre').post(at, { ...decide, ...act() })).refusal).toBe(
    'assessment_claim_decided',
  )
  await world.followersSettled()
  const { body } = await unitOf(property, property1)
  expect(shares(body.down)).toEqual([
    'responded 3/3',
    'resolved 3/3',
    // Two answers are too few to say, and so are two that stood.
    'solved null/null',
    'satisfied null/null',
    'stood null/null',
  ])
  expect([body.down.scoreTenths, body.takenOut]).toEqual([1000, 1])
  const out = (await factsOf(property, property1)).filter(({ counted }) => counted === 'taken_out')
  expect(new Set(out.map(({ subject }) => subject))).toEqual(new Set([bad.caseId]))
  const { rows } = await property.sees<ClaimPage>('/api/assessment/claims')
  expect(rows).toMatchObject([{ granted: true, words: '反复要求换全新灯具', decision: '属实，剔除' }])
  expect((await world.as('street2').sees<ClaimPage>('/api/assessment/claims')).rows).toEqual([])
})

test('a whistle says who was late, who refused and who came from elsewhere; departments are marked from below', async () => {
  world.clock.set('2026-12-10T09:00:00+08:00')
  const { team1, water, urban } = world.units
  const street = world.as('street')
  const { whistleId } = await blow(street, world, { unitIds: [team1, water, urban] })
  const call = onCall(world, whistleId)
  world.clock.advance({ minutes: 70 })
  await call(world.as('team'), team1, 'sign')
  await call(world.as('water'), water, 'refuse', { words: '没人' })
  await call(world.as('department'), urban, 'sign')
  await call(world.as('team'), team1, 'arrive', { point: onTheSpot })
  await call(world.as('department'), urban, 'arrive', { point: elsewhere })
  world.clock.advance({ hours: 6 })
  const support = { kind: 'support', unitId: water, areaId: world.places.street1.id, support: 2 }
  await street.does('/api/assessment/marks', act({ ...support, words: '常找不到人' }))
  expect((await street.post('/api/assessment/marks', act(support))).refusal).toBe('assessment_marked_already')
  const own = act({ ...support, unitId: world.units.office1 })
  expect((await street.post('/api/assessment/marks', own)).refusal).toBe('assessment_mark_unfit')
  expect((await world.as('street2').post('/api/assessment/marks', act(support))).refusal).toBe(
    'not_permitted',
  )
  await world.followersSettled()
  const said = async (unitId: string) =>
    (await factsOf(world.as('centre'), unitId))
      .map(({ measure, points, because }) => `${measure} ${points} ${because}`)
      .sort()
  expect(await said(team1)).toEqual(['answered 0 absent', 'arrived 1 in_time', 'signed 0 late'])
  expect(await said(water)).toEqual([
    'answered 0 absent',
    'arrived 0 refused',
    'signed 0 absent',
    'support_mark 2 marked',
  ])
  expect(await said(urban)).toEqual(['answered 0 absent', 'arrived 0 elsewhere', 'signed 0 late'])
  const up = await world.as('centre').sees<Assessment>(`/api/assessment?month=${month}&direction=up`)
  expect(up.units.map(({ unit }) => unit.id).sort()).toEqual([team1, water, urban].sort())
  const marks = await world.as('water').sees<MarkPage>('/api/assessment/marks')
  expect(marks.rows).toMatchObject([{ support: 2, words: '常找不到人', by: [{ zh: '东渡街道' }] }])
  expect((await world.as('team').sees<MarkPage>('/api/assessment/marks')).rows).toEqual([])
})

test('a month is final once its claims are over and decided, and nothing that comes later changes it', async () => {
  const { property1 } = world.units
  const centre = world.as('centre')
  const close = () => centre.post(`/api/assessment/months/${month}/close`, act())
  world.clock.set('2027-01-05T20:00:00+08:00')
  expect((await close()).refusal).toBe('assessment_month_not_over')
  const objection = { kind: 'objection', unitId: property1, month, subjects: [], words: '请复核评分' }
  const { id } = await world.as('property').does<{ id: string }>('/api/assessment/claims', act(objection))
  world.clock.set('2027-01-06T09:00:00+08:00')
  expect((await world.as('property').post('/api/assessment/claims', act(objection))).refusal).toBe(
    'assessment_claims_over',
  )
  expect((await close()).refusal).toBe('assessment_claims_open')
  await centre.does(
    `/api/assessment/claims/${id}/decide`,
    act({ granted: false, takenOut: [], words: '无误' }),
  )
  expect((await world.as('street').post(`/api/assessment/months/${month}/close`, act())).refusal).toBe(
    'not_permitted',
  )
  await world.followersSettled()
  const before = await factsOf(centre, property1)
  expect((await close()).status).toBe(200)
  expect((await close()).refusal).toBe('assessment_month_final')
  world.clock.advance({ minutes: 1 })
  // A reporter says only now that it was not solved: December stands, and January has the reopening.
  await world
    .anonymous()
    .withReceipt(quiet.receiptCode)
    .does('/api/follow/rate', act({ solved: false, rating: 1, words: '又坏了' }))
  await world.followersSettled()
  expect(await factsOf(centre, property1)).toEqual(before)
  const january = await factsOf(centre, property1, '2027-01')
  expect(
    january.filter(({ subject, measure }) => subject === quiet.caseId && measure === 'stood'),
  ).toMatchObject([{ points: 0 }])
  const { head } = (await unitOf(centre, property1)).body
  expect(head).toMatchObject({ state: 'final', mayClose: false })
})

test('what is kept is what the journal says: made anew it is the same, and the record verifies', async () => {
  await world.followersSettled()
  const live = await kept()
  expect(live.facts.length).toBeGreaterThan(20)
  await world.rebuilt()
  expect(await kept()).toEqual(live)
  expect((await world.verify()).flaws).toEqual([])
})
