import type { Random } from '../../kernel/random.ts'
import { type CourseName, courseOf, courses, type DemoLight, type Step } from './courses.ts'
import type { DemoArea } from './district.ts'
import { inventedNames } from './person-names.ts'
import { confidentialWords } from './phrases.ts'
import { placesIn } from './places.ts'
import { facilityTroubles } from './troubles/facilities.ts'
import { orderTroubles } from './troubles/order.ts'
import { serviceTroubles } from './troubles/services.ts'
import { trifles } from './troubles/trifles.ts'
import type { Trouble, TurnedTrouble } from './troubles/trouble.ts'
import { turnedTroubles } from './troubles/turned.ts'

/** How a report came in: by the portal, a code on the wall, a grid worker, a telephone call, a visit. */
export type Via = 'portal' | 'qr' | 'field' | 'caller' | 'visitor'

/** One case of the demonstration: all that is said and done, without the moments, which hang on the day it is loaded. */
export interface PlannedCase {
  /** From 1, in the order of planning. */
  readonly at: number
  readonly course: CourseName
  readonly light: DemoLight | null
  readonly communityCode: string
  readonly placeCode: string
  readonly gridCode: string
  readonly via: Via
  /** Of the residents with an account, or null for somebody who left a telephone. */
  readonly resident: number | null
  readonly contact: { readonly name: string; readonly phone: string }
  readonly words: string
  readonly trouble: Trouble | null
  readonly turned: TurnedTrouble | null
  /** The case that this one repeats. */
  readonly of: number | null
  readonly rating: number
  readonly isLate: boolean
  /** From 0 to 1: which of the moments that would do is taken, and which of several phrases. */
  readonly share: number
  readonly daysAgo: number
}

export const residentCount = 3
const troubles: readonly Trouble[] = [...facilityTroubles, ...orderTroubles, ...serviceTroubles]
/** Communities at whose desks the demonstration is tried, and how many of the cases each has. */
const busy = new Map([
  ['990104006001', 48],
  ['990104006002', 30],
  ['990104006003', 24],
])
const busyStreets = new Map([
  ['990104006000', 3],
  ['990104007000', 4],
])

interface Wanted {
  readonly course: CourseName
  readonly light: DemoLight | null
}

/** Courses that are planned around another case, or around words of their own. */
const apart: ReadonlySet<CourseName> = new Set(['joined', 'repeated', 'confidential'])
const isOnTheSpot = (course: CourseName) => courseOf(course).steps.includes('solve')
/** What a reporter does later on; a grid worker who found something leaves that to the desks. */
const reportersSteps: ReadonlySet<Step> = new Set(['rate', 'rate_unsolved', 'withdraw', 'add'])
const isTurned = (course: CourseName) => course === 'declined' || course === 'referred'

/** The cases of the demonstration. A seed gives the same on every machine. */
export function planCases(areas: readonly DemoArea[], random: Random): PlannedCase[] {
  const wanted = random.shuffled(
    (Object.keys(courses) as CourseName[]).filter((course) => !apart.has(course)).flatMap(wantedOf),
  )
  const communities = communityDeck(areas, wanted.length, random)
  const places = placesIn(areas)
  const names = inventedNames(wanted.length + 20, random)
  const told = new Map<string, Set<Trouble | TurnedTrouble>>()
  const draw: Draw = { random, places, names, told }
  const cases = wanted.map((one, at) => planOne(draw, one, communities[at]!, at + 1))
  return [...cases, ...repeats(draw, cases), planConfidential(draw, cases.length + 10)]
}

interface Draw {
  readonly random: Random
  readonly places: ReturnType<typeof placesIn>
  readonly names: readonly string[]
  /** What was told already, by community. */
  readonly told: Map<string, Set<Trouble | TurnedTrouble>>
}

function wantedOf(course: CourseName): Wanted[] {
  const { count } = courseOf(course)
  if (typeof count === 'number') return Array.from({ length: count }, () => ({ course, light: null }))
  return Object.entries(count).flatMap(([light, number]) =>
    Array.from({ length: number }, () => ({ course, light: light as DemoLight })),
  )
}

/** A community for each case: many in the few that the demonstration shows, the rest all over the district. */
function communityDeck(areas: readonly DemoArea[], count: number, random: Random): string[] {
  const communities = areas.filter(({ kind }) => kind === 'community')
  const chosen = communities.flatMap(({ code, parentCode }) =>
    Array.from({ length: busy.get(code) ?? busyStreets.get(parentCode!) ?? 0 }, () => code),
  )
  const others = random
    .shuffled(communities.filter(({ code, parentCode }) => !busy.has(code) && !busyStreets.has(parentCode!)))
    .map(({ code }) => code)
  return random.shuffled([...chosen, ...others].slice(0, count))
}

