import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SuggestedMatter } from '../matters/contract.ts'
import { declareDrill } from '../testing/emergency-acts.ts'
import { calledHere, decide, decideSixty, reportWords } from '../testing/taught-screenings.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import { learnFromScreenings } from './learn-matters.ts'
import type { Suggestions } from './screening.contract.ts'

let world: World
let caseIds: readonly string[]
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const learn = () => learnFromScreenings(world.system, new AbortController().signal)
const nextDay = () => world.clock.set(world.clock.now().add({ hours: 24 }).toString())
const runs = async () =>
  (await world.sql<{ runs: string[] }>('owner', 'select runs from learned_matters'))[0]?.runs ?? []
const suggestions = async (words: string) =>
  world.as('community').sees<Suggestions>(`/api/cases/${await reportWords(world, words)}/suggestions`)

test('before enough is decided, keywords alone suggest, and nothing says how likely', async () => {
  expect(await learn()).toBe(false)
  const { matters, learned } = await suggestions('楼道灯不亮，乌漆麻黑')
  expect(learned).toBeNull()
  expect(matters[0]).toMatchObject({ code: 'FA02', likelyPercent: null })
  expect((await suggestions('乌漆麻黑，摸黑上楼')).matters).toEqual([])
})

test('what the centre decided about sixty cases is suggested for the next, with how likely and why', async () => {
  caseIds = await decideSixty(world)
  for (let at = 0; at < 6; at += 1) await decide(world, 'MJ01', calledHere.MJ01.join('，'))
  const drill = await declareDrill(world.as('centre'), world)
  for (let at = 0; at < 6; at += 1) {
    const body = act({ areaId: world.places.grid1.id, matter: 'FA03', words: '演练：虚构情节' })
    await world.as('centre').does(`/api/emergencies/${drill}/practice`, body)
  }
  expect(await learn()).toBe(true)

  const { matters, learned } = await suggestions('上楼一脚踩空，抬头不见光')
  expect(learned).toMatchObject({ taught: 60, tried: 12 })
  expect(matters[0]).toMatchObject({ code: 'FA02', because: expect.arrayContaining(['一脚踩空']) })
  expect(matters[0]!.likelyPercent).toBeGreaterThan(60)
  const words = { words: '车轧过去震，夜里哐哐' }
  const [first] = await world.as('worker').does<SuggestedMatter[]>('/api/matters/suggest', words)
  expect(first).toMatchObject({ code: 'FA03', likelyPercent: expect.any(Number) })
})

test('confidential cases and drills teach nothing, nor what stands in fewer than three cases', async () => {
  const known = await runs()
  expect(known).toContain('一脚踩空'.slice(0, 3))
  expect(known.filter((run) => /家里|哭喊|虚构|演练/.test(run))).toEqual([])
  expect(known).toContain('欧阳锋')
})

test('it learns once a day; what was erased since is unlearned', async () => {
  // As an erasure leaves it.
  await world.sql(
    'owner',
    'update sealed_texts set body = null, salt = null, erased_at = now() where subject = $1',
    [caseIds[0]],
  )
  expect(await learn()).toBe(false)
  expect(await runs()).toContain('欧阳锋')
  nextDay()
  expect(await learn()).toBe(true)
  expect((await runs()).filter((run) => /[欧阳锋]/.test(run))).toEqual([])
  expect((await suggestions('一脚踩空')).learned).toMatchObject({ taught: 59 })
})

test('a program that stops waits for no lesson, and keeps what it knew', async () => {
  const before = await runs()
  nextDay()
  const stopping = new AbortController()
  const learning = learnFromScreenings(world.system, stopping.signal)
  stopping.abort()
  await expect(learning).rejects.toThrow(/abort/i)
  expect(await runs()).toEqual(before)
})

test('no post reads what was learned from the table; only the program changes it', async () => {
  const all = { reach: [world.places.district.id], acts: ['case.screen', 'case.see', 'matter.manage'] }
  expect(await world.sql('app', 'select 1 from learned_matters', [], { ...all, actor: 'account:1' })).toEqual(
    [],
  )
  const gone = 'update learned_matters set taught = 1 where true returning taught'
  expect(await world.sql('app', gone, [], { ...all, actor: 'account:1' })).toEqual([])
  expect(await world.sql('app', 'select 1 from learned_matters', [], { actor: 'system' })).toHaveLength(1)
})
