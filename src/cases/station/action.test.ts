import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actionBody, openTestAction, openTestStation, seeAction, taskOf } from '../../testing/station-acts.ts'
import { blow, whistleBody } from '../../testing/whistle-acts.ts'
import type { World } from '../../testing/world.ts'
import { openWorld } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { StaffName } from '../../testing/world-people.ts'
import type { UnitName } from '../../testing/world-units.ts'
import type { Receipt } from '../contract.ts'
import type { ActionPage, ActionReceipt, OpenedAction } from './action.contract.ts'
import { moveStationReach } from './move-reach.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const answer = async (by: StaffName, actionId: string, unit: UnitName, more: object) => {
  const taskId = await taskOf(world, actionId, unit)
  return world.as(by).post<ActionReceipt>(`/api/joint-actions/${actionId}/tasks/${taskId}/answer`, act(more))
}

describe('an action of a whistle', () => {
  let actionId: string
  let whistleId: string

  test('is opened by who coordinates it, and by nobody else', async () => {
    const { team1, water } = world.units
    whistleId = (await blow(world.as('street'), world, { unitIds: [team1, water] })).whistleId
    const body = () => actionBody(world, ['team1', 'urban', 'water'], { whistleId })
    for (const name of ['community', 'worker', 'evaluator', 'administrator', 'centre'] as const)
      expect((await world.as(name).post('/api/joint-actions', body())).refusal, name).toBe('not_permitted')
    expect((await world.as('team').post('/api/joint-actions', body())).refusal).toBe('not_permitted')
    expect((await world.as('street2').post('/api/joint-actions', body())).status).toBe(404)
    const both = actionBody(world, ['team1'], { whistleId, stationId: whistleId })
    expect((await world.as('street').post('/api/joint-actions', both)).refusal).toBe('input_invalid')
    const early = actionBody(world, ['team1'], { whistleId, startsAt: '2020-01-01T00:00:00Z' })
    expect((await world.as('street').post('/api/joint-actions', early)).refusal).toBe('action_time_unfit')
    const asked = body()
    const opened = await world.as('street').does<OpenedAction>('/api/joint-actions', asked)
    expect(await world.as('street').does('/api/joint-actions', asked)).toEqual(opened)
    actionId = opened.actionId
    const { rows } = await world.as('street').sees<ActionPage>(`/api/joint-actions?whistleId=${whistleId}`)
    expect(rows).toMatchObject([{ id: actionId, phase: 'planned', whistleId, tasks: [{}, {}, {}] }])
  })

  test('a unit sees the plan and its own task, and nothing of the others', async () => {
    const seen = await seeAction(world.as('water'), actionId)
    expect(seen).toMatchObject({
      whole: false,
      tasks: [{ unit: { zh: '区水务局' }, can: ['done', 'undone'] }],
    })
    expect(seen.plan.body).toContain('清理三栋楼顶')
    expect(seen.tasks).toHaveLength(1)
    expect(JSON.stringify(seen)).not.toMatch(/team1|urban/)
    expect((await seeAction(world.as('community'), actionId)).tasks).toHaveLength(3)
    // The department above a team looks on at what the team has to do.
    expect((await seeAction(world.as('department'), actionId)).tasks).toHaveLength(2)
    for (const name of ['street2', 'team2', 'community2', 'property'] as const)
      expect((await world.as(name).get(`/api/joint-actions/${actionId}`)).status, name).toBe(404)
    for (const name of ['worker', 'evaluator', 'administrator'] as const)
      expect((await world.as(name).get(`/api/joint-actions/${actionId}`)).refusal).toBe('not_permitted')
    // The database keeps it too.
    const { district, street1 } = world.places
    const team = { reach: [], units: [world.units.team2], acts: ['action.see'] }
    expect(await world.sql('app', 'select id from joint_tasks', [], team)).toEqual([])
    const worker = { reach: [district.id, street1.id], acts: ['station.see'] }
    expect(await world.sql('app', 'select id from joint_actions', [], worker)).toEqual([])
  })

  test('each unit answers its own: done, or not done and why', async () => {
    expect((await answer('team', actionId, 'water', { done: true })).status).toBe(404)
    expect((await answer('department', actionId, 'team1', { done: true })).refusal).toBe('not_permitted')
    expect((await answer('street', actionId, 'water', { done: true })).refusal).toBe('not_permitted')
    expect((await answer('water', actionId, 'water', { done: false })).refusal).toBe('action_reason_needed')
    expect((await answer('water', actionId, 'water', { done: false, note: '抽水车在检修' })).status).toBe(200)
    expect((await answer('water', actionId, 'water', { done: false, note: '又说' })).refusal).toBe(
      'action_move_not_allowed',
    )
    expect((await answer('team', actionId, 'team1', { done: true, note: '清走两车材料' })).status).toBe(200)
    const late = world.clock.now()
    world.clock.advance({ hours: 6 })
    const { tasks, phase } = await seeAction(world.as('street'), actionId)
    expect(phase).toBe('under_way')
    expect(tasks.map(({ stage, late: isLate, note }) => [stage, isLate, note?.body ?? null])).toEqual([
      ['done', false, '清走两车材料'],
      ['open', true, null],
      ['undone', false, '抽水车在检修'],
    ])
    expect(Temporal.Instant.compare(late, world.clock.now())).toBe(-1)
    const waits = async (name: StaffName) =>
      (await world.as(name).sees<ActionPage>('/api/joint-actions?list=mine')).rows.length
    expect([await waits('department'), await waits('water'), await waits('street')]).toEqual([1, 0, 0])
  })

  test('it ends with one result once no task is open, or says which were left undone and why', async () => {
    const end = (more: object) =>
      world
        .as('street')
        .post<ActionReceipt>(
          `/api/joint-actions/${actionId}/end`,
          act({ result: '清走两车，其余下周再做', ...more }),
        )
    const open = await end({})
    expect(open.refusal).toBe('action_tasks_open')
    const other = { taskId: await taskOf(world, actionId, 'water'), reason: '不是这一项' }
    expect((await end({ leftUndone: [other] })).refusal).toBe('input_invalid')
    expect(
      (await world.as('water').post(`/api/joint-actions/${actionId}/end`, act({ result: '好' }))).refusal,
    ).toBe('not_permitted')
    const left = { taskId: await taskOf(world, actionId, 'urban'), reason: '没有派人来' }
    expect((await end({ leftUndone: [left] })).body.stage).toBe('ended')
    const seen = await seeAction(world.as('water'), actionId)
    expect(seen).toMatchObject({ phase: 'ended', said: { body: '清走两车，其余下周再做' }, can: [] })
    const { tasks } = await seeAction(world.as('street'), actionId)
    expect(tasks[1]).toMatchObject({ stage: 'undone', byLead: true, note: { body: '没有派人来' } })
    expect((await answer('department', actionId, 'urban', { done: true })).refusal).toBe('action_over')
    expect((await world.verify()).flaws).toEqual([])
  })

  test('words in which a person is named are erased on record', async () => {
    const { tasks } = await seeAction(world.as('centre'), actionId)
    const body = act({ textIds: [tasks[2]!.note!.id], reason: '写了个人姓名' })
    const at = `/api/joint-actions/${actionId}/erase-texts`
    expect((await world.as('street').post(at, body)).refusal).toBe('not_permitted')
    await world.as('centre').does(at, body)
    expect((await seeAction(world.as('street'), actionId)).tasks[2]!.note).toMatchObject({ body: null })
    expect((await world.verify()).flaws).toEqual([])
  })

  test('a whistle that is over, or practised, opens none', async () => {
    const { whistleId: waiting } = await blow(world.as('community'), world, { situation: 'key_work' })
    const body = actionBody(world, ['team1'], { whistleId: waiting })
    expect((await world.as('street').post('/api/joint-actions', body)).refusal).toBe('action_whistle_unfit')
  })
})

