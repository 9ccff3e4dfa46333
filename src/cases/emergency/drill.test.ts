import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  declare,
  declareDrill,
  floodBody,
  inHours,
  ownEmergencies,
  seeEmergency,
} from '../../testing/emergency-acts.ts'
import { type EmergencyScene, openEmergencyScene } from '../../testing/emergency-scene.ts'
import type { World } from '../../testing/world.ts'
import { act, type Person } from '../../testing/world-client.ts'
import type { CaseStory } from '../story.contract.ts'
import { climbWhistles } from '../whistle/climb-whistles.ts'
import { recordAbsences } from '../whistle/record-absence.ts'
import type { PublicEmergencies } from './contract.ts'
import { endOverdue } from './end-emergency.ts'

let scene: EmergencyScene
let world: World
let street: Person
let centre: Person
beforeAll(async () => {
  scene = await openEmergencyScene()
  ;({ world } = scene)
  street = world.as('street')
  centre = world.as('centre')
})
afterAll(() => world.close())

const publicRows = async () => (await world.anonymous().sees<PublicEmergencies>('/api/emergencies/now')).rows

describe('a drill', () => {
  let modeId: string
  beforeAll(async () => {
    modeId = await declareDrill(centre, world)
  })
  const practise = (more: object = {}) => ({
    ...act({ areaId: world.places.grid1.id, matter: 'FA03', words: '演练：井盖冲走，有人被困' }),
    ...more,
  })

  test('moves no neighbour’s case; its practice goes first, and counts nowhere', async () => {
    expect(await scene.queueOf(centre)).toEqual(['灯', '噪声', '井盖', '西塘井盖'])
    const accepted = async () =>
      (
        await world.sql<{ sum: string }>(
          'reader',
          "select coalesce(sum(value), 0) as sum from figures where measure = 'accepted'",
        )
      )[0]!.sum
    await world.followersSettled()
    const before = await accepted()
    const made = await centre.does<{ caseId: string }>(`/api/emergencies/${modeId}/practice`, practise())
    scene.names.set(made.caseId, '演练件')
    expect((await scene.queueOf(centre))[0]).toBe('演练件')
    const story = await centre.sees<CaseStory>(`/api/cases/${made.caseId}`)
    expect(story).toMatchObject({ practice: true, stage: 'screened' })
    const into = { into: made.caseId }
    expect((await street.post(`/api/cases/${scene.cases.灯}/join`, act(into))).refusal).toBe('not_permitted')
    await street.does(`/api/cases/${made.caseId}/dispatch`, act())
    const { parts } = await street.sees<CaseStory>(`/api/cases/${made.caseId}`)
    expect(parts[0]!.account.allowedMinutes).toBe(24 * 60)
    await world.followersSettled()
    expect(await accepted()).toBe(before)
    await world.rebuilt()
    expect(await accepted()).toBe(before)
    // A community's first of a kind waits for its street, but not where it is practised; and no rate counts it.
    const unitIds = [world.units.team1]
    const blown = { situation: 'emergency', caseId: made.caseId, words: '演练：请到现场', unitIds }
    const whistle = act({ ...blown, reportMinutes: 60 })
    const { whistleId } = await world.as('community').does<{ whistleId: string }>('/api/whistles', whistle)
    expect(await street.sees(`/api/whistles/${whistleId}`)).toMatchObject({
      practice: true,
      review: { when: 'none' },
      rate: null,
    })
    const refused = async (more: object) =>
      (await centre.post(`/api/emergencies/${modeId}/practice`, practise(more))).refusal
    expect(await refused({ areaId: world.places.grid4.id })).toBe('emergency_area_unfit')
    expect(await refused({ matter: 'FA01' })).toBe('input_invalid')
  })

  test('is no resident’s to know of, and ends by itself as of its time', async () => {
    expect(await publicRows()).toEqual([])
    const seen = (settings: object) =>
      world.sql('app', 'select id from emergency_modes where id = $1', [modeId], settings)
    expect(await seen({})).toEqual([])
    expect(await seen({ acts: ['case.see'] })).toHaveLength(1)
    await world.as('worker').does(`/api/emergencies/${modeId}/acknowledge`, act())
    world.clock.advance({ minutes: 75 })
    expect(await ownEmergencies(world.as('worker'))).toEqual([])
    expect((await scene.queueOf(centre))[0]).toBe('灯')
    const written = await Promise.all([endOverdue(world.system), endOverdue(world.system)])
    expect(written.reduce((sum, count) => sum + count)).toBe(1)
    const page = await seeEmergency(centre, modeId)
    await world.followersSettled()
    type Told = { rows: { kind: string; facts: Record<string, unknown> }[] }
    const { rows } = await world.as('worker').sees<Told>('/api/notices')
    const told = rows.find(({ kind }) => kind === 'grid_accepted')
    expect(told?.facts).toMatchObject({ practice: true })
    const kinds = rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('drill_'))
    expect(kinds).toEqual(['drill_ended', 'drill_called'])
    expect(page).toMatchObject({ endedWhy: 'time', endedAt: page.untilAt, acknowledged: 1, can: [] })
  })

  test('takes with it what was practised: its cases are taken back, and who was called is released', async () => {
    const modeId = await declareDrill(street, world)
    const made = async () => {
      const body = act({ areaId: world.places.grid1.id, matter: 'FA03', words: '演练：井盖冲走' })
      return (await street.does<{ caseId: string }>(`/api/emergencies/${modeId}/practice`, body)).caseId
    }
    const [fresh, inHand] = [await made(), await made()]
    await street.does(`/api/cases/${inHand}/dispatch`, act())
    const blown = { situation: 'emergency', caseId: inHand, words: '演练：请到现场', reportMinutes: 60 }
    const unitIds = [world.units.team1]
    const { whistleId } = await street.does<{ whistleId: string }>(
      '/api/whistles',
      act({ ...blown, unitIds }),
    )
    const slow = act({ ...blown, situation: 'key_work', unitIds, reportMinutes: 24 * 60 })
    const waits = await world.as('community').does<{ whistleId: string }>('/api/whistles', slow)
    expect((await scene.end(street, modeId)).status).toBe(200)
    await world.followersSettled()
    expect(await street.sees(`/api/whistles/${waits.whistleId}`)).toMatchObject({ stage: 'declined' })
    for (const id of [fresh, inHand])
      expect(await street.sees(`/api/cases/${id}`)).toMatchObject({ stage: 'withdrawn' })
    expect(await street.sees(`/api/whistles/${whistleId}`)).toMatchObject({
      stage: 'ended',
      result: '演练已结束',
      calls: [{ stage: 'released' }],
    })
    // Neighbours' cases stay as they were, and rows say what their lines say.
    expect(await scene.queueOf(street)).toEqual(['灯', '噪声', '井盖'])
    expect((await world.verify()).flaws).toEqual([])
    world.clock.advance({ minutes: 120 })
    expect([await climbWhistles(world.system), await recordAbsences(world.system)]).toEqual([0, 0])
  })

  test('puts no practice first beside a real one in a street', async () => {
    const drill = await declareDrill(centre, world, { areaId: world.places.district.id })
    const real = await declare(street, world)
    const body = (areaId: string) => act({ areaId, matter: 'FA03', words: '演练：井盖冲走' })
    for (const [name, place] of [
      ['演练件一', 'grid1'],
      ['演练件二', 'grid4'],
    ] as const) {
      const practice = `/api/emergencies/${drill}/practice`
      const { caseId } = await centre.does<{ caseId: string }>(practice, body(world.places[place].id))
      scene.names.set(caseId, name)
    }
    const queue = await scene.queueOf(centre)
    expect(queue.slice(0, 2).toSorted()).toEqual(['演练件二', '井盖'].toSorted())
    expect(queue.indexOf('演练件一')).toBeGreaterThan(1)
    for (const id of [drill, real]) expect((await scene.end(centre, id)).status).toBe(200)
  })

  test('gives way to a real one, and is refused beside it', async () => {
    const drill = await declareDrill(street, world)
    const real = await declare(street, world)
    expect(await seeEmergency(centre, drill)).toMatchObject({ endedWhy: 'real' })
    const refused = await centre.post(
      '/api/emergencies',
      floodBody(world, { drill: true, untilAt: inHours(world, 1), areaId: world.places.district.id }),
    )
    expect(refused.refusal).toBe('emergency_real_first')
    expect((await scene.end(centre, real)).status).toBe(200)
  })
})
