import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Pool } from '../../platform/database.ts'
import { openReceiver } from '../../testing/receivers.ts'
import { openRobotScene, type RobotScene, senderIn, vendorOk } from '../../testing/robot-scene.ts'
import { act } from '../../testing/world-client.ts'
import { dueChannels, lease } from './delivery.sql.ts'
import { sealChannel } from './sealed-channel.ts'
import { sendDue } from './sender.ts'
import type { SenderParts } from './sender-parts.ts'

let scene: RobotScene
beforeAll(async () => {
  scene = await openRobotScene()
})
afterAll(() => scene?.close())
beforeEach(() => scene.nextMorning())

describe('a receiver', () => {
  const minutes = (by: number) => scene.world.clock.advance({ minutes: by })

  test('that fails is left in peace, longer each time, and has the message once when it is well', async () => {
    await scene.dueForTeam()
    scene.receivers.wecom.next(
      { status: 503 },
      { body: '{"errcode":45009}' },
      { status: 200, body: '{"errcode":-1}' },
    )
    await scene.send()
    expect(await scene.outcomes()).toEqual([['failed', 'busy', 1]])
    await scene.send()
    expect(scene.receivers.wecom.heard).toHaveLength(1)
    minutes(2)
    await scene.send()
    expect(await scene.outcomes()).toEqual([['failed', 'rate_limited', 2]])
    minutes(4)
    // What comes meanwhile does not press it either.
    await scene.handOut(await scene.report('路口又有人占道'))
    await scene.settled()
    expect(scene.receivers.wecom.heard).toHaveLength(2)
    minutes(2)
    await scene.send()
    minutes(19)
    await scene.send()
    expect(scene.receivers.wecom.heard).toHaveLength(4)
    expect(JSON.parse(scene.textOf('wecom', 3)).markdown.content).toContain('有 2 件事要看')
    const { rows } = await scene.log()
    const own = rows.filter((row) => row.robot.kind === 'wecom')
    expect(own.map(({ state, tries }) => [state, tries])).toEqual([
      ['sent', 2],
      ['sent', 4],
    ])
    expect(JSON.stringify(rows)).not.toContain('errcode')
  })

  test('that never answers is asked twice and no oftener, and again when somebody presses the button', async () => {
    await scene.dueForTeam()
    scene.receivers.wecom.next('stall', 'drop')
    await scene.send(150)
    expect(await scene.outcomes()).toEqual([['failed', 'no_answer', 1]])
    minutes(2)
    await scene.send(150)
    expect(await scene.outcomes()).toEqual([['given_up', 'no_answer', 2]])
    minutes(3000)
    await scene.send(150)
    expect(scene.receivers.wecom.heard).toHaveLength(2)
    scene.clockAt('09:00')
    const [row] = (await scene.log()).rows
    expect((await scene.world.as('street2').post(`/api/deliveries/${row!.id}/retry`, act())).refusal).toBe(
      'delivery_not_failed',
    )
    await scene.world.as('street').does(`/api/deliveries/${row!.id}/retry`, act())
    await scene.send()
    expect(await scene.outcomes()).toEqual([['sent', 'sent', 1]])
    expect((await scene.world.as('street').post(`/api/deliveries/${row!.id}/retry`, act())).refusal).toBe(
      'delivery_not_failed',
    )
    expect(scene.receivers.wecom.heard).toHaveLength(3)
  })

  test('that answers late is heard out, and hears it once', async () => {
    await scene.dueForTeam()
    const late = Promise.withResolvers<{ body: string }>()
    scene.receivers.wecom.next(late.promise)
    const sending = scene.send()
    await expect.poll(() => scene.receivers.wecom.heard.length).toBe(1)
    // Another server's round meanwhile leaves it alone.
    await scene.send()
    late.resolve({ body: vendorOk.wecom })
    await sending
    expect(await scene.outcomes()).toEqual([['sent', 'sent', 1]])
    expect(scene.receivers.wecom.heard).toHaveLength(1)
  })

  test('that is not there is tried for more than a day, and then no more', async () => {
    await scene.dueForTeam()
    const [id, sql] = [scene.robots.wecom, scene.world.sql]
    await sql('owner', 'update group_robots set quiet_from = 0, quiet_until = 0 where id = $1', [id])
    const gone = await openReceiver({})
    await gone.close()
    scene.open(gone.origin)
    const [before] = await sql<{ sealed: Buffer }>('owner', 'select sealed from group_robots where id = $1', [
      id,
    ])
    const set = (to: Buffer) => sql('owner', 'update group_robots set sealed = $1 where id = $2', [to, id])
    await set(sealChannel(scene.world.district, id, { address: gone.origin, secret: null }))
    const began = scene.world.clock.now()
    for (let i = 0; i < 200 && (await scene.outcomes())[0]![0] !== 'given_up'; i++) {
      await scene.send()
      scene.world.clock.advance({ minutes: 15 })
    }
    expect(await scene.outcomes()).toEqual([['given_up', 'unreachable', 8]])
    expect(scene.world.clock.now().since(began).total('hours')).toBeGreaterThan(24)
    await set(before!.sealed)
  })

  test('that says no is not asked again, and one that leads elsewhere is not followed', async () => {
    await scene.dueForTeam()
    scene.receivers.wecom.next({ body: '{"errcode":93000,"errmsg":"words of the vendor"}' })
    await scene.send()
    await scene.dueForTeam()
    scene.receivers.wecom.next({ status: 302, headers: { location: `${scene.elsewhere.origin}/inside` } })
    await scene.send()
    expect(await scene.outcomes()).toEqual([
      ['given_up', 'refused', 1],
      ['given_up', 'bad_key', 1],
    ])
    expect(scene.elsewhere.heard).toHaveLength(0)
    expect(JSON.stringify(await scene.world.sql('owner', 'select * from deliveries'))).not.toContain(
      'words of',
    )
  })

  test('has it once more where the server was killed while it was sending, and no oftener', async () => {
    await scene.dueForTeam()
    const { reader } = scene.world.district.pools
    const die = async () => {
      const now = scene.world.clock.now()
      const channel = { id: scene.robots.wecom, isRobot: true }
      return lease(reader, channel, crypto.randomUUID(), now, now.add({ minutes: 5 }))
    }
    expect(await die()).toHaveLength(1)
    await scene.send()
    expect(scene.receivers.wecom.heard).toHaveLength(0)
    minutes(5)
    expect(await die()).toHaveLength(1)
    minutes(5)
    await scene.send()
    expect(scene.receivers.wecom.heard).toHaveLength(0)
    expect(await scene.outcomes()).toEqual([['given_up', 'no_answer', 2]])
  })

  test('to which nothing could leave yet waits for it unharmed, however often, and no secret is logged', async () => {
    await scene.dueForTeam()
    const parts = senderIn(scene.world, { address: null, hosts: [], mail: null })
    const logged: unknown[] = []
    const error = (...said: unknown[]) => void logged.push(said)
    const secret = () => {
      throw new TypeError('key-of-wecom')
    }
    const district = { ...parts.district, secret }
    const unready: SenderParts = { ...parts, district, log: { ...parts.log, error } }
    for (const wait of [1, 5, 15, 60, 60]) {
      await sendDue(unready)
      // Left in peace until then.
      await sendDue(unready)
      minutes(wait)
    }
    expect(logged).toHaveLength(5)
    expect(JSON.stringify(logged)).toContain('TypeError')
    expect(JSON.stringify(logged)).not.toContain('key-of')
    expect(await scene.outcomes()).toEqual([['waiting', null, 0]])
    await scene.send()
    expect(await scene.outcomes()).toEqual([['sent', 'sent', 1]])
    expect(scene.receivers.wecom.heard).toHaveLength(1)
  })
})

