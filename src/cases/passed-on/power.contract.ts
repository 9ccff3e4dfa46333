import { z } from 'zod'
import { isCalendarDay } from '../../kernel/entered-day.ts'
import { SheetLanguage } from '../../platform/sheet/send-sheet.ts'
import { PlaceName, UnitName } from '../story.contract.ts'

const requestId = z.uuid()
const day = z.iso.date().refine(isCalendarDay)
const text = (most: number) => z.string().trim().min(1).max(most)

export const GivePower = z.strictObject({
  requestId,
  /** A street or township. */
  streetId: z.uuid(),
  powerZh: text(200),
  powerEn: text(400),
  law: text(100),
  article: text(60),
  /** The province's decision: its name, number and date. */
  decision: text(200),
  /** The department whose power it was. */
  fromUnitId: z.uuid(),
  fromDay: day,
})
export type GivePower = z.infer<typeof GivePower>
/** `untilDay` is the first day on which the street has it no more. */
export const EndPower = z.strictObject({ requestId, untilDay: day })
export type EndPower = z.infer<typeof EndPower>
export const PowerReceipt = z.object({ id: z.uuid() })
export type PowerReceipt = z.infer<typeof PowerReceipt>

export const PowerState = z.enum(['to_come', 'in_force', 'ended'])
export type PowerState = z.infer<typeof PowerState>

export const Power = z.object({
  id: z.uuid(),
  street: PlaceName,
  powerZh: z.string(),
  powerEn: z.string(),
  law: z.string(),
  article: z.string(),
  decision: z.string(),
  fromUnit: UnitName,
  fromDay: z.string(),
  untilDay: z.string().nullable(),
  /** Today. */
  state: PowerState,
})
export type Power = z.infer<typeof Power>

export const PowerQuery = z.strictObject({
  list: z.enum(['standing', 'ended', 'all']).default('standing'),
  streetId: z.uuid().optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type PowerQuery = z.infer<typeof PowerQuery>
export const PowerPage = z.object({
  rows: z.array(Power),
  next: z.uuid().nullable(),
  /** Whether the asker may give and end powers. */
  keeps: z.boolean(),
})
export type PowerPage = z.infer<typeof PowerPage>
export const PowerSheetQuery = PowerQuery.pick({ list: true, streetId: true }).extend({
  language: SheetLanguage,
})
export type PowerSheetQuery = z.infer<typeof PowerSheetQuery>
