import { Refusal } from '../kernel/refusal.ts'
import type { Who } from '../platform/ctx.ts'
import type { Act, PostKind } from './contract.ts'
import { acts } from './contract.ts'

/**
 * How far a post's permission goes: its unit's own parts, its own area with all below, the whole district, or all of
 * the district that is seen from below too: what the district alone sees is the centre's.
 */
export type Reach = 'own_unit' | 'own_area' | 'district' | 'below_district'

/** What a post may do, and how far: acts with their reaches. */
export type Grants = Readonly<Partial<Record<Act, readonly Reach[]>>>

/** A post and a place as permission looks at them; its grants are those of the district's table for its kind. */
export interface Holder {
  readonly kind: 'staff' | 'resident' | 'anonymous' | 'system'
  readonly posts: readonly {
    readonly kind: string
    readonly unitId: string | null
    readonly areaId: string
    readonly grants: Readonly<Record<string, readonly string[]>>
  }[]
}
export interface Place {
  readonly path?: readonly string[]
  readonly units?: readonly string[]
}

/**
 * What everyone may do, without an account too. Whose case it is, the receipt or the account says. No table gives or
 * takes these.
 */
export const publicActs: ReadonlySet<Act> = new Set([
  'case.accept',
  'case.follow',
  'case.rate',
  'board.read',
  'community.read',
  'community.ask',
])

const unitWork = {
  'case.see': ['own_unit'],
  'case.sign': ['own_unit'],
  'case.handle': ['own_unit'],
  'case.resolve': ['own_unit'],
  'case.request': ['own_unit'],
} as const satisfies Partial<Record<Act, readonly Reach[]>>

/** A unit that is called by a whistle (吹哨) answers for itself. */
const calledWork = {
  'whistle.see': ['own_unit'],
  'whistle.answer': ['own_unit'],
} as const satisfies Partial<Record<Act, readonly Reach[]>>

/** 联合行动: a unit sees its task and answers it; one that leads a station leads the station's. */
const stationWork = {
  'action.see': ['own_unit'],
  'action.answer': ['own_unit'],
  'station.see': ['own_unit'],
  'action.lead': ['own_unit'],
} as const satisfies Partial<Record<Act, readonly Reach[]>>

/** 交接班: who holds a unit's work, a desk or a grid gives it over and takes it. */
const unitDuty = { 'hand_over.keep': ['own_unit'] } as const satisfies Partial<Record<Act, readonly Reach[]>>

/** 双向考核: a unit sees how it is assessed, and may object. */
const assessedWork = {
  'assessment.see': ['own_unit'],
  'assessment.claim': ['own_unit'],
} as const satisfies Partial<Record<Act, readonly Reach[]>>

/** 驻点日: a department that is linked to a community comes on its day. */
const linkedWork = {
  'grid_day.check_in': ['own_unit'],
} as const satisfies Partial<Record<Act, readonly Reach[]>>

/** A desk of territory: it sees its area, and does its own unit's work (a community is a unit that answers too). */
const deskWork = {
  ...unitWork,
  ...assessedWork,
  // 评价权: what was got from departments, said by those who asked for it.
  'assessment.mark': ['own_area'],
  'case.see': ['own_area', 'own_unit'],
  'case.accept_on_behalf': ['own_area'],
  'case.screen': ['own_area'],
  'case.dispatch': ['own_area'],
  'case.reply': ['own_area'],
  'case.publish': ['own_area'],
  'case.see_reporter': ['own_area'],
  // 按语: each level adds to the report of its own.
  'report.write': ['own_area'],
  'alert.see': ['own_area'],
  'whistle.see': ['own_area'],
  'whistle.blow': ['own_area'],
  // 人民调解: each committee its own disputes; whoever looks after more sees counts.
  'mediation.conduct': ['own_area'],
  'mediation.count': ['own_area'],
  'station.see': ['own_area'],
  'action.see': ['own_area', 'own_unit'],
  'action.answer': ['own_unit'],
  'community.publish': ['own_area'],
  'community.answer': ['own_area'],
  'round.see': ['own_area'],
  'grid_day.check_in': ['own_area', 'own_unit'],
  'register.see': ['own_area'],
  'register.update': ['own_area'],
  'register.see_identity': ['own_area'],
  'register.export': ['own_area'],
  'register.import': ['own_area'],
  'register.count': ['own_area'],
  'rights.answer': ['own_area'],
  'hand_over.keep': ['own_area'],
} as const satisfies Partial<Record<Act, readonly Reach[]>>

/** What a grid worker's community has in hand is signed for and asked about in the own grid alone. */
const gridWork = {
  'grid.see': ['own_area'],
  'station.see': ['own_area'],
  'case.accept_on_behalf': ['own_area'],
  'case.see': ['own_area'],
  'case.sign': ['own_area'],
  'case.request': ['own_area'],
  'case.handle': ['own_area'],
  'case.resolve': ['own_area'],
  'alert.see': ['own_area'],
  'round.see': ['own_area'],
  'round.walk': ['own_area'],
  'grid_day.check_in': ['own_area'],
  'register.see': ['own_area'],
  'register.update': ['own_area'],
  'hand_over.keep': ['own_area'],
} as const satisfies Partial<Record<Act, readonly Reach[]>>

const inDistrict = (...allowed: readonly Act[]): Partial<Record<Act, readonly Reach[]>> =>
  Object.fromEntries(allowed.map((act) => [act, ['district']]))

/**
 * The table of permission as Linli comes: what each kind of post may do, and how far. A district's own table
 * (`permission-table.rule.ts`) starts from it. Handlers see the place and not the person (Care 2): only the centre and
 * the desks of territory see a reporter.
 */
