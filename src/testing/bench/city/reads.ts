import type { Staff } from './people.ts'

/** Ids that the measured addresses name. */
export interface Known {
  readonly district: string
  readonly street: string
  readonly community: string
  readonly unit: string
  readonly matter: string
  /** Cases drawn over the years, as somebody opens old ones and new ones. */
  readonly drawn: readonly { readonly id: string; readonly number: string }[]
  /** Open cases that nobody has screened. */
  readonly unscreened: readonly string[]
  /** This month (YYYY-MM), today and thirty days ago (YYYY-MM-DD), and when today began. */
  readonly month: string
  readonly today: string
  readonly dayBegan: string
  readonly monthAgo: string
}

/**
 * The same answer by SQL that we wrote by hand, over the same rows and indexes, bound by no policy and told to nobody: the
 * fastest of several ways counts. Names of places and matters, which the program has in memory, are not in it.
 */
export interface ByHand {
  readonly ways: readonly string[]
  readonly values: (known: Known, now: Temporal.Instant) => readonly unknown[]
  /** Of a page behind another: what the last row of that one, by its id, has to say; it comes in place of the values. */
  readonly behind?: string
  /** What the program's answer says, to be found in the first column, or in the first row; null where only the time is compared. */
  readonly says: ((answer: unknown) => readonly unknown[]) | null
  readonly rows: 'all' | 'first'
}

/** One thing that is measured: who asks for what. A new list of the program gets an entry here. */
export interface Read {
  readonly name: string
  readonly as: Staff | null
  /** Asked for in turn. */
  readonly addresses: (known: Known) => readonly string[]
  /** So many times `next` is followed before it is measured. */
  readonly pagesOn?: number
}

const list = (query: string): readonly string[] => [`/api/desk?queue=open${query}`]

const desk: readonly Read[] = [
  {
    name: 'desk list, centre',
    as: 'zhongxin',
    addresses: () => list(''),
  },
  { name: 'desk list, centre, tenth page', as: 'zhongxin', addresses: () => list(''), pagesOn: 9 },
  {
    name: 'desk list, centre, red',
    as: 'zhongxin',
    addresses: () => list('&light=red'),
  },
  { name: 'desk list, centre, green', as: 'zhongxin', addresses: () => list('&light=green') },
  {
    name: 'desk list, centre, one street',
    as: 'zhongxin',
    addresses: ({ street }) => list(`&areaId=${street}`),
  },
  { name: 'desk list, centre, one unit', as: 'zhongxin', addresses: ({ unit }) => list(`&unitId=${unit}`) },
  {
    name: 'desk list, centre, one matter',
    as: 'zhongxin',
    addresses: ({ matter }) => list(`&matter=${matter}`),
  },
  {
    name: 'desk list, street',
    as: 'tongyin',
    addresses: () => list(''),
  },
  { name: 'desk list, street, tenth page', as: 'tongyin', addresses: () => list(''), pagesOn: 9 },
  { name: 'desk list, community', as: 'tongyin-shequ', addresses: () => list('') },
  {
    name: 'desk list, unit',
    as: 'chengguan',
    addresses: () => ['/api/desk?queue=work'],
  },
  {
    name: 'ended, centre',
    as: 'zhongxin',
    addresses: () => ['/api/desk?queue=ended'],
  },
  { name: 'ended, centre, oldest', as: 'zhongxin', addresses: () => ['/api/desk?queue=ended&sort=oldest'] },
  { name: 'ended, street', as: 'tongyin', addresses: () => ['/api/desk?queue=ended'] },
  {
    name: 'ended, street, tenth page',
    as: 'tongyin',
    addresses: () => ['/api/desk?queue=ended'],
    pagesOn: 9,
  },
  { name: 'ended, community', as: 'tongyin-shequ', addresses: () => ['/api/desk?queue=ended'] },
  { name: 'ended, unit', as: 'chengguan', addresses: () => ['/api/desk?queue=ended'] },
  {
    name: 'ended, centre, one matter',
    as: 'zhongxin',
    addresses: ({ matter }) => [`/api/desk?queue=ended&matter=${matter}`],
  },
  {
    name: 'ended, centre, one street',
    as: 'zhongxin',
    addresses: ({ street }) => [`/api/desk?queue=ended&areaId=${street}`],
  },
  { name: 'desk counts, centre', as: 'zhongxin', addresses: () => ['/api/desk/counts'] },
  { name: 'desk counts, street', as: 'tongyin', addresses: () => ['/api/desk/counts'] },
  { name: 'desk counts, unit', as: 'chengguan', addresses: () => ['/api/desk/counts'] },
  {
    name: 'case by its number',
    as: 'zhongxin',
    addresses: ({ drawn }) => drawn.map(({ number }) => `/api/desk/find?number=${number}`),
  },
  { name: 'case page', as: 'zhongxin', addresses: ({ drawn }) => drawn.map(({ id }) => `/api/cases/${id}`) },
  {
    name: 'duplicates of a case',
    as: 'zhongxin',
    addresses: ({ unscreened }) => unscreened.map((id) => `/api/cases/${id}/duplicates`),
  },
  { name: 'listings', as: 'zhongxin', addresses: () => ['/api/listings'] },
  { name: 'desk map', as: 'zhongxin', addresses: () => ['/api/map/cases'] },
  { name: 'field day, grid worker', as: 'wangge1', addresses: () => ['/api/field/day'] },
  { name: 'field day, unit', as: 'chengguan', addresses: () => ['/api/field/day'] },
]