interface Plan {
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Plan[]
}

/** Rows of deliveries that were looked at. */
const touched = (plan: Plan): number =>
  (plan['Relation Name'] === 'deliveries'
    ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
    : 0) + (plan.Plans ?? []).reduce((sum, part) => sum + touched(part), 0)

test('a round looks at what is due, and not at what was told or sleeps', async () => {
  const now = scene.world.clock.now().toString()
  await scene.world.sql(
    'owner',
    `insert into deliveries (id, robot_id, reach, kind, facts, urgent, state, tries, created_at, next_at, ended_at)
     select gen_random_uuid(), $1, '{}', 'unit_dispatched', '{}', false,
       case when n <= 3000 then 'waiting' else 'sent' end, 0, $2::timestamptz,
       case when n <= 3000 then $2::timestamptz + interval '1 day' * (n > 30)::integer end,
       case when n > 3000 then $2::timestamptz end
     from generate_series(1, 6000) n`,
    [scene.robots.wecom, now],
  )
  await scene.world.sql('owner', 'analyze deliveries')
  let rows = 0
  const query = async (text: string, values: unknown[]) => {
    const explained = await scene.world.sql<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
      'reader',
      `explain (analyze, format json) ${text}`,
      values,
    )
    rows = touched(explained[0]!['QUERY PLAN'][0]!.Plan)
    return { rows: [] }
  }
  await dueChannels({ query } as unknown as Pool, scene.world.clock.now(), 20)
  expect(rows).toBeGreaterThan(0)
  expect(rows).toBeLessThan(200)
})
