import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { Receipt } from '../contract.ts'
import { openInstructions } from './ladder-view.ts'
import type { LadderView } from './press.contract.ts'
import type { LadderBook, StepDraft, StepsPreview } from './steps.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const book = () => world.as('administrator').sees<LadderBook>('/api/ladder')
const ladderOf = async (clock: string, matter: string | null) =>
  (await book()).ladders.find((one) => one.clock === clock && one.matter === matter)
const lastIds = async (clock: string, matter: string | null) =>
  (await ladderOf(clock, matter))?.versions.at(-1)?.steps.map(({ id }) => id) ?? []
const steps: StepDraft[] = [
  { moment: { of: 'left', percent: 50 }, audience: 'desk' },
  { moment: { of: 'over', minutes: 30 }, audience: 'street' },
]
const own = async (fromDay: string, wanted = steps) =>
  act({ clock: 'unit', matter: 'HJ02', fromDay, base: await lastIds('unit', 'HJ02'), steps: wanted })
const nextOf = async (words: string) => {
  const receipt = await world
    .anonymous()
    .does<Receipt>('/api/reports', act({ words, areaId: world.places.building1.id }))
  const at = `/api/cases/${receipt.caseId}`
  await world.as('street').does(`${at}/screen`, act({ matter: 'HJ02', summary: '路口占道经营' }))
  await world.as('street').does(`${at}/dispatch`, act())
  const first = async () =>
    (await world.as('street').sees<LadderView>(`${at}/ladder`)).next.find(({ clock }) => clock === 'unit')
  return { at, first, before: await first() }
}

test('a matter gets steps of its own from a day on; clocks that run keep theirs, and the past stays written', async () => {
  const standing = await nextOf('路口有人占道卖水果')
  expect((await ladderOf('unit', null))!.versions).toHaveLength(1)
  expect(await ladderOf('unit', 'HJ02')).toBeUndefined()
  const announce = async (body: object, by: 'administrator' | 'team' | 'street' = 'administrator') =>
    (await world.as(by).post('/api/ladder', body)).refusal ?? null
  expect(await announce(await own('2026-11-18'))).toBe('input_invalid')
  expect(await announce(await own('2026-11-20'), 'street')).toBe('not_permitted')
  expect(await announce(await own('2026-11-20', steps.slice(0, 1)))).toBe('ladder_without_press')
  expect(await announce({ ...(await own('2026-11-20')), matter: 'ZZ99' })).toBe('matter_unknown')
  const first = await own('2026-12-01')
  expect(await announce(first)).toBeNull()
  expect(await announce({ ...first, ...act() })).toBe('version_conflict')
  // Announced for a nearer day: what was said for a later one falls away.
  expect(await announce(await own('2026-11-23'))).toBeNull()
  const { versions } = (await ladderOf('unit', 'HJ02'))!
  expect(versions.map(({ fromDay, untilDay, steps: of }) => [fromDay, untilDay, of.length])).toEqual([
    ['2026-11-23', null, 2],
  ])

  world.clock.set('2026-11-23T10:00:00+08:00')
  const fresh = await nextOf('有人在路口摆摊')
  expect(await standing.first()).toEqual(standing.before)
  // Two working days from Monday 10:00 end on Wednesday at 17:30; half of them is left on Tuesday.
  expect(fresh.before).toMatchObject({ kind: 'remind', audience: 'desk' })
  expect(fresh.before!.at).not.toBe(standing.before!.at)
  expect(await announce(await own('2026-11-24', []))).toBeNull()
  expect((await ladderOf('unit', 'HJ02'))!.versions.at(-1)).toMatchObject({
    fromDay: '2026-11-24',
    steps: [],
  })
  expect(await fresh.first()).toEqual(fresh.before)
  const lines = await world.sql<{ data: { began: unknown[]; ended: unknown[] } }>(
    'reader',
    `select data from journal where kind = 'ladder.announced' order by n`,
  )
  expect(lines.map(({ data }) => [data.began.length, data.ended.length])).toEqual([
    [2, 0],
    [2, 2],
    [0, 2],
  ])
})

test('whoever works with cases reads the steps, nobody else; a preview says what they would do, and writes nothing', async () => {
  expect((await world.as('team').sees<LadderBook>('/api/ladder')).canAnnounce).toBe(false)
  expect((await world.resident('13900000081').get('/api/ladder')).refusal).toBe('not_permitted')
  const preview = (body: object) =>
    world.as('centre').does<StepsPreview>('/api/ladder/preview', { steps, matter: null, ...body })
  world.clock.set('2026-11-23T09:00:00+08:00')
  const { allowedMinutes, said } = await preview({ clock: 'response' })
  expect([allowedMinutes, said.map(({ audience, minutes, at }) => [audience, minutes, at])]).toEqual([
    240,
    [
      ['desk', 120, '2026-11-23T03:00:00.000Z'],
      ['street', 30, '2026-11-23T07:00:00.000Z'],
    ],
  ])
  const sign = await preview({ clock: 'sign' })
  expect([sign.measure, sign.allowedMinutes, sign.said.map(({ at }) => at)]).toEqual([
    'clock',
    60,
    ['2026-11-23T01:30:00.000Z', '2026-11-23T02:30:00.000Z'],
  ])
  const ofMatter = await preview({ clock: 'unit', matter: 'HJ02' })
  expect(ofMatter.said).toHaveLength(2)
  expect(
    (await world.anonymous().post('/api/ladder/preview', { steps, matter: null, clock: 'unit' })).refusal,
  ).toBe('sign_in_needed')
})

test('where more instructions wait than a desk is shown, it is told so', async () => {
  const { team1 } = world.units
  for (const where of ['路口', '桥头']) {
    const { at } = await nextOf(`${where}有人占道卖早点`)
    const words = '请今天到现场劝离，并回复结果'
    await world
      .as('street')
      .does(`${at}/instruct`, act({ unitId: team1, words, amount: 4, countedIn: 'working_hour' }))
  }
  const ofTeam = { ...world.system, who: { ...world.system.who, units: [team1] } }
  const shown = async (atMost: number) => {
    const { rows, more } = await openInstructions(ofTeam, atMost)
    return [rows.length, more]
  }
  expect([await shown(1), await shown(2)]).toEqual([
    [1, true],
    [2, false],
  ])
})
