import type { BlowWhistle } from '../../cases/whistle/contract.ts'

/** What one unit, or the street to it, does so many minutes after the whistle was blown. */
export interface PlannedDeed {
  readonly minute: number
  readonly unitCode: string
  readonly deed: 'sign' | 'contact' | 'arrive' | 'confirm' | 'act' | 'refuse' | 'release' | 'rate'
  readonly words?: string
  readonly marks?: { readonly result: 3 | 4 | 5; readonly attitude: 3 | 4 | 5 }
}

export interface PlannedWhistle {
  /** Minutes before the moment at which the demonstration is loaded. */
  readonly minutesAgo: number
  readonly blowerCode: string
  readonly areaCode: string
  readonly situation: BlowWhistle['situation']
  readonly words: string
  readonly reportMinutes: number
  readonly unitCodes: readonly string[]
  readonly deeds: readonly PlannedDeed[]
  /** At which minute it ended, and how. */
  readonly end: { readonly minute: number; readonly result: string } | null
}

const day = 24 * 60
const [office, community, grid] = ['990104006-office', '990104006001-community', '990104006001001'] as const
const [urban, police, firm] = [
  '990104006-urban-management',
  '990104006-police',
  '990104006001001-01-property',
]
const [works, water] = ['dept-public-works', 'dept-water']

/** Everybody does as asked; the firm helps; each is released and rated, and it ends with one result. */
const ended: PlannedWhistle = {
  minutesAgo: 6 * day + 200,
  blowerCode: office,
  areaCode: grid,
  situation: 'joint_enforcement',
  words: '小区北门外的餐车占住人行道，劝走又回来，请到现场一起处置。',
  reportMinutes: 120,
  unitCodes: [urban, police, firm],
  deeds: [
    { minute: 9, unitCode: urban, deed: 'sign' },
    { minute: 14, unitCode: police, deed: 'sign' },
    { minute: 20, unitCode: firm, deed: 'sign', words: '我们派两个人在北门等。' },
    { minute: 31, unitCode: urban, deed: 'contact' },
    { minute: 35, unitCode: police, deed: 'contact' },
    { minute: 62, unitCode: firm, deed: 'arrive' },
    { minute: 66, unitCode: urban, deed: 'arrive' },
    { minute: 68, unitCode: urban, deed: 'confirm' },
    { minute: 69, unitCode: firm, deed: 'confirm' },
    { minute: 81, unitCode: police, deed: 'arrive' },
    { minute: 83, unitCode: police, deed: 'confirm' },
    { minute: 110, unitCode: urban, deed: 'act', words: '餐车已经劝离，登记了三户，讲清了可以摆的地方。' },
    { minute: 112, unitCode: police, deed: 'act', words: '现场没有冲突，维持了秩序。' },
    { minute: 120, unitCode: urban, deed: 'release' },
    { minute: 121, unitCode: police, deed: 'release' },
    { minute: 122, unitCode: firm, deed: 'release', words: '谢谢来帮忙。' },
    {
      minute: 130,
      unitCode: urban,
      deed: 'rate',
      marks: { result: 5, attitude: 5 },
      words: '来得快，讲得清楚。',
    },
    { minute: 131, unitCode: police, deed: 'rate', marks: { result: 4, attitude: 5 } },
  ],
  end: { minute: 140, result: '餐车全部劝离，商户约好到疏导点经营，一周后再看。' },
}

/** One is on the spot, one signed late and is on the way, one has let its deadline pass and is absent. */
const underWay: PlannedWhistle = {
  minutesAgo: 100,
  blowerCode: office,
  areaCode: grid,
  situation: 'key_work',
  words: '景明花园东侧路面下沉，边上的井盖也松了，请到现场看清楚是哪一家的管线。',
  reportMinutes: 240,
  unitCodes: [urban, water, works],
  deeds: [
    { minute: 8, unitCode: urban, deed: 'sign' },
    { minute: 15, unitCode: urban, deed: 'contact' },
    { minute: 45, unitCode: urban, deed: 'arrive' },
    { minute: 50, unitCode: urban, deed: 'confirm' },
    { minute: 75, unitCode: water, deed: 'sign', words: '抢修队在路上。' },
  ],
  end: null,
}

/** A community's first of a kind, which its street looks at before anybody is called. */
const waiting: PlannedWhistle = {
  minutesAgo: 25,
  blowerCode: community,
  areaCode: grid,
  situation: 'joint_enforcement',
  words: '楼下几家店的油烟一直没有改好，居民反映多，请部门一起来看。',
  reportMinutes: 2 * day,
  unitCodes: [urban],
  deeds: [],
  end: null,
}

/** Whistles of the street that the demonstration is shown with. */
export const planWhistles = (): readonly PlannedWhistle[] => [ended, underWay, waiting]
