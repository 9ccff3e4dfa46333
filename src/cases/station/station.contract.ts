import { z } from 'zod'
import { isCalendarDay } from '../../kernel/entered-day.ts'
import { PlaceName, UnitName } from '../story.contract.ts'

const requestId = z.uuid()
const day = z.iso.date().refine(isCalendarDay)
const phone = z
  .string()
  .trim()
  .regex(/^[+\d][\d -]{2,19}$/)
const minute = z.int()

export const OpenStation = z.strictObject({
  requestId,
  /** A street, a community or an estate. */
  areaId: z.uuid(),
  leadUnitId: z.uuid(),
  nameZh: z.string().trim().min(1).max(60),
  nameEn: z.string().trim().min(1).max(120),
  address: z.string().trim().min(1).max(120),
  phone: phone.optional(),
})
export type OpenStation = z.infer<typeof OpenStation>
export const CloseStation = z.strictObject({ requestId, closedOn: day })
export type CloseStation = z.infer<typeof CloseStation>
export const StationReceipt = z.object({ stationId: z.uuid() })
export type StationReceipt = z.infer<typeof StationReceipt>

export const AddPerson = z.strictObject({
  requestId,
  accountId: z.uuid(),
  unitId: z.uuid(),
  /** Shown to those who may see who is on duty, while the person is. */
  phone: phone.optional(),
  fromDay: day,
})
export type AddPerson = z.infer<typeof AddPerson>
export const EndPerson = z.strictObject({ requestId, untilDay: day })
export type EndPerson = z.infer<typeof EndPerson>

/** In minutes of the local day; a night shift ends beyond 1440. */
export const Shift = z.strictObject({
  fromMinute: minute.min(0).max(1439),
  untilMinute: minute.min(1).max(2880),
  personIds: z.array(z.uuid()).min(1).max(30),
})
export type Shift = z.infer<typeof Shift>
/** The whole roster of a day: what stood there gives way. */
export const SetRoster = z.strictObject({ requestId, day, shifts: z.array(Shift).max(12) })
export type SetRoster = z.infer<typeof SetRoster>
/** Days of the week that begins that day and have no shifts get those of the week before. */
export const CopyWeek = z.strictObject({ requestId, firstDay: day })
export type CopyWeek = z.infer<typeof CopyWeek>
export const CopiedWeek = z.object({ stationId: z.uuid(), days: z.array(z.iso.date()) })
export type CopiedWeek = z.infer<typeof CopiedWeek>

const Colleague = z.object({ accountId: z.uuid(), name: z.string() })
export const Colleagues = z.object({ people: z.array(Colleague) })
export type Colleagues = z.infer<typeof Colleagues>

const OnDuty = z.object({
  personId: z.uuid(),
  name: z.string(),
  unit: UnitName,
  fromAt: z.iso.datetime(),
  untilAt: z.iso.datetime(),
  /** Of those on duty now alone. */
  phone: z.string().nullable(),
})
export const StationRow = z.object({
  id: z.uuid(),
  nameZh: z.string(),
  nameEn: z.string(),
  place: PlaceName,
  leadUnit: UnitName,
  address: z.string(),
  phone: z.string().nullable(),
  closedOn: z.iso.date().nullable(),
  /** By the roster and the clock. */
  onDuty: z.array(OnDuty),
  /** What the asker may do with it; whoever leads it opens joint actions of it. */
  can: z.array(z.enum(['keep', 'lead'])),
})
export type StationRow = z.infer<typeof StationRow>
export const StationQuery = z.strictObject({
  /** Stations that look after this area: in it, or around it. */
  areaId: z.uuid().optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type StationQuery = z.infer<typeof StationQuery>
export const StationPage = z.object({ rows: z.array(StationRow), next: z.uuid().nullable() })
export type StationPage = z.infer<typeof StationPage>

export const StationPerson = z.object({
  id: z.uuid(),
  name: z.string(),
  unit: UnitName,
  phone: z.string().nullable(),
  fromDay: z.iso.date(),
  untilDay: z.iso.date().nullable(),
})
const Named = z.object({ id: z.uuid(), name: z.string() })
export const Station = StationRow.extend({
  people: z.array(StationPerson),
  roster: z.array(
    z.object({
      day: z.iso.date(),
      shifts: z.array(
        z.object({
          fromMinute: minute,
          untilMinute: minute,
          people: z.array(Named),
        }),
      ),
      /** Who may be put on it. */
      serving: z.array(Named),
    }),
  ),
})
export type Station = z.infer<typeof Station>
/** The roster of seven days from this one on; from today where left out. */
export const RosterQuery = z.strictObject({ firstDay: day.optional() })
export type RosterQuery = z.infer<typeof RosterQuery>