function planOne(draw: Draw, { course, light }: Wanted, communityCode: string, at: number): PlannedCase {
  const { random, places } = draw
  const turned = isTurned(course) ? pickTurned(draw, course, communityCode) : null
  const trouble = turned ? null : pickTrouble(draw, course, communityCode)
  const place = places.pick(communityCode, trouble?.at ?? 'outside', random)
  return {
    at,
    course,
    light,
    communityCode,
    ...place,
    ...reporter(draw, at, communityCode, course),
    words: filled(turned?.words ?? trouble!.words, place.buildingNumber, random),
    trouble,
    turned,
    of: null,
    rating: random.pick([5, 5, 5, 4, 4, 3]),
    isLate: random.next() < 0.14,
    share: random.next(),
    daysAgo: random.between(2, 30),
  }
}

function pickTrouble({ random, places, told }: Draw, course: CourseName, communityCode: string): Trouble {
  const known = toldIn(told, communityCode)
  const all = isOnTheSpot(course) ? trifles : troubles
  const fitting = all.filter((trouble) => !known.has(trouble) && places.has(communityCode, trouble.at))
  const trouble = random.pick(fitting.length > 0 ? fitting : all)
  known.add(trouble)
  return trouble
}

function pickTurned({ random, told }: Draw, course: CourseName, communityCode: string): TurnedTrouble {
  const known = toldIn(told, '')
  const fitting = turnedTroubles.filter(
    (turned) => (turned.door === null) === (course === 'declined') && !known.has(turned),
  )
  const turned = random.pick(fitting)
  known.add(turned)
  toldIn(told, communityCode).add(turned)
  return turned
}

function toldIn(told: Draw['told'], communityCode: string): Set<Trouble | TurnedTrouble> {
  const known = told.get(communityCode) ?? new Set()
  told.set(communityCode, known)
  return known
}

function reporter(
  { random, names }: Draw,
  at: number,
  communityCode: string,
  course: CourseName,
): Pick<PlannedCase, 'via' | 'resident' | 'contact'> {
  const asked = courseOf(course).steps.some((step) => reportersSteps.has(step)) || isTurned(course)
  const ways = ['portal', 'portal', 'portal', 'qr', 'qr', 'caller', 'visitor', 'field'] as const
  const drawn = random.pick(asked ? ways.slice(0, -1) : ways)
  const via = isOnTheSpot(course) ? 'field' : drawn
  const hasAccount = busy.has(communityCode) && (via === 'portal' || via === 'qr') && random.next() < 0.4
  return {
    via,
    resident: hasAccount ? random.below(residentCount) : null,
    contact: { name: names[at]!, phone: `13800000${String(100 + at)}` },
  }
}

/** Neighbours who report again what is open already: some were joined, some wait to be. */
function repeats({ random, names }: Draw, cases: readonly PlannedCase[]): PlannedCase[] {
  const open = cases.filter(
    ({ course, trouble }) => courseOf(course).clockFrom === 'dispatch' && trouble?.again !== undefined,
  )
  const nearest = [...open].sort(
    (a, b) => Number(busy.has(b.communityCode)) - Number(busy.has(a.communityCode)),
  )
  const wanted = [...wantedOf('repeated'), ...wantedOf('joined')]
  return wanted.map(({ course }, order) => {
    const first = nearest[order % nearest.length]!
    const at = cases.length + 1 + order
    return {
      ...first,
      at,
      course,
      light: null,
      via: 'portal',
      resident: null,
      contact: { name: names[at]!, phone: `13800000${String(100 + at)}` },
      words: filled(first.trouble!.again!, null, random),
      of: first.at,
      share: random.between(0.2, 0.8),
    }
  })
}

function planConfidential({ random, places, names }: Draw, at: number): PlannedCase {
  const communityCode = '990104006001'
  return {
    at,
    course: 'confidential',
    light: 'green',
    communityCode,
    ...places.pick(communityCode, 'outside', random),
    via: 'portal',
    resident: null,
    contact: { name: names[at]!, phone: `13800000${String(100 + at)}` },
    words: confidentialWords.words,
    trouble: null,
    turned: null,
    of: null,
    rating: 5,
    isLate: false,
    share: 0.5,
    daysAgo: 2,
  }
}

/** Words with the building, stairway, floor and house number put in. */
function filled(words: string, buildingNumber: number | null, random: Random): string {
  const numbers: Readonly<Record<string, number>> = {
    b: buildingNumber ?? 1 + random.below(6),
    u: 1 + random.below(4),
    f: 2 + random.below(5),
    n: 6 + random.below(180),
  }
  return words.replaceAll(/\{([bufn])\}/g, (_slot, name: string) => String(numbers[name]))
}
