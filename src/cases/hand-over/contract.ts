import { z } from 'zod'
import { PlaceName, UnitName } from '../story.contract.ts'

const at = z.iso.datetime()
const requestId = z.uuid()

/** What is given over: a desk of territory, a unit, a grid. */
export const SeatKind = z.enum(['desk', 'unit', 'grid'])
export type SeatKind = z.infer<typeof SeatKind>

/** What may be open: in the order in which somebody who comes wants to read it. */
export const itemKinds = [
  'alert',
  'emergency',
  'whistle',
  'instruction',
  'work',
  'request',
  'listing',
  'promise',
] as const
export const ItemKind = z.enum(itemKinds)
export type ItemKind = z.infer<typeof ItemKind>

/** How many are open of each kind, and of the work how many are late and how many near it. Counted up to `countedTo`. */
export const HandOverCounts = z.strictObject({
  ...Object.fromEntries(itemKinds.map((kind) => [kind, z.int().min(0)])),
  red: z.int().min(0),
  yellow: z.int().min(0),
} as Record<ItemKind | 'red' | 'yellow', z.ZodInt>)
export type HandOverCounts = z.infer<typeof HandOverCounts>

/** Counts stop here. */
export const countedTo = 1000

/** One thing that is open. */
export const HandOverItem = z.object({
  kind: ItemKind,
  /** Of the case, the whistle, the emergency or the alert. */
  id: z.uuid(),
  number: z.string().nullable(),
  matter: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  place: PlaceName,
  dueAt: at.nullable(),
})
export type HandOverItem = z.infer<typeof HandOverItem>

const Standing = z.object({
  counts: HandOverCounts,
  /** Of each kind the first few: the counts say how many there are. */
  items: z.array(HandOverItem),
})
export type Standing = z.infer<typeof Standing>

export const Seat = z.object({ kind: SeatKind, unit: UnitName.nullable(), place: PlaceName })
export type Seat = z.infer<typeof Seat>

export const HandOver = z.object({
  id: z.uuid(),
  seat: Seat,
  givenAt: at,
  /** Names of colleagues; null for an account that is no more. */
  givenBy: z.string().nullable(),
  takenAt: at.nullable(),
  takenBy: z.string().nullable(),
  /** Given once more before anybody took it. */
  replacedAt: at.nullable(),
  /** It waited longer than it may. */
  late: z.boolean(),
  words: z.string().nullable(),
  counts: HandOverCounts,
  /** Whether the reader may take it now. */
  canTake: z.boolean(),
  /** Whether the reader gave it. */
  own: z.boolean(),
})
export type HandOver = z.infer<typeof HandOver>
export const HandOverPage = HandOver.extend({ items: z.array(HandOverItem) })
export type HandOverPage = z.infer<typeof HandOverPage>

export const OwnHandOverQuery = z.strictObject({ postId: z.uuid().optional() })
export type OwnHandOverQuery = z.infer<typeof OwnHandOverQuery>
/** A post of the reader that can be given over, lent ones too. */
const OwnSeat = Seat.extend({ postId: z.uuid() })
export const OwnHandOver = z.object({
  seats: z.array(OwnSeat),
  postId: z.uuid(),
  standing: Standing,
  /** What was given and waits to be taken. */
  waiting: HandOverPage.nullable(),
})
export type OwnHandOver = z.infer<typeof OwnHandOver>

export const GiveHandOver = z.strictObject({
  requestId,
  postId: z.uuid(),
  words: z.string().trim().min(1).max(1000).optional(),
  /** The one that waits there and is to be replaced: whoever names none, or another, has not seen it. */
  replaces: z.uuid().optional(),
})
export type GiveHandOver = z.infer<typeof GiveHandOver>
export const TakeHandOver = z.strictObject({ requestId })
export type TakeHandOver = z.infer<typeof TakeHandOver>
export const HandOverReceipt = z.object({ handOverId: z.uuid(), at })
export type HandOverReceipt = z.infer<typeof HandOverReceipt>

const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
export const HandOversQuery = z.strictObject({
  /** YYYY-MM, local. */
  month: Month.optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type HandOversQuery = z.infer<typeof HandOversQuery>
export const HandOverLog = z.object({ rows: z.array(HandOver), next: z.uuid().nullable() })
export type HandOverLog = z.infer<typeof HandOverLog>
export const HandOversExport = z.strictObject({ month: Month, language: z.enum(['zh', 'en']).default('zh') })
export type HandOversExport = z.infer<typeof HandOversExport>
