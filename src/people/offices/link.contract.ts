import { z } from 'zod'
import { isCalendarDay } from '../../kernel/entered-day.ts'
import { Holder, NewHolder } from './office.contract.ts'

const Day = z.iso.date().refine(isCalendarDay)
const Named = z.object({ id: z.uuid(), nameZh: z.string(), nameEn: z.string() })

/** Who is linked to what (定点定人定时; 两代表一委员): `link-place.contract.ts` says where to, `link.rule.ts` how long. */
export const LinkKind = z.enum([
  'district_leader',
  'department',
  'cadre',
  'party_delegate',
  'congress_deputy',
  'cppcc_member',
])
export type LinkKind = z.infer<typeof LinkKind>

export const LinkReason = z.enum([
  'term_over',
  'renewed',
  'handed_over',
  'body_ended',
  'entered_wrongly',
  'other',
])
export type LinkReason = z.infer<typeof LinkReason>

/** A department by its unit; everybody else by the person. */
const Whom = {
  unitId: z.uuid().optional(),
  holderId: z.uuid().optional(),
  newHolder: NewHolder.optional(),
}

export const MakeLink = z.strictObject({
  requestId: z.uuid(),
  kind: LinkKind,
  areaId: z.uuid(),
  ...Whom,
  /** First day; today where left out. */
  startsOn: Day.optional(),
  /** First day after it; three years on where left out. */
  endsOn: Day.optional(),
})
export type MakeLink = z.infer<typeof MakeLink>
export const LinkMade = z.object({ linkId: z.uuid(), endsOn: z.iso.date() })
export type LinkMade = z.infer<typeof LinkMade>

/** Carries a link on in one act: with the same one (renewed), or with another (handed over). */
export const FollowLink = z.strictObject({
  requestId: z.uuid(),
  ...Whom,
  /** First day of what follows: a renewal begins where the link ends, a handing over today, where left out. */
  fromDay: Day.optional(),
  endsOn: Day.optional(),
})
export type FollowLink = z.infer<typeof FollowLink>

export const EndLink = z.strictObject({
  requestId: z.uuid(),
  reason: LinkReason.extract(['term_over', 'entered_wrongly', 'other']),
  /** First day on which it holds no more; today where left out, never later. */
  endedOn: Day.optional(),
})
export type EndLink = z.infer<typeof EndLink>
export const LinkEnded = z.object({ linkId: z.uuid(), endedOn: z.iso.date() })
export type LinkEnded = z.infer<typeof LinkEnded>

/** How a link stands: it runs, it ends within 90 days, it is over and nobody saw to it, or it was ended. */
export const LinkState = z.enum(['to_come', 'running', 'soon', 'over', 'ended'])
export type LinkState = z.infer<typeof LinkState>

export const ListLinks = z.object({
  kind: LinkKind.optional(),
  /** Links of this area and of all below it. */
  areaId: z.uuid().optional(),
  /** `soon` and `over` together are what somebody should see to. */
  state: z.enum(['current', 'soon', 'over', 'ended']).default('current'),
  /** Part of a person's or a department's name. */
  text: z.string().trim().min(1).max(40).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListLinks = z.infer<typeof ListLinks>

export const LinkRow = z.object({
  id: z.uuid(),
  kind: LinkKind,
  area: Named.extend({ kind: z.string() }),
  /** Names on the way down to the area, the street first and the area itself last. */
  way: z.array(Named),
  unit: Named.nullable(),
  holder: Holder.nullable(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  endedOn: z.iso.date().nullable(),
  reason: LinkReason.nullable(),
  state: LinkState,
  can: z.boolean(),
})
export type LinkRow = z.infer<typeof LinkRow>

/** Links, those that end first first; of those that ended, the latest first. */
export const LinkPage = z.object({
  rows: z.array(LinkRow),
  next: z.uuid().nullable(),
  counts: z.object({ current: z.number().int(), soon: z.number().int(), over: z.number().int() }),
  /** How long a link holds by rule, and the rule. */
  rule: z.object({
    months: z.number().int(),
    sourceZh: z.string(),
    sourceEn: z.string(),
    from: z.iso.date(),
  }),
})
export type LinkPage = z.infer<typeof LinkPage>

/** The whole team of a grid (组团式服务): from district, street, department, community and the grid itself. */
export const GridTeam = z.object({
  grid: Named,
  way: z.array(Named),
  members: z.array(
    z.object({
      level: z.enum(['district', 'street', 'department', 'community', 'grid']),
      role: z.enum([...LinkKind.options, 'office', 'grid_leader', 'grid_worker']),
      /** Null for a department, which is linked as a whole. */
      name: z.string().nullable(),
      body: Named.nullable(),
      office: Named.nullable(),
      phone: z.string().nullable(),
    }),
  ),
})
export type GridTeam = z.infer<typeof GridTeam>
