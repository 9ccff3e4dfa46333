import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { groupSecret, openRobotScene, type RobotScene } from '../../testing/robot-scene.ts'
import { act } from '../../testing/world-client.ts'
import type { RobotKind, Robots } from './contract.ts'
import { post } from './post.ts'

let scene: RobotScene
beforeAll(async () => {
  scene = await openRobotScene()
})
afterAll(() => scene?.close())
beforeEach(() => scene.nextMorning())

const askedForTime = async (path: string) => {
  const team = scene.world.as('team')
  await team.does(`${path}/sign`, act())
  await team.does(`${path}/request`, act({ kind: 'extension', days: 1, reason: '人手不够' }))
  await scene.world.followersSettled()
}

describe('a group', () => {
  test('reads number, matter, light and community, in its vendor’s form, and nothing of anybody', async () => {
    const phone = '13900000077'
    const receipt = await scene.report('3栋张大爷家楼下漏水', scene.world.resident(phone))
    await scene.handOut(receipt)
    await scene.settled()
    expect(scene.receivers.wecom.heard.map(({ path }) => path)).toEqual(['/hook?key=key-of-wecom'])
    const { markdown } = JSON.parse(scene.textOf('wecom'))
    const line = `${receipt.number}，占道经营，正常，柳巷社区`
    expect(markdown.content).toContain(`[${line}](https://linli.example.org/console/cases/${receipt.caseId})`)
    const { searchParams } = new URL(scene.receivers.dingtalk.heard[0]!.path, 'http://x')
    const timestamp = searchParams.get('timestamp')
    expect(timestamp).toBe(String(scene.world.clock.now().epochMilliseconds))
    const sign = createHmac('sha256', groupSecret).update(`${timestamp}\n${groupSecret}`).digest('base64')
    expect(searchParams.get('sign')).toBe(sign)
    expect(scene.textOf('dingtalk')).toContain(`https://linli.example.org/field/case/${receipt.caseId}`)
    // The community has a group of its own: its street need not hear what comes in there.
    expect(scene.receivers.feishu.heard).toHaveLength(0)
    const sent = ['wecom', 'dingtalk'].map((kind) => scene.textOf(kind as RobotKind)).join()
    expect(sent).not.toMatch(/张大爷|漏水|楼|栋|柳岸|路口|13900000077/)
    expect(await scene.outcomes()).toEqual([
      ['sent', 'sent', 1],
      ['sent', 'sent', 1],
    ])
  })

  test('reads what came together as one message, once, whoever sends', async () => {
    for (let i = 0; i < 7; i++) await scene.report(`路灯不亮 ${i}`)
    await scene.world.followersSettled()
    expect(await scene.send()).toBe(0)
    scene.world.clock.advance({ minutes: 1 })
    await Promise.all([scene.send(), scene.send(), scene.send()])
    expect(scene.receivers.dingtalk.heard).toHaveLength(1)
    const { markdown } = JSON.parse(scene.textOf('dingtalk'))
    expect(markdown.title).toBe('有 7 件事要看')
    expect(markdown.text.match(/field\/case/g)).toHaveLength(5)
    expect(markdown.text).toContain('还有 2 件没有列出')
    await scene.world.followersSettled()
    await scene.settled()
    expect(scene.receivers.dingtalk.heard).toHaveLength(1)
  })

  test('sleeps from ten to seven, but for an emergency, and reads the night as one message', async () => {
    scene.clockAt('21:59:30')
    await scene.report('晚上有人装修')
    await scene.settled()
    scene.clockAt('23:00')
    await scene.report('半夜还在装修')
    await scene.settled()
    expect(scene.receivers.dingtalk.heard).toHaveLength(0)
    await scene.world
      .anonymous()
      .does('/api/alerts', act({ areaId: scene.world.places.building1.id, words: '楼道起火了' }))
    await scene.world.followersSettled()
    await scene.send()
    expect(scene.receivers.dingtalk.heard).toHaveLength(1)
    expect(scene.textOf('dingtalk')).toContain('急事')
    scene.clockAt('06:59:59', 1)
    await scene.send()
    expect(scene.receivers.dingtalk.heard).toHaveLength(1)
    scene.clockAt('07:00')
    await scene.send()
    expect(scene.receivers.dingtalk.heard).toHaveLength(2)
    expect(JSON.parse(scene.textOf('dingtalk', 1)).markdown.title).toBe('有 2 件事要看')
  })

  test('hears nothing of a case that turned out to be confidential before it was sent', async () => {
    const receipt = await scene.report('路口有人占道卖水果')
    await scene.handOut(receipt)
    await scene.world.followersSettled()
    await scene.world.sql('owner', 'update cases set confidential = true where id = $1', [receipt.caseId])
    scene.world.clock.advance({ minutes: 1 })
    await scene.send()
    expect([scene.receivers.wecom.heard.length, scene.receivers.dingtalk.heard.length]).toEqual([0, 0])
    expect(await scene.outcomes()).toEqual([
      ['given_up', 'withdrawn', 1],
      ['given_up', 'withdrawn', 1],
    ])
  })

  test('of a street hears nothing of what its own worker is complained of, and its desk neither', async () => {
    const { world } = scene
    const receipt = await scene.report('街道工作人员不作为')
    const path = `/api/cases/${receipt.caseId}`
    await world.as('centre').does(`${path}/screen`, act({ matter: 'HJ02', summary: '无人办理' }))
    const toTeam = { leadUnitId: world.units.team1, reason: '由中队办' }
    await world.as('centre').does(`${path}/dispatch`, act(toTeam))
    await askedForTime(path)
    const told = await world.sql<{ account_id: string }>(
      'owner',
      `select account_id from notices where case_id = $1 and kind = 'desk_requested'`,
      [receipt.caseId],
    )
    expect(told.map((row) => row.account_id)).toEqual([world.staff.centre.accountId])
    await scene.settled()
    expect(scene.receivers.wecom.heard).toHaveLength(1)
    expect([scene.receivers.dingtalk.heard, scene.receivers.feishu.heard]).toEqual([[], []])
    expect(await scene.outcomes()).toEqual([['sent', 'sent', 1]])
  })

  test('hears nothing of a case that its area must not see by the time it is sent', async () => {
    const receipt = await scene.report('路口有人占道卖水果')
    await scene.handOut(receipt)
    await askedForTime(`/api/cases/${receipt.caseId}`)
    const { world } = scene
    await world.sql('owner', 'update cases set reach = $2 where id = $1', [
      receipt.caseId,
      [world.places.district.id],
    ])
    world.clock.advance({ minutes: 1 })
    await scene.send()
    expect([scene.receivers.dingtalk.heard, scene.receivers.feishu.heard]).toEqual([[], []])
    // The unit that has it has it still.
    expect(scene.receivers.wecom.heard).toHaveLength(1)
    expect((await scene.outcomes()).map(([, outcome]) => outcome).sort()).toEqual([
      'sent',
      'withdrawn',
      'withdrawn',
    ])
  })
})

