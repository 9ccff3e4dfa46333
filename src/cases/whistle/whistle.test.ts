import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  blow,
  callsByUnit,
  elsewhere,
  onCall,
  onTheSpot,
  seeWhistle,
  whistleBody,
} from '../../testing/whistle-acts.ts'
import type { World } from '../../testing/world.ts'
import { openWorld } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { StaffName } from '../../testing/world-people.ts'
import type { WaitingWhistles, Whistle, WhistlePage, WhistleRates, WhistleReceipt } from './contract.ts'
import { recordAbsences } from './record-absence.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const linesOf = (whistleId: string) =>
  world.sql<{ kind: string; chain: string; actor: string; occurred_at: Temporal.Instant }>(
    'reader',
    'select kind, chain, actor, occurred_at from journal where subject = $1 order by seq',
    [whistleId],
  )

describe('four units are called, and each answers in its own way', () => {
  let whistleId: string
  const answers: Record<string, unknown> = {}
  const stageOf = (name: string) => answers[name]

  beforeAll(async () => {
    const { units, clock } = world
    const unitIds = [units.team1, units.urban, units.water, units.property1]
    const street = world.as('street')
    const blown = await blow(street, world, { unitIds })
    whistleId = blown.whistleId
    expect(blown).toMatchObject({ stage: 'sounding', lines: [] })
    const call = onCall(world, whistleId)
    const says = async (...[by, unitId, verb, more]: Parameters<typeof call>) =>
      (await call(by, unitId, verb, more)).refusal
    clock.advance({ minutes: 20 })
    // The team does all right.
    expect(await says(world.as('team'), units.team1, 'sign')).toBeNull()
    expect(await says(world.as('team'), units.team1, 'contact', { note: '已联系街道值班' })).toBeNull()
    // The department of water refuses, and must say why.
    answers.silent = await says(world.as('water'), units.water, 'refuse')
    expect(await says(world.as('water'), units.water, 'refuse', { words: '不属于我局职责' })).toBeNull()
    // The firm declines, which is no refusal.
    expect(await says(world.as('property'), units.property1, 'refuse', { words: '人手不够' })).toBeNull()
    clock.advance({ minutes: 41 })
    // The department of urban management has not signed; two servers write its absence at once.
    const written = await Promise.all([recordAbsences(world.system), recordAbsences(world.system)])
    answers.absences = written.reduce((sum, count) => sum + count)
    expect(await says(world.as('department'), units.urban, 'sign')).toBeNull()
    answers.foreign = await says(world.as('department'), units.team1, 'arrive')
    expect(await says(world.as('department'), units.urban, 'arrive', { point: elsewhere })).toBeNull()
    expect(await says(world.as('team'), units.team1, 'arrive', { point: onTheSpot })).toBeNull()
    expect(await says(world.as('team'), units.team1, 'act', { note: '已查封工具，责令停工' })).toBeNull()
    answers.early = (await street.post(`/api/whistles/${whistleId}/end`, act({ result: '已停工' }))).refusal
    answers.leaves = await says(world.as('team'), units.team1, 'release')
    answers.unreleased = await says(street, units.team1, 'rate', { result: 5, attitude: 5 })
    expect(await says(street, units.team1, 'release')).toBeNull()
    expect(await says(street, units.team1, 'rate', { result: 5, attitude: 5, note: '来得快' })).toBeNull()
    answers.twice = await says(street, units.team1, 'rate', { result: 1, attitude: 1 })
    expect(await says(street, units.water, 'rate', { result: 1, attitude: 2 })).toBeNull()
    answers.firm = await says(street, units.property1, 'rate', { result: 3, attitude: 3 })
  })

  test('the page says exactly what each of them did', async () => {
    const calls = await callsByUnit(world.as('street'), whistleId)
    expect(calls.东渡街道城管中队).toMatchObject({
      how: 'whistled',
      stage: 'released',
      absentAt: null,
      elsewhereAt: null,
      metres: 0,
      timeliness: { sign: 'in_time', contact: 'in_time', report: 'in_time' },
      rating: { promptness: 5, result: 5, attitude: 5 },
      can: [],
    })
    expect(calls.区城管局).toMatchObject({
      how: 'whistled',
      stage: 'arrived_elsewhere',
      arrivedAt: null,
      timeliness: { sign: 'late', contact: 'open', report: 'open' },
      rating: null,
      can: ['confirm', 'press', 'release'],
    })
    expect(calls.区城管局!.absentAt).toBe(calls.区城管局!.signDueAt)
    expect(calls.区城管局!.metres).toBeGreaterThan(1500)
    expect(calls.区水务局).toMatchObject({
      stage: 'refused',
      absentAt: null,
      timeliness: { sign: 'not_owed', contact: 'not_owed', report: 'not_owed' },
      rating: { result: 1, attitude: 2 },
    })
    expect(calls.柳岸物业).toMatchObject({
      how: 'invited',
      stage: 'declined',
      absentAt: null,
      rating: null,
    })
  })

  test('the absence is written once, by the program, as of the deadline', async () => {
    expect(stageOf('absences')).toBe(1)
    const lines = await linesOf(whistleId)
    const [absent, ...more] = lines.filter(({ kind }) => kind === 'whistle.call_absent')
    expect(more).toEqual([])
    expect(absent).toMatchObject({ actor: 'system', chain: world.places.community1.id })
    const { soundedAt } = await seeWhistle(world.as('street'), whistleId)
    expect(absent!.occurred_at.since(Temporal.Instant.from(soundedAt!)).total('minutes')).toBe(60)
  })

  test('what may not be is refused by its name', () => {
    expect(answers).toMatchObject({
      silent: 'input_invalid',
      foreign: 'not_permitted',
      early: 'whistle_units_on_the_spot',
      leaves: 'not_permitted',
      unreleased: 'whistle_not_to_rate',
      twice: 'whistle_rated_already',
      firm: 'whistle_not_to_rate',
    })
  })

  test('a unit sees its own rating and nobody else’s, and that the others were called', async () => {
    const calls = await callsByUnit(world.as('water'), whistleId)
    expect(Object.keys(calls)).toHaveLength(4)
    expect(calls.区水务局!.rating).toMatchObject({ attitude: 2 })
    expect(calls.东渡街道城管中队!.rating).toBeNull()
    const { timeline, rate } = await seeWhistle(world.as('water'), whistleId)
    expect(rate).toBeNull()
    const rated = timeline.filter(({ kind }) => kind === 'whistle.call_rated')
    expect(rated.map(({ unit }) => unit?.zh)).toEqual(['区水务局'])
    expect(JSON.stringify(timeline)).not.toContain('来得快')
  })

  test('nobody else finds it', async () => {
    for (const name of ['street2', 'team2', 'community2'] as const)
      expect(await world.as(name).get(`/api/whistles/${whistleId}`)).toMatchObject({ status: 404 })
    for (const name of ['worker', 'evaluator', 'administrator'] as const)
      expect(await world.as(name).get(`/api/whistles/${whistleId}`)).toMatchObject({
        refusal: 'not_permitted',
      })
    const { rows } = await world.as('team2').sees<WhistlePage>('/api/whistles')
    expect(rows).toEqual([])
  })

  test('a list holds what waits for its reader, and is searched', async () => {
    const listed = async (name: StaffName, query: string) =>
      (await world.as(name).sees<WhistlePage>(`/api/whistles?${query}`)).rows.length
    const counted = async (name: StaffName) =>
      (await world.as(name).sees<WaitingWhistles>('/api/whistles/count')).waiting
    // To come to the spot, and to say whether it has; who refused, left or only looks on is waited for no more.
    for (const [name, waits] of [
      ['department', 1],
      ['street', 1],
      ['water', 0],
      ['team', 0],
      ['centre', 0],
    ] as const)
      expect([name, await listed(name, 'list=mine'), await counted(name)]).toEqual([name, waits, waits])
    expect([await listed('street', 'list=open'), await listed('street', 'list=over')]).toEqual([1, 0])
    expect(await listed('street', `unitId=${world.units.water}&text=违建`)).toBe(1)
    expect(await listed('street', `unitId=${world.units.team2}`)).toBe(0)
    expect(await listed('street', 'text=%25')).toBe(0)
    expect(await listed('street', `caseId=${whistleId}`)).toBe(0)
  })

  test('the street confirms, releases, and ends it with one result; the record stands', async () => {
    const street = world.as('street')
    const call = onCall(world, whistleId)
    const confirmed = await call(street, world.units.urban, 'confirm')
    expect(confirmed.body.call).toMatchObject({ stage: 'arrived' })
    const { 区城管局: urban } = await callsByUnit(street, whistleId)
    // It was found elsewhere: it is there from the street's word.
    expect(urban!.arrivedAt).toBe(urban!.confirmedAt)
    await call(street, world.units.urban, 'release')
    const ended = await street.does<WhistleReceipt>(
      `/api/whistles/${whistleId}/end`,
      act({ result: '已停工' }),
    )
    expect(ended.stage).toBe('ended')
    expect(await seeWhistle(world.as('centre'), whistleId)).toMatchObject({
      stage: 'ended',
      result: '已停工',
    })
    expect((await call(world.as('water'), world.units.water, 'sign')).refusal).toBe('whistle_not_sounding')
    expect((await world.verify()).flaws).toEqual([])
  })
})