describe('an action of a station', () => {
  test('is led by its unit, gets more tasks, and is called off with the reason', async () => {
    const { stationId } = await openTestStation(world)
    const team = world.as('team')
    const { actionId } = await openTestAction(team, world, ['water'], { stationId })
    expect(await seeAction(team, actionId)).toMatchObject({
      whole: true,
      tasks: [{ unit: { zh: '区水务局' } }],
      can: ['add', 'end', 'call_off'],
    })
    const { tasks } = { ...actionBody(world, ['property1']) } as unknown as { tasks: object[] }
    await team.does(`/api/joint-actions/${actionId}/tasks`, act({ tasks }))
    // Who comes later reads the plan, and not what the first was asked.
    const later = await seeAction(world.as('property'), actionId)
    expect(later.plan.body).toContain('清理三栋楼顶')
    expect(JSON.stringify(later)).not.toContain('water')
    expect(
      await world.sql(
        'owner',
        `select id from sealed_texts where subject = $1 and kind = 'action_task'
      and body like '%water%' and $2 = any(units)`,
        [actionId, world.units.property1],
      ),
    ).toEqual([])
    const off = act({ reason: '下雨改期' })
    expect((await world.as('water').post(`/api/joint-actions/${actionId}/call-off`, off)).refusal).toBe(
      'not_permitted',
    )
    await team.does(`/api/joint-actions/${actionId}/call-off`, off)
    expect(await seeAction(world.as('water'), actionId)).toMatchObject({
      phase: 'called_off',
      said: { body: '下雨改期' },
      tasks: [{ stage: 'called_off', late: false }],
    })
    expect((await world.verify()).flaws).toEqual([])
  })
})

