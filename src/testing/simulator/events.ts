import type { CalendarYear, Matter } from '../../matters/contract.ts'
import { importCatalogue, matterOf } from '../../matters/door.ts'
import { act } from '../world-client.ts'
import type { World } from '../world-over.ts'
import { changeSteps, declareOne, dropSteps, endAll, nameKinds, worsen } from './declarations.ts'
import type { Minutes } from './second-opinion/minutes.ts'

/** What happens to the whole town. */
export type TownEvent = keyof typeof happenings

/** At which share of the run each happens. */
export const programme: readonly (readonly [share: number, event: TownEvent])[] = [
  [0, 'emergencies get their names'],
  [0.1, 'a flood in a street'],
  [0.2, 'shorter limits'],
  [0.25, 'a drill'],
  [0.3, 'other steps'],
  [0.35, 'a day off'],
  [0.4, 'a flood everywhere'],
  [0.42, 'cold in a street'],
  [0.44, 'it gets worse'],
  [0.5, 'all is over'],
  [0.6, 'longer limits'],
  [0.7, 'the old steps'],
  [0.75, 'next year'],
]

/** What an event is told of the day on which it happens. */
interface When {
  readonly minutes: Minutes
  readonly today: number
}

type Happening = (world: World, when: When) => Promise<void>
const tomorrow = ({ minutes, today }: When): string => minutes.nameOf(today + 1)

const happenings = {
  'a day off': (world, { minutes, today }) => dayOff(world, minutes, today),
  'next year': (world, { minutes, today }) => nextYear(world, Number(minutes.nameOf(today).slice(0, 4)) + 1),
  'shorter limits': (world, when) => limits(world, shorter, tomorrow(when)),
  'longer limits': (world, when) => limits(world, longer, tomorrow(when)),
  'other steps': (world, when) => changeSteps(world, tomorrow(when)),
  'the old steps': (world, when) => dropSteps(world, tomorrow(when)),
  'emergencies get their names': (world, { minutes, today }) => nameKinds(world, minutes.nameOf(today)),
  'a flood in a street': (world) =>
    declareOne(world, { kind: 'flood', place: 'street1', level: 3, hours: 70 }),
  'a drill': (world) =>
    declareOne(world, { kind: 'flood', place: 'street2', level: 2, hours: 8, drill: true }),
  'a flood everywhere': (world) =>
    declareOne(world, { kind: 'flood', place: 'district', level: 2, hours: null }),
  'cold in a street': (world) => declareOne(world, { kind: 'cold', place: 'street2', level: 3, hours: 1000 }),
  'it gets worse': worsen,
  'all is over': endAll,
} as const satisfies Readonly<Record<string, Happening>>

/** Lets it happen, by the acts of those who may. */
export const happen = (world: World, event: TownEvent, minutes: Minutes, now: number): Promise<void> =>
  happenings[event](world, { minutes, today: minutes.dayOf(now) })

/** A correction of this year's notice: the next day but two on which offices would open is off, a Saturday makes up for it. */
async function dayOff(world: World, minutes: Minutes, today: number): Promise<void> {
  let off = today + 3
  while (minutes.closingOf(off) === null) off += 1
  let makesUp = today + 1
  while (minutes.closingOf(makesUp) !== null) makesUp += 1
  const year = minutes.nameOf(off).slice(0, 4)
  const administrator = world.as('administrator')
  const { days } = await administrator.sees<CalendarYear>(`/api/calendar/${year}`)
  const changed = [
    { day: minutes.nameOf(off), kind: 'holiday', name: '临时放假' },
    { day: minutes.nameOf(makesUp), kind: 'workday', name: '调休上班' },
  ]
  const others = days.filter(({ day }) => !changed.some((one) => one.day === day))
  await administrator.does(
    `/api/calendar/${year}`,
    act({ source: '关于调整放假安排的通知', days: [...others, ...changed] }),
  )
}

/** The notice for the year to come, which sets a day of this one too. */
async function nextYear(world: World, year: number): Promise<void> {
  const days = [
    { day: `${year - 1}-12-31`, kind: 'holiday', name: '元旦' },
    { day: `${year}-01-01`, kind: 'holiday', name: '元旦' },
    { day: `${year}-01-04`, kind: 'holiday', name: '元旦' },
    { day: `${year}-01-09`, kind: 'workday', name: '元旦' },
    { day: `${year}-10-01`, kind: 'holiday', name: '国庆节' },
  ]
  await world
    .as('administrator')
    .does(`/api/calendar/${year}`, act({ source: '关于部分节假日安排的通知', days }))
}

type Change = readonly [code: string, Partial<Matter>]
const shorter: readonly Change[] = [
  ['FA02', { resolution: { amount: 1, unit: 'working_day' }, response: { amount: 2, unit: 'working_hour' } }],
  ['FA03', { resolution: { amount: 12, unit: 'clock_hour' } }],
  ['HJ02', { resolution: { amount: 3, unit: 'working_hour' }, yellowPercent: 50 }],
]
const longer: readonly Change[] = [
  ['FA02', { resolution: { amount: 4, unit: 'working_day' } }],
  ['FA04', { resolution: { amount: 2, unit: 'working_day' } }],
  ['LJ01', { response: { amount: 3, unit: 'clock_hour' }, yellowPercent: 20 }],
]

async function limits(world: World, changes: readonly Change[], fromDay: string): Promise<void> {
  for (const [code, change] of changes) {
    const { id: _id, ...matter } = await matterOf(world.system, code)
    await importCatalogue(world.system, [{ ...matter, ...change }], { fromDay })
  }
}