describe('limits, so that a whistle stays serious', () => {
  test('a community’s first of a kind waits for its street, and nobody is called before', async () => {
    const community = world.as('community')
    const { whistleId, stage } = await blow(community, world, { situation: 'key_work' })
    expect(stage).toBe('waiting')
    expect(await world.as('team').get(`/api/whistles/${whistleId}`)).toMatchObject({ status: 404 })
    const review = (warranted: boolean, more: object = {}) =>
      world
        .as('street')
        .post<WhistleReceipt>(`/api/whistles/${whistleId}/review`, act({ warranted, ...more }))
    expect(
      (await community.post(`/api/whistles/${whistleId}/review`, act({ warranted: true }))).refusal,
    ).toBe('not_permitted')
    expect((await review(false)).refusal).toBe('case_reason_needed')
    world.clock.advance({ minutes: 90 })
    expect((await review(true)).body.stage).toBe('sounding')
    expect((await review(true)).refusal).toBe('whistle_review_not_waiting')
    // The clocks run from the sound, not from when it was asked for.
    const { 东渡街道城管中队: team } = await callsByUnit(world.as('team'), whistleId)
    expect(team).toMatchObject({ stage: 'called', timeliness: { sign: 'open' } })
    expect((await seeWhistle(world.as('team'), whistleId)).words).toContain('违建')
    expect(await blow(community, world, { situation: 'key_work' })).toMatchObject({ stage: 'sounding' })
  })

  test('in an emergency it sounds at once, with half an hour to sign, and is looked at afterwards', async () => {
    const words = '地下车库进水，有人被困'
    const blown = await blow(world.as('community'), world, { situation: 'emergency', words })
    expect(blown.stage).toBe('sounding')
    const { whistleId } = blown
    const whistle = await seeWhistle(world.as('street'), whistleId)
    expect(whistle).toMatchObject({ review: { when: 'after', reviewedAt: null }, can: ['review', 'call'] })
    const due = Temporal.Instant.from(whistle.calls[0]!.signDueAt!)
    expect(due.since(Temporal.Instant.from(whistle.soundedAt!)).total('minutes')).toBe(30)
    const body = act({ warranted: false, reason: '只是积水，没有人被困' })
    await world.as('street').does(`/api/whistles/${whistleId}/review`, body)
    const { rates } = await world.as('centre').sees<WhistleRates>('/api/whistle-rates')
    const own = rates.find(({ blower }) => blower.kind === 'community_desk')
    expect(own).toMatchObject({ days: 30, blown: 3, declined: 0, unwarranted: 1 })
    // One that was not warranted was no first: the next is looked at again.
    const next = await blow(world.as('community'), world, { situation: 'emergency' })
    expect(await seeWhistle(world.as('street'), next.whistleId)).toMatchObject({ review: { when: 'after' } })
  })

  test.each([
    ['a department', 'team', {}, 'not_permitted'],
    ['the centre', 'centre', {}, 'not_permitted'],
    ['a street elsewhere', 'street2', {}, 'not_permitted'],
    ['too soon to come', 'street', { reportMinutes: 10 }, 'whistle_report_time'],
    ['nobody named', 'street', { unitIds: [] }, 'input_invalid'],
  ] as const)('%s', async (_, by, more, refusal) => {
    expect((await world.as(by).post('/api/whistles', whistleBody(world, more))).refusal).toBe(refusal)
  })

  test('an office is not called, and nobody twice', async () => {
    const { office1, team1 } = world.units
    const asked = async (unitIds: string[]) =>
      (await world.as('street').post('/api/whistles', whistleBody(world, { unitIds }))).refusal
    expect(await asked([office1])).toBe('whistle_unit_unfit')
    expect(await asked([team1, team1])).toBe('case_units_repeat')
  })

  test('sent twice it is blown once', async () => {
    const body = whistleBody(world)
    const first = await world.as('street').does('/api/whistles', body)
    expect(await world.as('street').does('/api/whistles', body)).toEqual(first)
    const other = { ...body, words: '别的事' }
    expect((await world.as('street').post('/api/whistles', other)).refusal).toBe('request_id_reused')
  })

  test('the district announces its own limits from a day on, and what was blown keeps its own', async () => {
    const { inForce } = await world.as('team').sees<{ inForce: Whistle }>('/api/whistle-rules')
    const rules = { ...inForce, validFrom: '2026-11-18', blowers: ['street_desk'], signMinutes: 45 }
    expect((await world.as('street').post('/api/whistle-rules', act(rules))).refusal).toBe('not_permitted')
    const past = act({ ...rules, validFrom: '2026-11-17' })
    expect((await world.as('centre').post('/api/whistle-rules', past)).refusal).toBe('whistle_rules_past')
    await world.as('centre').does('/api/whistle-rules', act(rules))
    const again = await world.as('centre').post('/api/whistle-rules', act(rules))
    expect(again.refusal).toBe('whistle_rules_announced')
    const community = await world.as('community').post('/api/whistles', whistleBody(world))
    expect(community.refusal).toBe('whistle_not_yours_to_blow')
    const { whistleId } = await blow(world.as('street'), world)
    const { calls, soundedAt } = await seeWhistle(world.as('street'), whistleId)
    const due = Temporal.Instant.from(calls[0]!.signDueAt!)
    expect(due.since(Temporal.Instant.from(soundedAt!)).total('minutes')).toBe(45)
    expect((await world.verify()).flaws).toEqual([])
  })
})
