import { type Act, acts, PostKind } from './contract.ts'
import { publicActs, type Reach } from './permission.rule.ts'

/**
 * The bounds of a district's table of permission: how far each act may be given to each kind of post. They stand in
 * code, so that no administrator, however busy or pressed, gives a neighbour's name to those whom the neighbour
 * complains of. Nothing goes further than the area in which the kind of post stands.
 */
type Bound = Partial<Record<PostKind, readonly Reach[]>>

/** The centre, and the desks of territory in their own area. */
const territory: Bound = { centre: ['district'], street_desk: ['own_area'], community_desk: ['own_area'] }
const grids: Bound = { grid_leader: ['own_area'], grid_worker: ['own_area'] }
const units: Bound = {
  centre: ['own_unit'],
  street_desk: ['own_unit'],
  community_desk: ['own_unit'],
  unit_desk: ['own_unit'],
  unit_head: ['own_unit'],
}
/** Work for the whole district at once, which is asked for without a place. */
const office: Bound = { administrator: ['district'], centre: ['district'] }
const keepers: Bound = { ...office, street_desk: ['own_area'], community_desk: ['own_area'] }

/** Who lives where: the register's own people. Handlers, evaluators and administrators have no business there. */
const register: Bound = territory

const bounds: Partial<Record<Act, Bound>> = {
  'case.accept_on_behalf': { ...territory, ...grids },
  // The rows of cases are not an administrator's to read; confidential ones are the centre's alone (Care 3).
  'case.see': {
    ...units,
    ...grids,
    centre: ['district'],
    street_desk: ['own_area', 'own_unit'],
    community_desk: ['own_area', 'own_unit'],
    evaluator: ['below_district'],
  },
  'case.screen': territory,
  'case.dispatch': territory,
  'case.sign': { ...units, ...grids },
  'case.handle': { ...units, ...grids },
  'case.resolve': { ...units, ...grids },
  'case.request': { ...units, ...grids },
  'case.decide': { centre: ['district'], street_desk: ['own_area'] },
  // A street is a side in many a dispute over who answers: the centre's word alone binds (争议裁定).
  'case.arbitrate': { centre: ['district'] },
  'case.reply': territory,
  'case.publish': territory,
  'case.check': { centre: ['district'], street_desk: ['own_area'] },
  'case.press': { centre: ['district'], street_desk: ['own_area'] },
  'case.close': { centre: ['district'], street_desk: ['own_area'] },
  // Handlers and evaluators see the place, never the person (Care 2).
  'case.see_reporter': territory,
  'case.erase': office,
  'grid.see': grids,
  'community.publish': { street_desk: ['own_area'], community_desk: ['own_area'] },
  'community.answer': { street_desk: ['own_area'], community_desk: ['own_area'] },
  'round.see': { ...territory, ...grids },
  'round.walk': { street_desk: ['own_area'], community_desk: ['own_area'], ...grids },
  // What is looked at, and which day is the day in the grid: of a street for itself.
  'round.set': { centre: ['district'], street_desk: ['own_area'] },
  // Whoever is linked to a grid comes: by the area, or as a unit.
  'grid_day.check_in': {
    street_desk: ['own_area', 'own_unit'],
    community_desk: ['own_area', 'own_unit'],
    unit_desk: ['own_unit'],
    unit_head: ['own_unit'],
    ...grids,
  },
  'alert.see': { ...territory, ...grids },
  'whistle.see': {
    centre: ['district'],
    street_desk: ['own_area', 'own_unit'],
    community_desk: ['own_area', 'own_unit'],
    unit_desk: ['own_unit'],
    unit_head: ['own_unit'],
  },
  'whistle.blow': { street_desk: ['own_area'], community_desk: ['own_area'] },
  'whistle.answer': { unit_desk: ['own_unit'], unit_head: ['own_unit'] },
  'whistle.coordinate': { centre: ['district'], street_desk: ['own_area'] },
  // Departments are rated by those below them, and never by themselves.
  'whistle.rate': { street_desk: ['own_area'], community_desk: ['own_area'] },
  // Advice on appointments stays with the street that gives it and the centre (Care 5).
  'whistle.advise': { centre: ['district'], street_desk: ['own_area'] },
  // What parties say is for the committee that mediates, and for nobody above it: counts are.
  'mediation.conduct': { street_desk: ['own_area'], community_desk: ['own_area'] },
  'mediation.count': territory,
  // Who is on duty at a station is for whoever works beside it.
  'station.see': {
    ...grids,
    centre: ['district'],
    street_desk: ['own_area'],
    community_desk: ['own_area'],
    unit_desk: ['own_unit'],
    unit_head: ['own_unit'],
  },
  'station.keep': { centre: ['district'], street_desk: ['own_area'] },
  // Of a joint action a unit sees the plan and its own task.
  'action.see': {
    centre: ['district'],
    street_desk: ['own_area', 'own_unit'],
    community_desk: ['own_area', 'own_unit'],
    unit_desk: ['own_unit'],
    unit_head: ['own_unit'],
  },
  // The street in its area, and the unit that leads a station.
  'action.lead': {
    centre: ['district'],
    street_desk: ['own_area'],
    unit_desk: ['own_unit'],
    unit_head: ['own_unit'],
  },
  'action.answer': units,
  // A street for itself; of the district the centre.
  'emergency.declare': { centre: ['district'], street_desk: ['own_area'] },
  // A unit is seen by itself, its street and the centre; it is not its own judge.
  'assessment.see': {
    centre: ['district'],
    street_desk: ['own_area', 'own_unit'],
    community_desk: ['own_area', 'own_unit'],
    unit_desk: ['own_unit'],
    unit_head: ['own_unit'],
  },
  'assessment.claim': {
    street_desk: ['own_unit'],
    community_desk: ['own_unit'],
    unit_desk: ['own_unit'],
    unit_head: ['own_unit'],
  },
  'assessment.mark': { street_desk: ['own_area'], community_desk: ['own_area'] },
  'assessment.decide': { centre: ['district'] },
  // Who does the work gives it over; those above a desk or a grid read its log.
  'hand_over.keep': { ...territory, ...grids, unit_desk: ['own_unit'], unit_head: ['own_unit'] },
  'report.write': territory,
  'import.run': office,
  'export.run': office,
  'area.manage': office,
  'matter.manage': office,
  'calendar.manage': office,
  'unit.manage': office,
  'body.manage': keepers,
  'link.manage': keepers,
  'register.see': { ...register, ...grids },
  'register.update': { ...register, ...grids },
  'register.see_identity': register,
  'register.export': register,
  'register.import': register,
  'register.count': register,
  'rights.answer': register,
  // Where messages leave the house: whoever runs it, and the desks of territory for their own groups.
  'channel.manage': keepers,
  // Whoever gives posts could give themselves any: it stays with administrators.
  'people.manage': { administrator: ['district'] },
  'journal.verify': { ...office, evaluator: ['district'] },
}

