import { z } from 'zod'
import { isRecentEnough } from '../kernel/entered-day.ts'

/** The stages of a case, in the words of the glossary. */
export const Stage = z.enum([
  'accepted',
  'screened',
  'dispatched',
  'signed',
  'handling',
  'resolved',
  'replied',
  'checked',
  'closed',
  'joined',
  'declined',
  'referred',
  'withdrawn',
  'returned',
  'paused',
  'listed',
])
export type Stage = z.infer<typeof Stage>

export const Source = z.enum(['portal', 'qr', 'field', 'staff', 'file', 'api'])
export type Source = z.infer<typeof Source>

/** A point in WGS-84 degrees. */
export const Point = z.object({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
export type Point = z.infer<typeof Point>

const Words = z.string().trim().min(1).max(5000)

/** How to reach the person who reports. Optional: an anonymous report has a receipt code. */
export const Contact = z.strictObject({
  name: z.string().trim().max(60).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^[+\d][\d -]{5,19}$/)
    .optional(),
})

/** On what errand a worker found it. The room of that errand keeps it; the case's first line names it. */
export const Occasion = z.strictObject({ kind: z.enum(['visit', 'round', 'grid_day']), id: z.uuid() })
export type Occasion = z.infer<typeof Occasion>

/** What a report may say. The time allowed and the unit are never asked: the program knows them. */
export const AcceptCase = z.strictObject({
  requestId: z.uuid(),
  words: Words,
  /** Where: an area (grid, building, estate, community), a point, or the address in words. All optional. */
  areaId: z.uuid().optional(),
  point: Point.strict().optional(),
  address: z.string().trim().max(200).optional(),
  /** QR code of a grid or building. */
  place: z.string().max(40).optional(),
  photos: z.array(z.uuid()).max(9).default([]),
  contact: Contact.optional(),
  /** The reader saw the emergency numbers and says that this is none. */
  notEmergency: z.boolean().default(false),
  /**
   * 代报. Staff, by their post, for whoever calls, visits or sends a relative: the receipt is that person's. Anybody else
   * only says that it is for a relative or neighbour (`relative`): the case and its receipt stay the writer's own.
   */
  onBehalf: z.enum(['caller', 'visitor', 'relative']).optional(),
  /** Workers alone: what was found at a door or on a round belongs to it. */
  occasion: Occasion.optional(),
  /** When it happened, if not now. */
  occurredAt: z.iso.datetime({ offset: true }).refine(isRecentEnough).optional(),
})
export type AcceptCase = z.infer<typeof AcceptCase>

export const Receipt = z.object({
  caseId: z.uuid(),
  number: z.string(),
  acceptedAt: z.iso.datetime(),
  responseDueAt: z.iso.datetime(),
  /** Follows the case without an account; shown once. Same request id, same code. */
  receiptCode: z.string(),
})
export type Receipt = z.infer<typeof Receipt>

export const Light = z.enum(['green', 'yellow', 'red', 'none'])
export type Light = z.infer<typeof Light>

/** One stretch of a case's time, as the clock bar draws it. */
export const ClockSegment = z.object({
  kind: z.enum(['waiting', 'handling', 'paused', 'over', 'left']),
  fromAt: z.iso.datetime(),
  toAt: z.iso.datetime(),
  /** Counted minutes (working or clock minutes, as the matter counts); 0 while paused. */
  minutes: z.number().int().nonnegative(),
})

/** The time account of one clock (时间账). Computed from the journal and drawn by the clock bar. */
export const ClockAccount = z.object({
  /** `report`: to be at the spot that a whistle calls to. */
  clock: z.enum(['response', 'resolution', 'report']),
  measure: z.enum(['working', 'clock']),
  startedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  /** When the light turns yellow. */
  yellowAt: z.iso.datetime().nullable(),
  stoppedAt: z.iso.datetime().nullable(),
  allowedMinutes: z.number().int().nonnegative(),
  usedMinutes: z.number().int().nonnegative(),
  pausedMinutes: z.number().int().nonnegative(),
  extendedMinutes: z.number().int().nonnegative(),
  /** Counted minutes of one day, by which days are said: office hours at `startedAt`, or 1440 of clock time. */
  minutesPerDay: z.number().int().positive(),
  /** A year of the span has no holidays announced yet: the deadline will be counted again. */
  provisional: z.boolean(),
  light: Light,
  segments: z.array(ClockSegment),
})
export type ClockAccount = z.infer<typeof ClockAccount>

/** 即办即结: what was found, and what was done about it, in one step. */
export const SolveOnTheSpot = z.strictObject({
  report: AcceptCase,
  matter: z.string().max(10),
  summary: z.string().trim().min(4).max(120),
  note: Words,
  photos: z.array(z.uuid()).max(9).default([]),
})
export type SolveOnTheSpot = z.infer<typeof SolveOnTheSpot>

/** An emergency is not a case: the numbers come first, and a grid worker is alerted. */
export const RaiseAlert = z.strictObject({
  requestId: z.uuid(),
  words: Words,
  areaId: z.uuid().optional(),
  point: Point.strict().optional(),
  place: z.string().max(40).optional(),
})
export type RaiseAlert = z.infer<typeof RaiseAlert>

export const AlertReceipt = z.object({ alertId: z.uuid(), lines: z.array(z.string()) })
export type AlertReceipt = z.infer<typeof AlertReceipt>
