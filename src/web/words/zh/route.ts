import type { Compass } from '../../../kernel/metres.ts'

const compass: Record<Compass, string> = {
  n: '北',
  ne: '东北',
  e: '东',
  se: '东南',
  s: '南',
  sw: '西南',
  w: '西',
  nw: '西北',
}

/** As somebody says how far it is: in tens of metres, or in kilometres. */
const far = (metres: number): string =>
  metres < 995 ? `${Math.max(10, Math.round(metres / 10) * 10)} 米` : `${(metres / 1000).toFixed(1)} 公里`

/** The day's work as a walk, on the map and as a list. */
export const routeZh = {
  title: '今日路线',
  summary: (stops: number, metres: number) =>
    metres < 5 ? `要去 ${stops} 处` : `要去 ${stops} 处，直线一共约 ${far(metres)}`,
  rule: (hours: number) => `已超时和 ${hours} 小时内到期的按期限排在前面，其余就近走。`,
  straight: '距离是直线距离，没有接道路导航，实际要走的路会长一些。',
  fromHere: '从我现在的位置排起',
  asking: '正在找您的位置…',
  denied: '没有拿到您的位置。请在手机设置里允许使用位置，再点一次；不允许也可以按下面的顺序走。',
  isFromHere: '已从您现在的位置排起，位置只留在这部手机上。',
  withoutHere: '不用我的位置',
  noMap: '现在没有信号，画不出地图。按下面的顺序走，距离和方向都在。',
  mapLabel: '今日路线图',
  listLabel: '今日路线，按先后',
  /** On the map: what stands at one and the same place. */
  numbers: (first: number, last: number) => (first === last ? `${first}` : `${first}…${last}`),
  stop: (n: number, title: string) => `${n}. ${title}`,
  leg: (metres: number, towards: Compass) =>
    metres < 5 ? '就在同一处' : `往${compass[towards]}约 ${far(metres)}`,
  noPoint: '地图上没有位置',
  about: '大概位置',
  /** What of the day the walk takes in, each with how much there is. */
  kinds: '走哪些',
  takes: {
    case: (n: number) => `诉求 ${n} 件`,
    visit: (n: number) => `走访 ${n} 户`,
    round: (n: number) => `排查 ${n} 处`,
  },
  visit: (place: string, homes: number) => (homes === 1 ? `走访：${place}` : `走访：${place}，${homes} 户`),
  homes: (address: string) => `走访：${address}`,
  log: '记走访',
  round: (place: string) => `问题排查：${place}`,
  walk: '开始排查',
  noneChosen: '没有选要走的',
  noneChosenNext: '在上面点一种，路线会重新排好。',
  presses: '先去',
  none: '今天没有要您去的地方',
  noneNext: '有了要您办的诉求、要上门的住户或该查的小区，路线会自己排好。',
  toCards: '回到今日',
}

export type RouteWords = typeof routeZh