describe('whoever keeps the groups', () => {
  test('sees and keeps those of the own area alone, and nobody reads what opens one', async () => {
    const shown = await scene.world.as('street').sees<Robots>('/api/robots')
    expect(shown.rows.map(({ name }) => name).sort()).toEqual([
      'dingtalk 工作群',
      'feishu 工作群',
      'wecom 工作群',
    ])
    expect(shown.rows.find(({ kind }) => kind === 'wecom')!.shown).toMatch(/^127\.0\.0\.1:\d+ …ecom$/)
    expect((await scene.world.as('street2').sees<Robots>('/api/robots')).rows).toEqual([])
    expect((await scene.world.as('administrator').sees<Robots>('/api/robots')).rows).toHaveLength(3)
    for (const name of ['community', 'team', 'centre', 'worker', 'evaluator'] as const)
      expect((await scene.world.as(name).get('/api/robots')).refusal, name).toBe('not_permitted')
    const strange = scene.body('wecom', { areaId: scene.world.places.street1.id })
    expect((await scene.world.as('street2').post('/api/robots', strange)).refusal).toBe('not_permitted')
    expect(
      (await scene.world.as('street2').post(`/api/robots/${scene.robots.wecom}/remove`, act())).refusal,
    ).toBe('robot_unknown')
    const rows = JSON.stringify(await scene.world.sql('owner', 'select * from group_robots'))
    expect(rows).not.toContain('key-of')
    await expect(scene.world.sql('app', 'select sealed from group_robots')).rejects.toThrow()
  })

  test('cannot send anything inside', async () => {
    const areaId = scene.world.places.street1.id
    for (const address of [scene.elsewhere.origin, 'http://169.254.169.254/latest', 'https://localhost/hook'])
      expect(
        (await scene.world.as('street').post('/api/robots', scene.body('wecom', { areaId, address })))
          .refusal,
      ).toBe('host_not_allowed')
    const signal = new AbortController().signal
    const inside = scene.elsewhere.origin.replace('127.0.0.1', 'localhost')
    const posting = { headers: {}, body: '', patienceMs: 10_000, signal } as const
    for (const address of [scene.elsewhere.origin, inside])
      expect(await post({ ...posting, address, host: 'known' })).toBe('unreachable')
    expect(scene.elsewhere.heard).toHaveLength(0)
    expect(await post({ ...posting, address: scene.elsewhere.origin, host: 'named' })).toMatchObject({
      status: 200,
    })
    scene.elsewhere.heard.length = 0
  })

  test('tries one at any hour, pauses it, and removes it with what opened it', async () => {
    const street = scene.world.as('street')
    const id = await scene.add('feishu', { areaId: scene.world.places.community2.id })
    scene.clockAt('23:30')
    await street.does(`/api/robots/${id}/try`, act())
    await scene.send()
    expect(scene.textOf('feishu')).toContain('邻里试发消息')
    const quiet = { from: '23:00', until: '06:30' }
    await street.does(`/api/robots/${id}/change`, act({ paused: true, quiet, language: 'en' }))
    expect((await street.post(`/api/robots/${id}/try`, act())).refusal).toBe('robot_paused')
    const paused = (await street.sees<Robots>('/api/robots')).rows.find((row) => row.id === id)
    expect(paused).toMatchObject({
      quiet,
      language: 'en',
      pausedAt: expect.any(String),
      lastSentAt: expect.any(String),
    })
    await street.does(`/api/robots/${id}/remove`, act())
    expect(await scene.world.sql('owner', 'select sealed from group_robots where id = $1', [id])).toEqual([
      { sealed: null },
    ])
    const kinds = await scene.world.sql<{ kind: string }>(
      'owner',
      'select kind from journal where subject = $1 order by n',
      [id],
    )
    expect(kinds.map(({ kind }) => kind)).toEqual(['robot.added', 'robot.changed', 'robot.removed'])
  })

  test('keeps no more by another post that reaches further', async () => {
    const { world } = scene
    await scene.dueForTeam()
    await world.sql('owner', `update deliveries set state = 'failed'`)
    const centre = { kind: 'centre', unitId: world.units.centre, areaId: world.places.district.id }
    const { accountId } = world.staff.street2
    await world.as('administrator').does('/api/posts', { accountId, ...centre })
    const both = world.as('street2')
    expect((await both.sees<Robots>('/api/robots')).rows).toEqual([])
    expect((await scene.log(both)).rows).toEqual([])
    const [row] = (await scene.log()).rows
    expect((await both.post(`/api/deliveries/${row!.id}/retry`, act())).refusal).toBe('delivery_not_failed')
    await world.as('street').does(`/api/deliveries/${row!.id}/retry`, act())
  })
})
