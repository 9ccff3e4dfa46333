import type { Receipt } from '../cases/contract.ts'
import { randomFrom } from '../kernel/random.ts'
import type { AddRobot, DeliveryPage, RobotKind } from '../notices/delivery/contract.ts'
import { sendDue } from '../notices/delivery/sender.ts'
import type { SenderParts } from '../notices/delivery/sender-parts.ts'
import type { MessageSettings } from '../platform/settings.ts'
import { openReceiver, type Receiver } from './receivers.ts'
import { openWorld, type World } from './world.ts'
import { act, type Person } from './world-client.ts'

export const vendorOk: Readonly<Record<RobotKind, string>> = {
  wecom: '{"errcode":0,"errmsg":"ok"}',
  dingtalk: '{"errcode":0,"errmsg":"ok"}',
  feishu: '{"code":0,"msg":"success"}',
}
export const groupSecret = 'SEC-of-the-group'

/** A world with a group of each vendor: WeCom of the street's team, DingTalk of community 1, Feishu of street 1. */
export interface RobotScene {
  readonly world: World
  readonly receivers: Readonly<Record<RobotKind, Receiver>>
  /** Where messages go only when somebody leads them there. */
  readonly elsewhere: Receiver
  readonly robots: Readonly<Record<RobotKind, string>>
  /** Another host that the operator names. */
  readonly open: (origin: string) => void
  readonly body: (kind: RobotKind, over?: Partial<AddRobot>) => object
  readonly add: (kind: RobotKind, over?: Partial<AddRobot>) => Promise<string>
  /** One round of the sender. */
  readonly send: (patienceMs?: number) => Promise<number>
  /** Everything was planned, a minute has passed in which it gathered, and the sender went round. */
  readonly settled: () => Promise<void>
  readonly report: (words: string, by?: Person) => Promise<Receipt>
  /** To the street's team. */
  readonly handOut: (receipt: Receipt) => Promise<void>
  /** One thing for the team's group, planned and due; nothing else is. */
  readonly dueForTeam: () => Promise<Receipt>
  readonly log: (by?: Person) => Promise<DeliveryPage>
  /** State, outcome and tries of each line of the log, the latest first. */
  readonly outcomes: () => Promise<(readonly [string, string | null, number])[]>
  readonly textOf: (kind: RobotKind, at?: number) => string
  /** The clock at this local time of its day. */
  readonly clockAt: (time: string, daysLater?: number) => void
  /** The next morning, with an empty log. */
  readonly nextMorning: () => Promise<void>
  readonly close: () => Promise<void>
}

const patienceMs = 10_000

async function openReceivers() {
  const opened = async (kind: RobotKind) => openReceiver({ body: vendorOk[kind] })
  return { wecom: await opened('wecom'), dingtalk: await opened('dingtalk'), feishu: await opened('feishu') }
}

/** What people do in the scene, besides sending. */
function actsIn(world: World) {
  const report: RobotScene['report'] = (words, by = world.anonymous()) =>
    by.does<Receipt>('/api/reports', act({ words, areaId: world.places.building1.id }))
  const handOut: RobotScene['handOut'] = async ({ caseId }) => {
    const desk = world.as('street')
    await desk.does(`/api/cases/${caseId}/screen`, act({ matter: 'HJ02', summary: '路口占道经营' }))
    await desk.does(`/api/cases/${caseId}/dispatch`, act())
  }
  const log: RobotScene['log'] = (by = world.as('street')) => by.sees('/api/deliveries?limit=100')
  const clockAt: RobotScene['clockAt'] = (time, daysLater = 0) => {
    const today = world.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
    world.clock.set(`${today.add({ days: daysLater }).toString()}T${time}+08:00`)
  }
  return { report, handOut, log, clockAt }
}

/** What a sender beside this world's server has. */
export const senderIn = (world: World, messages: MessageSettings, patience = patienceMs): SenderParts => ({
  district: world.district,
  clock: world.clock,
  log: world.system.log,
  random: randomFrom(1),
  messages,
  patienceMs: patience,
  signal: new AbortController().signal,
})

export async function openRobotScene(): Promise<RobotScene> {
  const receivers = await openReceivers()
  const elsewhere = await openReceiver({ body: vendorOk.wecom })
  const hosts = Object.values(receivers).map(({ origin }) => origin)
  const messages = { address: 'https://linli.example.org', hosts, mail: null }
  const world = await openWorld({ messages })
  const { places, units } = world
  const body: RobotScene['body'] = (kind, over = {}) =>
    act({
      kind,
      name: `${kind} 工作群`,
      address: `${receivers[kind].origin}/hook?key=key-of-${kind}`,
      ...over,
    })
  const add: RobotScene['add'] = async (kind, over) =>
    (await world.as('street').does<{ id: string }>('/api/robots', body(kind, over))).id
  const robots = {
    wecom: await add('wecom', { areaId: places.street1.id, unitId: units.team1 }),
    dingtalk: await add('dingtalk', { areaId: places.community1.id, secret: groupSecret }),
    feishu: await add('feishu', { areaId: places.street1.id, secret: groupSecret }),
  }
  const send: RobotScene['send'] = (patience = patienceMs) => sendDue(senderIn(world, messages, patience))
  const acts = actsIn(world)
  const { report, handOut, log, clockAt } = acts
  return {
    world,
    receivers,
    elsewhere,
    robots,
    open: (origin) => void hosts.push(origin),
    body,
    add,
    send,
    settled: async () => {
      await world.followersSettled()
      world.clock.advance({ minutes: 1 })
      await send()
    },
    ...acts,
    dueForTeam: async () => {
      const receipt = await report('路口有人占道卖水果')
      await handOut(receipt)
      await world.followersSettled()
      await world.sql('owner', 'delete from deliveries where robot_id <> $1', [robots.wecom])
      world.clock.advance({ minutes: 1 })
      return receipt
    },
    outcomes: async () =>
      (await log()).rows.map(({ state, outcome, tries }) => [state, outcome, tries] as const),
    textOf: (kind, at = 0) => receivers[kind].heard[at]!.body.toString(),
    nextMorning: async () => {
      clockAt('09:30', 1)
      await world.followersSettled()
      await world.sql('owner', 'delete from deliveries')
      for (const { heard } of Object.values(receivers)) heard.length = 0
    },
    close: async () => {
      await world.close()
      for (const receiver of [...Object.values(receivers), elsewhere]) await receiver.close()
    },
  }
}
