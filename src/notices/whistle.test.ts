import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Receipt } from '../cases/contract.ts'
import { recordAbsences } from '../cases/door.ts'
import type { BlownWhistle } from '../cases/whistle/contract.ts'
import { declareDrill } from '../testing/emergency-acts.ts'
import { openRobotScene, type RobotScene } from '../testing/robot-scene.ts'
import { blow, elsewhere, onCall } from '../testing/whistle-acts.ts'
import { act } from '../testing/world-client.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { Notice, NoticePage } from './contract.ts'

let scene: RobotScene
beforeAll(async () => {
  scene = await openRobotScene()
})
afterAll(() => scene?.close())
beforeEach(() => scene.nextMorning())

const heard = async (name: StaffName, whistleId: string): Promise<Notice[]> => {
  const { rows } = await scene.world.as(name).sees<NoticePage>('/api/notices?limit=100')
  return rows.filter(({ facts }) => facts.whistleId === whistleId).reverse()
}
/** Kinds in order, each with the unit that it speaks of. */
const kindsOf = async (name: StaffName, whistleId: string) =>
  (await heard(name, whistleId)).map(({ kind, unit }) => (unit ? `${kind} ${unit.zh}` : kind))

describe('a whistle is told', () => {
  let whistleId: string
  beforeAll(async () => {
    await scene.nextMorning()
    const { world } = scene
    const { team1, urban, water, property1 } = world.units
    const street = world.as('street')
    const blown = await blow(street, world, { unitIds: [team1, urban, water, property1] })
    whistleId = blown.whistleId
    const call = onCall(world, whistleId)
    world.clock.advance({ minutes: 10 })
    await call(world.as('team'), team1, 'sign')
    await call(world.as('water'), water, 'refuse', { words: '不属于我局职责' })
    await call(world.as('property'), property1, 'refuse', { words: '人手不够' })
    await call(street, water, 'press', { words: '请马上派人' })
    world.clock.advance({ minutes: 51 })
    await recordAbsences(world.system)
    await call(world.as('department'), urban, 'sign')
    await call(world.as('department'), urban, 'arrive', { point: elsewhere })
    await call(street, urban, 'confirm')
    await call(street, urban, 'release')
    await call(street, urban, 'rate', { result: 3, attitude: 3 })
    await call(world.as('team'), team1, 'arrive')
    await call(street, team1, 'confirm')
    await call(world.as('team'), team1, 'act')
    await call(street, team1, 'release')
    await street.does(`/api/whistles/${whistleId}/end`, act({ result: '已停工' }))
    await world.followersSettled()
  })

  test('to the street: who did not come as called, and who waits for its word', async () => {
    expect(await kindsOf('street', whistleId)).toEqual([
      'whistle_refused 区水务局',
      'whistle_refused 柳岸物业',
      'whistle_absent 区城管局',
      'whistle_signed_late 区城管局',
      'whistle_elsewhere 区城管局',
      'whistle_elsewhere 东渡街道城管中队',
      'whistle_acted 东渡街道城管中队',
    ])
  })

  test.each([
    ['team', ['whistle_called', 'whistle_released 东渡街道城管中队', 'whistle_ended']],
    ['head', ['whistle_called', 'whistle_released 东渡街道城管中队', 'whistle_ended']],
    [
      'department',
      ['whistle_called', 'whistle_released 区城管局', 'whistle_rated 区城管局', 'whistle_ended'],
    ],
    ['water', ['whistle_called', 'whistle_pressed 区水务局', 'whistle_ended']],
    ['property', ['whistle_invited', 'whistle_ended']],
  ] as const)('to the %s: what the street asks of it, and nothing of the others', async (name, told) => {
    expect(await kindsOf(name, whistleId)).toEqual(told)
  })

  test('to nobody else', async () => {
    for (const name of ['community', 'centre', 'street2', 'team2', 'worker', 'evaluator'] as const)
      expect(await heard(name, whistleId), name).toEqual([])
  })

  test('with the place, and by when to sign; nobody’s words', async () => {
    const [called] = await heard('team', whistleId)
    expect(called).toMatchObject({ caseId: null, unit: null, place: { zh: '柳岸小区3栋' } })
    const { calls } = await scene.world
      .as('team')
      .sees<{ calls: { signDueAt: string }[] }>(`/api/whistles/${whistleId}`)
    expect(called!.facts.dueAt).toBe(calls[0]!.signDueAt)
    expect(JSON.stringify(await heard('street', whistleId))).not.toMatch(/违建|职责|人手|派人/)
  })

  test('the same once it is told anew', async () => {
    const all = () =>
      scene.world.sql('owner', `select * from notices where kind like 'whistle%' order by account_id, id`)
    const before = await all()
    await scene.world.rebuilt()
    expect(await all()).toEqual(before)
  })
})