/** Acts that the table speaks of; public ones it does not. */
export const tableActs: readonly Act[] = acts.filter((act) => !publicActs.has(act))

/** How far the act may be given to the kind of post at most; empty where never. */
export const allowedReaches = (kind: PostKind, act: Act): readonly Reach[] => bounds[act]?.[kind] ?? []

export const isInBounds = (kind: PostKind, act: Act, reach: string): reach is Reach =>
  (allowedReaches(kind, act) as readonly string[]).includes(reach)

/** Acts that show people by name. */
const showsPersons = (act: Act): boolean =>
  act === 'case.see_reporter' ||
  act === 'rights.answer' ||
  act === 'mediation.conduct' ||
  act.startsWith('register.')

/** Whether a post of this kind may show people by name, here or by a change of the table. */
export const mayShowPersons = (kind: PostKind): boolean =>
  tableActs.some((act) => showsPersons(act) && allowedReaches(kind, act).length > 0)

/** Why an act is never given to a kind of post; null where it may be. */
export function whyNever(
  kind: PostKind,
  act: Act,
): 'administrators_only' | 'persons' | 'runs_not_reads' | 'other_work' | null {
  if (allowedReaches(kind, act).length > 0) return null
  if (act === 'people.manage') return 'administrators_only'
  if (showsPersons(act)) return 'persons'
  return kind === 'administrator' ? 'runs_not_reads' : 'other_work'
}

/** What cannot be taken away: without it nobody could give it back, or nobody would see what only the centre sees. */
const kept: readonly (readonly [PostKind, Act, Reach])[] = [
  ['administrator', 'people.manage', 'district'],
  ['centre', 'case.see', 'district'],
]

export const isKept = (kind: PostKind, act: Act): boolean =>
  kept.some(([keptKind, keptAct]) => keptKind === kind && keptAct === act)

/** Acts on what one must see first: given nowhere where the kind of post does not see cases as far. */
const needsSight: ReadonlySet<Act> = new Set([
  'case.accept_on_behalf',
  'case.screen',
  'case.dispatch',
  'case.sign',
  'case.handle',
  'case.resolve',
  'case.request',
  'case.decide',
  'case.arbitrate',
  'case.reply',
  'case.publish',
  'case.check',
  'case.press',
  'case.close',
  'case.see_reporter',
  'community.publish',
  'community.answer',
  'alert.see',
  'report.write',
])

/**
 * Why a table is out of bounds: the act is never for this kind of post, or not so far; it cannot be taken from it; no
 * kind of post would be left with it; or the kind of post could do what it cannot see.
 */
export interface Breach {
  readonly bound: 'never' | 'too_far' | 'kept' | 'nobody_left' | 'unseen'
  readonly kind: PostKind
  readonly act: Act
}

type Table = Readonly<Record<PostKind, Readonly<Partial<Record<Act, readonly Reach[]>>>>>

/** Every way in which a table is out of bounds, in the order of posts and acts. */
export function breachesOf(table: Table): Breach[] {
  const found: Breach[] = []
  for (const kind of PostKind.options) {
    for (const act of tableActs) {
      const reaches = table[kind][act] ?? []
      const allowed = allowedReaches(kind, act)
      if (reaches.some((reach) => !allowed.includes(reach)))
        found.push({ bound: allowed.length === 0 ? 'never' : 'too_far', kind, act })
      const seen = table[kind]['case.see'] ?? []
      if (needsSight.has(act) && reaches.some((reach) => !seen.includes(reach) && !seen.includes('district')))
        found.push({ bound: 'unseen', kind, act })
    }
  }
  for (const [kind, act, reach] of kept)
    if (!table[kind][act]?.includes(reach)) found.push({ bound: 'kept', kind, act })
  for (const act of tableActs) {
    const kind = PostKind.options.find((option) => allowedReaches(option, act).length > 0)
    if (kind && !PostKind.options.some((option) => table[option][act]?.length))
      found.push({ bound: 'nobody_left', kind, act })
  }
  return found
}
