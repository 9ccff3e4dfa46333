import type { StaffName } from '../world-people.ts'
import type { PlaceName } from '../world-places.ts'
import type { UnitName } from '../world-units.ts'

/** How a unit's people are: delays in minutes from the first to the second; shares of one. */
export interface Character {
  readonly signs: readonly [number, number]
  readonly works: readonly [number, number]
  /** Acts in the evening and at night, as one who has too much to do. */
  readonly atNight: boolean
  readonly givesBack: number
  readonly asksForTime: number
  /** How often it lets a case lie for weeks. */
  readonly vanishes: number
  /** How often it works without signal, and sends it later. */
  readonly sendsLate: number
}

const usual: Character = {
  signs: [10, 240],
  works: [60, 1500],
  atNight: false,
  givesBack: 0.05,
  asksForTime: 0.12,
  vanishes: 0.01,
  sendsLate: 0.1,
}
const prompt: Character = { ...usual, signs: [3, 45], works: [20, 360], asksForTime: 0.04 }
const slow: Character = { ...usual, signs: [200, 2800], works: [1200, 7000], asksForTime: 0.4 }
const givesAllBack: Character = { ...usual, givesBack: 0.7 }
const vanishing: Character = { ...usual, vanishes: 0.35 }
const overworked: Character = {
  ...usual,
  atNight: true,
  signs: [30, 900],
  works: [120, 2400],
  sendsLate: 0.3,
}

/** Units, who acts for them, and how they are. A unit that nobody acts for never answers. */
export const characters: Readonly<Partial<Record<UnitName, readonly [StaffName, Character]>>> = {
  centre: ['centre', prompt],
  urban: ['department', slow],
  water: ['water', overworked],
  team1: ['team', givesAllBack],
  team2: ['team2', prompt],
  office1: ['street', slow],
  office2: ['street2', usual],
  committee1: ['community', usual],
  committee2: ['community2', vanishing],
  committee3: ['community3', overworked],
  property1: ['property', slow],
}

/** Where something happens, and the desks that look after it. */
export interface Spot {
  readonly place: PlaceName
  readonly community: StaffName | null
  readonly street: StaffName | null
  readonly often: number
}

export const spots: readonly Spot[] = [
  { place: 'building1', community: 'community', street: 'street', often: 6 },
  { place: 'grid2', community: 'community', street: 'street', often: 3 },
  { place: 'estate2', community: 'community2', street: 'street', often: 4 },
  { place: 'grid4', community: 'community3', street: 'street2', often: 4 },
  { place: 'street1', community: null, street: 'street', often: 1 },
  { place: 'district', community: null, street: null, often: 1 },
]

export interface Trouble {
  readonly matter: string
  readonly words: string
  readonly level: 'community' | 'street' | 'district'
  readonly often: number
}

export const troubles: readonly Trouble[] = [
  { matter: 'FA02', words: '三楼楼道灯不亮', level: 'community', often: 8 },
  { matter: 'HJ01', words: '垃圾两天没有清运', level: 'community', often: 5 },
  { matter: 'LJ01', words: '楼上半夜拖椅子', level: 'community', often: 3 },
  { matter: 'FW01', words: '老年证在哪里办', level: 'community', often: 1 },
  { matter: 'FA03', words: '路口井盖不见了', level: 'street', often: 3 },
  { matter: 'HJ02', words: '人行道被摊位占了', level: 'street', often: 4 },
  { matter: 'HJ03', words: '工地晚上噪声很大', level: 'street', often: 3 },
  { matter: 'FW02', words: '社保卡补办问一下', level: 'street', often: 1 },
  { matter: 'FA01', words: '路灯坏了一个星期', level: 'district', often: 4 },
  { matter: 'FA04', words: '四楼以上水压不足', level: 'district', often: 4 },
  { matter: 'ZH01', words: '小区门口想加一条长椅', level: 'district', often: 2 },
  { matter: 'MJ01', words: '有情况想向上面反映', level: 'district', often: 1 },
]

/** Desks that decide what a unit asks for, by the street in which the case lies. */
export const withPhoto: ReadonlySet<string> = new Set(['FA01', 'FA02', 'FA03', 'HJ01'])