describe('a community’s first of a kind', () => {
  test('waits for its street, which hears of it; the community hears what the street says', async () => {
    const { world } = scene
    const body = { situation: 'key_work' }
    const { whistleId } = await blow(world.as('community'), world, body)
    await world.followersSettled()
    expect(await kindsOf('street', whistleId)).toEqual(['whistle_review'])
    expect(await heard('team', whistleId)).toEqual([])
    const unfit = await blow(world.as('community'), world, body)
    const review = (id: string, warranted: boolean) =>
      world.as('street').does(`/api/whistles/${id}/review`, act({ warranted, reason: '看过了' }))
    await review(whistleId, true)
    await review(unfit.whistleId, false)
    await world.followersSettled()
    expect(await kindsOf('community', whistleId)).toEqual(['whistle_agreed'])
    expect(await kindsOf('community', unfit.whistleId)).toEqual(['whistle_unwarranted'])
    expect(await kindsOf('team', whistleId)).toEqual(['whistle_called'])
    expect(await heard('team', unfit.whistleId)).toEqual([])
  })
})

describe('outside the house', () => {
  test('a practised whistle leaves the house by no way, at night neither, and the app says that it is one', async () => {
    const { world, clockAt, receivers } = scene
    const street = world.as('street')
    clockAt('23:10')
    const modeId = await declareDrill(street, world)
    const body = act({ areaId: world.places.grid1.id, matter: 'FA03', words: '演练：井盖冲走' })
    const { caseId } = await street.does<Receipt>(`/api/emergencies/${modeId}/practice`, body)
    const blown = { situation: 'emergency', caseId, words: '演练：请到现场', reportMinutes: 60 }
    const unitIds = [world.units.team1]
    const { whistleId } = await street.does<BlownWhistle>('/api/whistles', act({ ...blown, unitIds }))
    const team = world.as('team')
    await onCall(world, whistleId)(team, world.units.team1, 'refuse', { words: '演练：来不了' })
    await world.followersSettled()
    await scene.settled()
    clockAt('09:30', 1)
    await scene.settled()
    for (const { heard: messages } of Object.values(receivers)) expect(messages).toEqual([])
    for (const [name, kind] of [
      ['team', 'whistle_called'],
      ['street', 'whistle_refused'],
    ] as const)
      expect((await heard(name, whistleId))[0]).toMatchObject({ kind, facts: { practice: true } })
  })

  test('the unit’s group hears at night too, and reads no nearer place than the community', async () => {
    const { world, clockAt, receivers } = scene
    clockAt('23:10')
    const { whistleId } = await blow(world.as('street'), world)
    await world.followersSettled()
    await scene.settled()
    expect(receivers.feishu.heard).toHaveLength(0)
    expect(receivers.wecom.heard).toHaveLength(1)
    const { content } = JSON.parse(scene.textOf('wecom')).markdown
    expect(content).toContain('吹哨：请先签收，再按时到现场报到')
    expect(content).toContain(`[柳巷社区](https://linli.example.org/console/whistles/${whistleId})`)
    expect(content).not.toMatch(/违建|3栋|柳岸/)
  })

  test('the street’s group hears in the morning who refused at night, and in an emergency at once', async () => {
    const { world, clockAt, receivers } = scene
    const refuse = async (situation: string) => {
      const { whistleId } = await blow(world.as('street'), world, { situation })
      await onCall(world, whistleId)(world.as('team'), world.units.team1, 'refuse', { words: '车坏了' })
      await scene.settled()
    }
    clockAt('23:10')
    await refuse('key_work')
    expect(receivers.feishu.heard).toHaveLength(0)
    await refuse('emergency')
    expect(receivers.feishu.heard).toHaveLength(1)
    expect(scene.textOf('feishu')).toContain('有单位答复不来')
    clockAt('07:00', 1)
    await scene.send()
    expect(receivers.feishu.heard).toHaveLength(2)
    expect(receivers.dingtalk.heard).toHaveLength(0)
  })
})
