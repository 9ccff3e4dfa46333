import { z } from 'zod'
import type { NoticeKind, PrivateKind } from '../contract.ts'

/** What a message may be about: a notice, or a trial. */
export type MessageKind = NoticeKind | 'test'
/** What a group may be told of. */
export type GroupKind = Exclude<MessageKind, PrivateKind>

/** Whose robots a work group may have: WeCom (企业微信), DingTalk (钉钉), Feishu (飞书). */
export const RobotKind = z.enum(['wecom', 'dingtalk', 'feishu'])
export type RobotKind = z.infer<typeof RobotKind>

/** By what something leaves the house. */
export const ChannelKind = z.enum(['push', 'email', 'robot'])
export type ChannelKind = z.infer<typeof ChannelKind>

/** `failed` is tried again, `given_up` is not. */
export const DeliveryState = z.enum(['waiting', 'failed', 'sent', 'given_up'])
export type DeliveryState = z.infer<typeof DeliveryState>

/**
 * What became of a try, in our own words; what the other side said is kept nowhere.
 * `no_answer`: it may have come all the same. `gone`: the device or the group has taken itself away.
 */
export const outcomes = [
  'sent',
  'unreachable',
  'no_answer',
  'busy',
  'rate_limited',
  'bad_signature',
  'bad_key',
  'refused',
  'gone',
  'host_not_allowed',
  'not_set_up',
  'withdrawn',
  'removed',
] as const
export const Outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof Outcome>

/** A quiet time by the local clock, as in 22:00 to 07:00: from the first moment to before the second; alike is never. */
const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const Quiet = z.strictObject({ from: LocalTime, until: LocalTime })
export type Quiet = z.infer<typeof Quiet>

const Language = z.enum(['zh', 'en'])
const RobotName = z.string().trim().min(1).max(40)
const Secret = z.string().trim().min(8).max(200)

export const AddRobot = z.strictObject({
  requestId: z.uuid(),
  kind: RobotKind,
  /** As people call the group. */
  name: RobotName,
  /** The address that the group shows for its robot. */
  address: z.url({ protocol: /^https?$/ }).max(500),
  /** The key that signs (加签), where the robot asks for one; WeCom has none. */
  secret: Secret.nullable().default(null),
  /** The area that it tells of, with all below. */
  areaId: z.uuid(),
  /** Of a unit there: what that unit has to do. */
  unitId: z.uuid().nullable().default(null),
  language: Language.default('zh'),
  quiet: Quiet.default({ from: '22:00', until: '07:00' }),
})
export type AddRobot = z.input<typeof AddRobot>

export const ChangeRobot = z.strictObject({
  requestId: z.uuid(),
  paused: z.boolean(),
  language: Language,
  quiet: Quiet,
})
export type ChangeRobot = z.infer<typeof ChangeRobot>

/** An act without more to say. */
export const OneAct = z.strictObject({ requestId: z.uuid() })
export type OneAct = z.infer<typeof OneAct>
export const RobotDone = z.object({ id: z.uuid() })
export type RobotDone = z.infer<typeof RobotDone>

const Named = z.object({ id: z.uuid(), nameZh: z.string(), nameEn: z.string() })

export const Robot = z.object({
  id: z.uuid(),
  kind: RobotKind,
  name: z.string(),
  /** Host and last characters of its address: enough to know it by. */
  shown: z.string(),
  area: Named,
  unit: Named.nullable(),
  language: Language,
  quiet: Quiet,
  createdAt: z.iso.datetime(),
  pausedAt: z.iso.datetime().nullable(),
  /** How many wait, and how many of the last thirty days were given up; each counted up to 100. */
  waiting: z.int(),
  givenUp: z.int(),
  lastSentAt: z.iso.datetime().nullable(),
})
export type Robot = z.infer<typeof Robot>

export const Robots = z.object({
  rows: z.array(Robot),
  /** Hosts to which messages may go: others are refused. */
  hosts: z.array(z.string()),
  /** The address that links in messages begin with; null where the operator has not set it, and they have none. */
  linkAddress: z.string().nullable(),
})
export type Robots = z.infer<typeof Robots>

export const DeliveryQuery = z.object({
  state: DeliveryState.optional(),
  robotId: z.uuid().optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type DeliveryQuery = z.infer<typeof DeliveryQuery>

/** One line of the log: what, by which robot, and what became of it. */
export const Delivery = z.object({
  id: z.uuid(),
  robot: z.object({ id: z.uuid(), kind: RobotKind, name: z.string(), removed: z.boolean() }),
  /** A kind of notice, or `test`. */
  kind: z.string(),
  caseNumber: z.string().nullable(),
  state: DeliveryState,
  outcome: Outcome.nullable(),
  tries: z.int(),
  createdAt: z.iso.datetime(),
  triedAt: z.iso.datetime().nullable(),
  nextAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
})
export type Delivery = z.infer<typeof Delivery>
export const DeliveryPage = z.object({ rows: z.array(Delivery), next: z.uuid().nullable() })
export type DeliveryPage = z.infer<typeof DeliveryPage>

/** Base64url without padding. */
const Key = (bytes: number) => z.string().regex(new RegExp(`^[\\w-]{${bytes}}=*$`))

/** What a browser hands out when messages are let in (Push API, `PushSubscription.toJSON()`). */
export const AddPush = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }).max(1000),
  /** The browser's public key (65 bytes) and a shared secret (16 bytes), both base64url (RFC 8291). */
  p256dh: Key(87),
  auth: Key(22),
  language: Language.default('zh'),
})
export type AddPush = z.input<typeof AddPush>

export const AddEmail = z.strictObject({
  address: z.email().trim().max(200),
  language: Language.default('zh'),
})
export type AddEmail = z.input<typeof AddEmail>

export const ConfirmEmail = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
})
export type ConfirmEmail = z.infer<typeof ConfirmEmail>

export const ChangeOwnChannel = z.strictObject({ quiet: Quiet, language: Language })
export type ChangeOwnChannel = z.infer<typeof ChangeOwnChannel>

export const OwnChannel = z.object({
  id: z.uuid(),
  kind: z.enum(['push', 'email']),
  /** An address but for its middle; empty for a browser. */
  shown: z.string(),
  device: z.object({ system: z.string(), browser: z.string() }).nullable(),
  language: Language,
  quiet: Quiet,
  createdAt: z.iso.datetime(),
  confirmed: z.boolean(),
  lastSentAt: z.iso.datetime().nullable(),
  /** How the last try failed, where it did. */
  problem: Outcome.nullable(),
})
export type OwnChannel = z.infer<typeof OwnChannel>

/** What was told by one of one's own channels, and what became of it. */
export interface OwnDelivery {
  readonly channelId: string
  readonly kind: MessageKind
  readonly caseNumber: string | null
  readonly state: DeliveryState
  readonly createdAt: string
  readonly endedAt: string | null
}

export const OwnChannels = z.object({
  rows: z.array(OwnChannel),
  /** The public key of this server (VAPID, RFC 8292), base64url: a browser binds what it hands out to it. */
  pushKey: z.string(),
  /** Whether devices can be told at all: not from a demonstration whose operator names no push service. */
  canPush: z.boolean(),
  /** Whether mail can be sent at all. */
  canMail: z.boolean(),
})
export type OwnChannels = z.infer<typeof OwnChannels>
