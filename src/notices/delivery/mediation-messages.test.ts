import { afterAll, beforeAll, expect, test } from 'vitest'
import { consentedSignedIn } from '../../testing/mediation-acts.ts'
import { pushBrowser } from '../../testing/push-browser.ts'
import { openRobotScene, type RobotScene } from '../../testing/robot-scene.ts'
import { act } from '../../testing/world-client.ts'

let scene: RobotScene
beforeAll(async () => {
  scene = await openRobotScene()
}, 60_000)
afterAll(() => scene?.close())

test('of a mediation a locked screen says only that something waits, and no group is told', async () => {
  const { world, elsewhere } = scene
  scene.open(elsewhere.origin)
  const { id, at, applicant, respondent } = await consentedSignedIn(world, ['13900000041', '13900000042'])
  const { number } = (await applicant.sees<{ rows: { number: string }[] }>('/api/my/cases')).rows[0]!
  const browser = pushBrowser(`${elsewhere.origin}/push/1`)
  await applicant.does('/api/my/channels/push', browser.subscription)
  await scene.nextMorning()
  const desk = world.as('community')
  await desk.does(`${at}/mediator`, act({ chosenBy: 'committee' }))
  await respondent.does(`/api/my/mediations/${id}/say`, act({ words: '我白天不在家' }))
  await world.followersSettled()
  world.clock.advance({ minutes: 1 })
  await scene.send()
  const read = browser.read(elsewhere.heard[0]!)
  expect(read).toMatchObject({ title: '有事等您处理，请打开邻里查看' })
  expect(JSON.stringify(read)).not.toMatch(new RegExp(`调解|${number}`))
  const groups = await world.sql('owner', 'select kind from deliveries where robot_id is not null')
  expect(groups).toEqual([])
  for (const receiver of Object.values(scene.receivers)) expect(receiver.heard).toEqual([])
})
