/** What one unit is asked in a joint action, and what it answered so many minutes after it started. */
interface PlannedTask {
  readonly unitCode: string
  readonly words: string
  readonly answer: { readonly minute: number; readonly done: boolean; readonly note: string } | null
}

export interface PlannedAction {
  /** The local day, counted from the one on which the demonstration is loaded, and the time at which it starts. */
  readonly startDay: number
  readonly startClock: string
  readonly openedHoursBefore: number
  readonly plan: string
  readonly place: string
  readonly tasks: readonly PlannedTask[]
  readonly end: { readonly minute: number; readonly result: string } | null
}

export interface PlannedStation {
  readonly streetCode: string
  readonly areaCode: string
  readonly leadCode: string
  readonly nameZh: string
  readonly nameEn: string
  readonly address: string
  readonly phone: string
  /** Units whose desks serve at it in turn. */
  readonly unitCodes: readonly string[]
  readonly openedDaysAgo: number
  readonly actions: readonly PlannedAction[]
}

const [office, urban, police] = [
  '990104006-office',
  '990104006-urban-management',
  '990104006-police',
] as const
const works = 'dept-public-works'

/** An enforcement station in a community, with an action that is over and one that is planned. */
export const planStations = (): readonly PlannedStation[] => [
  {
    streetCode: office,
    areaCode: '990104006001',
    leadCode: urban,
    nameZh: '桐荫综合执法工作站',
    nameEn: 'Tongyin Enforcement Station',
    address: '社区服务中心一楼东侧',
    phone: '0571-80000006',
    unitCodes: [urban, police],
    openedDaysAgo: 30,
    actions: [
      {
        startDay: -4,
        startClock: '19:00',
        openedHoursBefore: 8,
        plan: '晚上七点在北门集合，先劝导，再清理占道的餐车和杂物，最后把路面洗一遍。',
        place: '小区北门',
        tasks: [
          {
            unitCode: urban,
            words: '带队劝导，登记经营的人愿意去的疏导点。',
            answer: { minute: 110, done: true, note: '劝离六辆餐车，四户愿意去疏导点。' },
          },
          {
            unitCode: police,
            words: '在场维持秩序。',
            answer: { minute: 120, done: true, note: '现场平稳。' },
          },
          {
            unitCode: works,
            words: '清理完以后冲洗路面。',
            answer: { minute: 150, done: false, note: '洒水车临时去抢修，没有到。' },
          },
        ],
        end: { minute: 170, result: '占道餐车全部劝离；路面冲洗改到下周一早上。' },
      },
      {
        startDay: 1,
        startClock: '09:00',
        openedHoursBefore: 40,
        plan: '明天上午查看几栋楼的飞线充电，先讲清危险，再一起拆除。',
        place: '社区服务中心门口',
        tasks: [
          { unitCode: urban, words: '拆除公共部位的飞线。', answer: null },
          { unitCode: police, words: '陪同入户说明。', answer: null },
        ],
        end: null,
      },
    ],
  },
]
