import { afterAll, beforeAll, expect, test } from 'vitest'
import { declare, inHours, ownEmergencies, seeEmergency } from '../../testing/emergency-acts.ts'
import { type EmergencyScene, openEmergencyScene } from '../../testing/emergency-scene.ts'
import type { World } from '../../testing/world.ts'
import { act, type Person } from '../../testing/world-client.ts'
import type { Receipt } from '../contract.ts'
import type { DeskPage } from '../story.contract.ts'
import type { PublicEmergencies } from './contract.ts'
import { tellEnds } from './end-emergency.ts'

let scene: EmergencyScene
let world: World
let street: Person
beforeAll(async () => {
  scene = await openEmergencyScene()
  ;({ world } = scene)
  street = world.as('street')
})
afterAll(() => world.close())

const publicWords = async () =>
  (await world.anonymous().sees<PublicEmergencies>('/api/emergencies/now')).rows.map(({ words }) => words)

test('words that were wrong are put right by other words, and those before stay on the record', async () => {
  const untilAt = inHours(world, 4)
  const modeId = await declare(street, world, { words: '河边的路请绕行', untilAt })
  const reword = (words: string, more: object = {}) =>
    street.post(`/api/emergencies/${modeId}/change`, act({ level: 3, untilAt, words, ...more }))
  expect((await reword('河东路请绕行，河西路可以走')).status).toBe(200)
  expect(await publicWords()).toEqual(['河东路请绕行，河西路可以走'])
  expect(await ownEmergencies(world.as('worker'))).toMatchObject([{ words: '河东路请绕行，河西路可以走' }])
  const said = (await seeEmergency(street, modeId)).timeline.map(({ kind, texts }) => [
    kind,
    texts.find((text) => text.kind === 'emergency_words')?.body,
  ])
  expect(said).toEqual([
    ['emergency.declared', '河边的路请绕行'],
    ['emergency.changed', '河东路请绕行，河西路可以走'],
  ])
  // A graver level still says on what it rests.
  expect((await reword('再改', { level: 2 })).refusal).toBe('input_invalid')

  world.clock.advance({ hours: 2, minutes: 30 })
  expect(await tellEnds(world.system)).toBe(0)
  world.clock.advance({ minutes: 40 })
  expect(await Promise.all([tellEnds(world.system), tellEnds(world.system)])).toContain(1)
  expect(await tellEnds(world.system)).toBe(0)
  const kinds = (await seeEmergency(street, modeId)).timeline.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'emergency.ending')).toHaveLength(1)
  // Given more time it is told anew when that is near.
  const longer = act({ level: 3, untilAt: inHours(world, 3) })
  expect((await street.post(`/api/emergencies/${modeId}/change`, longer)).status).toBe(200)
  world.clock.advance({ hours: 2, minutes: 10 })
  expect(await tellEnds(world.system)).toBe(1)
  expect((await scene.end(street, modeId)).status).toBe(200)
})

test('a report that nobody has screened goes first where an emergency is on, until somebody has looked', async () => {
  const modeId = await declare(street, world, {})
  const body = act({ words: '楼道的灯不亮', place: world.places.building1.placeCode })
  const { caseId } = await world.resident().does<Receipt>('/api/reports', body)
  const far = act({ words: '路灯不亮', place: world.places.grid4.placeCode })
  const elsewhere = (await world.resident().does<Receipt>('/api/reports', far)).caseId
  const rows = async () => (await world.as('centre').sees<DeskPage>('/api/desk?limit=50&queue=open')).rows
  const before = await rows()
  expect(before.find(({ id }) => id === caseId)?.first).toMatchObject({ modeId, maybe: true })
  expect(before.find(({ id }) => id === elsewhere)?.first).toBeNull()
  const firstIds = before.filter(({ first }) => first !== null).map(({ id }) => id)
  expect(before.slice(0, firstIds.length).map(({ id }) => id)).toEqual(firstIds)
  expect(new Set(firstIds)).toEqual(new Set([caseId, scene.cases.井盖]))

  await street.does(`/api/cases/${caseId}/screen`, act({ matter: 'FA02', summary: '某小区楼道灯不亮' }))
  expect((await rows()).find(({ id }) => id === caseId)?.first).toBeNull()
  expect((await scene.end(street, modeId)).status).toBe(200)
})

test('a department that answers for its matters is called though nobody named it, and is left alone in a drill', async () => {
  const outage = {
    code: 'outage',
    nameZh: '停电停水',
    nameEn: 'Outage',
    matters: ['FA04'],
    told: ['street_desk', 'unit_desk'],
    limitPercent: 100,
    adviceZh: '正在抢修。',
    adviceEn: 'Repairs are under way.',
    lines: [],
    validFrom: world.clock.now().toString().slice(0, 10),
  }
  await world.as('centre').does('/api/emergency-kinds', act(outage))
  const called = async (more: object) => {
    const modeId = await declare(street, world, { kind: 'outage', ...more })
    const units = (await seeEmergency(street, modeId)).silent.map(({ unit }) => unit?.zh)
    expect((await scene.end(street, modeId)).status).toBe(200)
    return units
  }
  expect(await called({ drill: true, untilAt: inHours(world, 1) })).not.toContain('区水务局')
  expect(await called({})).toContain('区水务局')
})

test('nothing of it is other than its lines say', async () => {
  expect((await world.verify()).flaws).toEqual([])
})