const board: readonly Read[] = [
  {
    name: 'board',
    as: null,
    addresses: () => ['/api/board'],
  },
  { name: 'board, tenth page', as: null, addresses: () => ['/api/board'], pagesOn: 9 },
  { name: 'board, open', as: null, addresses: () => ['/api/board?state=open'] },
  {
    name: 'board, one community',
    as: null,
    addresses: ({ community }) => [`/api/board?community=${community}`],
  },
  {
    name: 'board, one community and matter',
    as: null,
    addresses: ({ community, matter }) => [`/api/board?community=${community}&matter=${matter}&state=done`],
  },
  { name: 'board counts', as: null, addresses: () => ['/api/board/counts'] },
  {
    name: 'board counts, one community',
    as: null,
    addresses: ({ community }) => [`/api/board/counts?community=${community}`],
  },
  {
    name: 'board map',
    as: null,
    addresses: () => ['/api/map/board'],
  },
]

const evaluation: readonly Read[] = [
  {
    name: 'assessment of a month',
    as: 'zhongxin',
    addresses: ({ month }) => [`/api/assessment?month=${month}`],
  },
]

const lastMonth = (month: string) => Temporal.PlainYearMonth.from(month).subtract({ months: 1 })
const days = (month: string): string => {
  const last = lastMonth(month)
  return `from=${last}-01&to=${last}-${last.daysInMonth}`
}

const centre: readonly Read[] = [
  {
    name: 'wall, district',
    as: 'zhongxin',
    addresses: () => ['/api/wall'],
  },
  { name: 'wall, street', as: 'zhongxin', addresses: ({ street }) => [`/api/wall?areaId=${street}`] },
  {
    name: 'wall, community',
    as: 'zhongxin',
    addresses: ({ community }) => [`/api/wall?areaId=${community}`],
  },
  { name: 'wall, of a community’s own', as: 'tongyin-shequ', addresses: () => ['/api/wall'] },
  {
    name: 'drill-down, today’s of the district',
    as: 'zhongxin',
    addresses: ({ today }) => [`/api/figures/cases?count=accepted&from=${today}&to=${today}`],
  },
  {
    name: 'drill-down, last days of a community',
    as: 'zhongxin',
    addresses: ({ community, today, monthAgo }) => [
      `/api/figures/cases?count=closed&from=${monthAgo}&to=${today}&areaId=${community}`,
    ],
  },
  { name: 'trend, district', as: 'zhongxin', addresses: () => ['/api/figures/trend'] },
  {
    name: 'figures of a month, district',
    as: 'zhongxin',
    addresses: ({ month }) => [`/api/figures?${days(month)}`],
  },
  {
    name: 'monthly report, district',
    as: 'zhongxin',
    addresses: ({ month }) => [`/api/figures/report?kind=month&start=${lastMonth(month)}-01`],
  },
  {
    name: 'monthly report, street',
    as: 'tongyin',
    addresses: ({ month }) => [`/api/figures/report?kind=month&start=${lastMonth(month)}-01`],
  },
]

const asked = (query: string): readonly string[] => [`/api/cases/find?q=${encodeURIComponent(query)}`]
const search: readonly Read[] = [
  { name: 'search, a common word', as: 'zhongxin', addresses: () => asked('楼道') },
  { name: 'search, two words', as: 'zhongxin', addresses: () => asked('楼道 灯') },
  { name: 'search, a word and a street', as: 'tongyin', addresses: () => asked('噪声') },
  { name: 'search, a community’s', as: 'tongyin-shequ', addresses: () => asked('垃圾') },
  { name: 'search, initials', as: 'zhongxin', addresses: () => asked('ldd') },
  { name: 'search, a light', as: 'zhongxin', addresses: () => asked('楼道 红灯') },
  { name: 'search, nothing has it', as: 'zhongxin', addresses: () => asked('量子纠缠') },
  {
    name: 'search, a number',
    as: 'zhongxin',
    addresses: ({ drawn }) => drawn.flatMap(({ number }) => asked(number)),
  },
]

export const reads: readonly Read[] = [...desk, ...board, ...centre, ...search, ...evaluation]