test('a case that turns out to be confidential takes the actions of its whistles along', async () => {
  const report = { place: world.places.building1.placeCode, words: '楼道堆物' }
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', act(report))
  const street = world.as('street')
  const screen = (more: object) =>
    world.as('community').does(`/api/cases/${caseId}/screen`, act({ summary: '某小区楼道堆物', ...more }))
  await screen({ matter: 'FA02' })
  const { whistleId } = await street.does<{ whistleId: string }>(
    '/api/whistles',
    whistleBody(world, { caseId, areaId: undefined }),
  )
  const { actionId } = await openTestAction(street, world, ['water'], { whistleId })
  // Taken for the same as another, it is seen to be another thing.
  const other = await world.anonymous().does<Receipt>('/api/reports', act(report))
  await world
    .as('community')
    .does(`/api/cases/${other.caseId}/screen`, act({ matter: 'FA02', summary: '某小区楼道堆物' }))
  await street.does(`/api/cases/${caseId}/join`, act({ into: other.caseId }))
  await screen({ matter: 'MJ01' })
  for (const name of ['street', 'community', 'water'] as const)
    expect((await world.as(name).get(`/api/joint-actions/${actionId}`)).status, name).toBe(404)
  expect(await seeAction(world.as('centre'), actionId)).toMatchObject({ phase: 'called_off', said: null })
  const words = 'select id from sealed_texts where subject = $1'
  const { street1 } = world.places
  const there = { reach: [street1.id], units: [world.units.water], acts: ['action.see'] }
  expect(await world.sql('app', words, [actionId], there)).toEqual([])
  expect((await world.verify()).flaws).toEqual([])
})

test('a community that moves takes its stations and actions along', async () => {
  const { community1, street1, street2 } = world.places
  const { stationId } = await openTestStation(world)
  const { actionId } = await openTestAction(world.as('street'), world, ['water'], { stationId })
  const move = (parentId: string) =>
    world
      .as('administrator')
      .does(`/api/areas/${community1.id}/move`, act({ parentId, fromDay: '2026-11-18' }))
  const statuses = async () => [
    (await world.as('street').get(`/api/joint-actions/${actionId}`)).status,
    (await world.as('street2').get(`/api/joint-actions/${actionId}`)).status,
    (await world.as('street2').get(`/api/stations/${stationId}`)).status,
  ]
  expect(await statuses()).toEqual([200, 404, 403])
  await move(street2.id)
  expect(await moveStationReach(world.system, community1.id)).toBeGreaterThan(1)
  expect(await moveStationReach(world.system, community1.id)).toBe(0)
  expect(await statuses()).toEqual([404, 200, 200])
  expect((await seeAction(world.as('street2'), actionId)).plan.body).toContain('三栋')
  await move(street1.id)
  await moveStationReach(world.system, community1.id)
  expect((await world.verify()).flaws).toEqual([])
})

test('a task that was bettered by hand is named', async () => {
  const sql = `update joint_tasks set by_lead = false where by_lead returning id`
  const [task] = await world.sql<{ id: string }>('owner', sql)
  const { flaws } = await world.verify()
  expect(flaws).toMatchObject([{ kind: 'row_changed', about: `task ${task!.id}: byLead` }])
})