export const permissions: Record<PostKind, Grants> = {
  administrator: inDistrict(
    'case.erase',
    'import.run',
    'export.run',
    'area.manage',
    'matter.manage',
    'calendar.manage',
    'unit.manage',
    'body.manage',
    'link.manage',
    'people.manage',
    'channel.manage',
    'journal.verify',
  ),
  centre: {
    ...unitWork,
    ...inDistrict(
      'case.accept_on_behalf',
      'case.see',
      'case.screen',
      'case.dispatch',
      'case.decide',
      'case.arbitrate',
      'case.reply',
      'case.publish',
      'case.check',
      'case.press',
      'case.close',
      'case.see_reporter',
      'report.write',
      'case.erase',
      'alert.see',
      'whistle.see',
      // What a street advises is the centre's to read (建议权).
      'whistle.advise',
      'mediation.count',
      'station.see',
      'action.see',
      'emergency.declare',
      'round.see',
      'round.set',
      'assessment.see',
      'assessment.decide',
      'import.run',
      'export.run',
      'matter.manage',
      'calendar.manage',
      // How many live where, and nobody by name.
      'register.count',
      // Of people who are in no community's register: their account and what they reported.
      'rights.answer',
      'hand_over.keep',
      'journal.verify',
    ),
  },
  street_desk: {
    ...deskWork,
    'case.decide': ['own_area'],
    'case.press': ['own_area'],
    // 协调权、督办权、评价权、建议权 are the street's.
    'whistle.coordinate': ['own_area'],
    'whistle.rate': ['own_area'],
    'whistle.advise': ['own_area'],
    'station.keep': ['own_area'],
    'action.lead': ['own_area'],
    'emergency.declare': ['own_area'],
    'round.set': ['own_area'],
    'assessment.see': ['own_area', 'own_unit'],
    // Bodies, offices and links of its own territory are a street's to keep in order.
    'body.manage': ['own_area'],
    'link.manage': ['own_area'],
    // So are the work groups that are told of it.
    'channel.manage': ['own_area'],
  },
  community_desk: { ...deskWork, 'round.walk': ['own_area'] },
  unit_desk: { ...unitWork, ...calledWork, ...stationWork, ...assessedWork, ...linkedWork, ...unitDuty },
  unit_head: { ...unitWork, ...calledWork, ...stationWork, ...assessedWork, ...linkedWork, ...unitDuty },
  grid_leader: gridWork,
  grid_worker: gridWork,
  // A confidential case is for the centre alone (Care 3): samples are taken of the others.
  evaluator: { 'case.see': ['below_district'], ...inDistrict('journal.verify') },
}

export const isAct = (act: string): act is Act => (acts as readonly string[]).includes(act)

function covers(reach: string, post: Holder['posts'][number], { path, units }: Place): boolean {
  // Without a place: whether the post allows the act anywhere.
  if (path === undefined && units === undefined) return true
  if (reach === 'district') return true
  if (reach === 'below_district') return (path?.length ?? 0) > 1
  if (reach === 'own_area') return path?.includes(post.areaId) ?? false
  return reach === 'own_unit' && post.unitId !== null && (units?.includes(post.unitId) ?? false)
}

/** Whether someone may do the act there. An act that the table does not know is allowed to nobody. */
export function mayAct(who: Holder, act: string, at: Place = {}): boolean {
  if (!isAct(act)) return false
  if (who.kind === 'system' || publicActs.has(act)) return true
  return who.posts.some((post) => post.grants[act]?.some((reach) => covers(reach, post, at)) ?? false)
}

/** Throws Refusal `not_permitted`, or `sign_in_needed` where an account could change the answer. */
export function must(who: Holder, act: string, at: Place): void {
  if (mayAct(who, act, at)) return
  if (who.kind === 'anonymous' && isAct(act)) throw new Refusal('sign_in_needed')
  throw new Refusal('not_permitted', { act })
}

/**
 * As `must`, by the asker's own posts alone: whoever stands in for somebody does their work, and hands none of their
 * power on. Throws Refusal `own_post_needed` where only a post that was lent allows it.
 */
export function mustByOwnPost(who: Who, act: string): void {
  must(who, act, {})
  const own = { kind: who.kind, posts: who.posts.filter((post) => !post.lentBy) }
  if (!mayAct(own, act)) throw new Refusal('own_post_needed', { act })
}

/** Every act that someone may do somewhere, in the table's order. */
export const actsOf = (who: Holder): Act[] => acts.filter((act) => mayAct(who, act))

/** The levels of a matter (层级), lowest first. */
const levels = ['grid', 'community', 'street', 'district'] as const
type Level = (typeof levels)[number]
const highestLevel: Partial<Record<PostKind, Level>> = {
  community_desk: 'community',
  street_desk: 'street',
  centre: 'district',
}

/**
 * Throws Refusal `not_permitted` unless someone may dispatch a matter of this level there: a community desk up to its
 * community, a street's up to the street, the centre all.
 */
export function mustDispatch(who: Holder, level: Level, path: readonly string[]): void {
  const allows = (post: Holder['posts'][number]): boolean =>
    mayAct({ kind: who.kind, posts: [post] }, 'case.dispatch', { path }) &&
    levels.indexOf(level) <= levels.indexOf(highestLevel[post.kind as PostKind] ?? 'grid')
  if (who.kind !== 'system' && !who.posts.some(allows))
    throw new Refusal('not_permitted', { act: 'case.dispatch', level })
}
