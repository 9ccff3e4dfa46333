import type { CountName, MeasureCode } from '../figures/measures.contract.ts'
import type { ReportKind } from './report.contract.ts'

/** How a report is told, on its page and in its files. */
export interface ReportWords {
  readonly title: (kind: ReportKind, area: string, from: string, to: string) => string
  readonly running: (to: string) => string
  readonly ended: string
  readonly waiting: (since: string) => string
  readonly trendLead: (most: number, hasOrdinary: boolean) => string
  /** `most`: where most was reported. */
  readonly mapLead: (most: readonly string[]) => string
  readonly placeCount: (place: string, count: number) => string
  readonly pageOf: { readonly before: string; readonly between: string; readonly after: string }
  readonly pages: Readonly<
    Record<'text' | 'note' | 'measures' | 'parts' | 'matters' | 'trend' | 'map' | 'counted' | 'notes', string>
  >
  readonly columns: Readonly<
    Record<
      | ('measure' | 'value' | 'unit' | 'before' | 'change' | 'lastYear' | 'better' | 'counted' | 'owner')
      | ('part' | 'matter' | 'day' | 'count' | 'ordinary'),
      string
    >
  >
  readonly filters: Readonly<
    Record<'area' | 'days' | 'state' | 'counting' | 'before' | 'lastYear' | 'out' | 'small', string>
  >
  readonly measures: Readonly<Record<MeasureCode, string>>
  readonly counts: Readonly<Record<CountName, string>>
  readonly better: Readonly<Record<'more' | 'less' | 'neither', string>>
  readonly owners: Readonly<Record<'centre' | 'evaluation', string>>
  readonly cases: string
  readonly percent: string
  readonly unscreened: string
  readonly tooFew: string
  readonly unknown: string
  readonly leftOut: string
  readonly smallSaid: string
  readonly span: (from: string, to: string) => string
  readonly between: (low: number, high: number) => string
  readonly share: (part: string, whole: string) => string
  readonly more: (by: number, isShare: boolean) => string
  readonly less: (by: number, isShare: boolean) => string
  readonly same: string
  readonly accepted: (count: number) => string
  readonly thanBefore: (change: string, percent: number | null) => string
  readonly thanLastYear: (change: string) => string
  readonly said: (measure: string, value: string) => string
  readonly risen: (matter: string, count: number, high: number) => string
  readonly noneRisen: string
  readonly stop: string
  /** Between two sentences. */
  readonly gap: string
  readonly comma: string
}

const kindsZh = { day: '日报', week: '周报', month: '月报' } as const
const dayZh = (day: string) => {
  const { year, month, day: date } = Temporal.PlainDate.from(day)
  return `${year} 年 ${month} 月 ${date} 日`
}
const spanZh = (from: string, to: string) => (from === to ? dayZh(from) : `${dayZh(from)}至 ${dayZh(to)}`)
const pointsZh = (by: number, isShare: boolean) => (isShare ? `${by} 个百分点` : `${by} 件`)

const zh: ReportWords = {
  title: (kind, area, from, to) => {
    const { year, month } = Temporal.PlainDate.from(from)
    return `${area} ${kind === 'month' ? `${year} 年 ${month} 月` : spanZh(from, to)}诉求办理${kindsZh[kind]}`
  },
  running: (to) => `尚未结束，截至 ${dayZh(to)}`,
  ended: '已结束',
  waiting: (since) => `${since} 以后发生的还在统计，数字还会变`,
  mapLead: (most) =>
    most.length === 0 ? '各处都没有受理。' : `颜色越深受理越多，白的没有受理。最多的是${most.join('、')}。`,
  placeCount: (place, count) => `${place} ${count} 件`,
  trendLead: (most, hasOrdinary) =>
    `折线是每天受理的件数，最多的一天 ${most} 件。${hasOrdinary ? '浅色带是这样的一天平常的范围，超出的日子标有圆点。' : '积累满四周以后，图上会标出平常的范围。'}`,
  pageOf: { before: '第 ', between: ' 页，共 ', after: ' 页' },
  pages: {
    text: '总的情况',
    note: '按语',
    measures: '主要指标',
    parts: '各下级区域',
    matters: '反映最多的事项',
    trend: '每日受理',
    map: '各处受理',
    counted: '指标怎么算',
    notes: '说明',
  },
  columns: {
    measure: '指标',
    value: '本期',
    unit: '单位',
    before: '上期',
    change: '比上期',
    lastYear: '去年同期',
    better: '方向',
    counted: '怎么算',
    owner: '谁负责解释',
    part: '区域',
    matter: '事项',
    day: '日期',
    count: '受理件数',
    ordinary: '平常范围',
  },
  filters: {
    area: '范围',
    days: '日期',
    state: '状态',
    counting: '统计',
    before: '上期',
    lastYear: '去年同期',
    out: '不计入',
    small: '小数目',
  },
  measures: {
    accepted: '受理',
    resolved: '办结',
    replied: '答复',
    closed: '结案',
    reopened: '重办',
    response_rate: '按时响应率',
    on_time_rate: '按时办结率',
    solution_rate: '解决率',
    satisfaction_rate: '满意率',
  },
  counts: {
    accepted: '受理的诉求',
    responded: '有响应的诉求',
    responded_on_time: '按时响应的诉求',
    joined: '并入其他诉求的',
    declined: '不予受理的',
    referred: '转出的',
    withdrawn: '撤回的',
    resolved: '整件办结的次数',
    timed: '有期限的办结',
    on_time: '按时的办结',
    overdue: '超期的办结',
    replied: '答复的次数',
    rated: '评价的次数',
    solved: '评价为已解决的',
    satisfied: '评价为已解决且不低于 3 分的',
    reopened: '重办的次数',
    closed: '结案的次数',
  },
  better: { more: '高为好', less: '低为好', neither: '不分好坏' },
  owners: { centre: '治理中心', evaluation: '考核部门' },
  cases: '件',
  percent: '%',
  unscreened: '尚未分拣',
  tooFew: '—',
  unknown: '资料不足',
  leftOut: '演练和保密的诉求；街道以下还不计对社区工作人员的投诉，街道不计对街道工作人员的投诉',
  smallSaid: '不足 5 件的不说比例，记作“—”',
  span: spanZh,
  between: (low, high) => `${low} 至 ${high} 件`,
  share: (part, whole) => `${part} ÷ ${whole}`,
  more: (by, isShare) => `多 ${pointsZh(by, isShare)}`,
  less: (by, isShare) => `少 ${pointsZh(by, isShare)}`,
  same: '持平',
  accepted: (count) => `受理 ${count} 件`,
  thanBefore: (change, percent) => `与上期相比${change}${percent === null ? '' : `（${percent}%）`}`,
  thanLastYear: (change) => `与去年同期相比${change}`,
  said: (measure, value) => `${measure} ${value}`,
  risen: (matter, count, high) => `“${matter}”受理 ${count} 件，超出平常（最多 ${high} 件）`,
  noneRisen: '没有事项超出平常范围，或资料还不足以判断',
  stop: '。',
  gap: '',
  comma: '，',
}

const kindsEn = { day: 'daily report', week: 'weekly report', month: 'monthly report' } as const
const spanEn = (from: string, to: string) => (from === to ? from : `${from} to ${to}`)
const pointsEn = (by: number, isShare: boolean) =>
  isShare ? `${by} percentage ${by === 1 ? 'point' : 'points'} ` : `${by} `

const en: ReportWords = {
  title: (kind, area, from, to) =>
    `${area}, ${kindsEn[kind]} on cases, ${kind === 'month' ? from.slice(0, 7) : spanEn(from, to)}`,
  running: (to) => `still running, until ${to}`,
  ended: 'ended',
  waiting: (since) => `what happened after ${since} is still being counted; numbers may change`,
  mapLead: (most) =>
    most.length === 0
      ? 'Nothing was reported anywhere.'
      : `The darker, the more was reported; white had nothing. Most: ${most.join(', ')}.`,
  placeCount: (place, count) => `${place} ${count}`,
  trendLead: (most, hasOrdinary) =>
    `The line is how many cases were accepted each day, ${most} at the most. ${hasOrdinary ? 'The pale band is what is ordinary for such a day; days outside it carry a dot.' : 'Once four weeks are known, the ordinary range is drawn too.'}`,
  pageOf: { before: 'Page ', between: ' of ', after: '' },
  pages: {
    text: 'In words',
    note: 'Remarks',
    measures: 'Measures',
    parts: 'By area',
    matters: 'By matter',
    trend: 'Day by day',
    map: 'Where it was reported',
    counted: 'How measures are counted',
    notes: 'Notes',
  },
  columns: {
    measure: 'Measure',
    value: 'This span',
    unit: 'Unit',
    before: 'Span before',
    change: 'Against the span before',
    lastYear: 'Same span last year',
    better: 'Direction',
    counted: 'How it is counted',
    owner: 'Who answers for it',
    part: 'Area',
    matter: 'Matter',
    day: 'Day',
    count: 'Accepted',
    ordinary: 'Ordinary',
  },
  filters: {
    area: 'Area',
    days: 'Days',
    state: 'State',
    counting: 'Counting',
    before: 'Span before',
    lastYear: 'Same span last year',
    out: 'Not counted',
    small: 'Small numbers',
  },
  measures: {
    accepted: 'Accepted',
    resolved: 'Resolved',
    replied: 'Replied',
    closed: 'Closed',
    reopened: 'Reopened',
    response_rate: 'Responded on time',
    on_time_rate: 'Resolved on time',
    solution_rate: 'Rated solved',
    satisfaction_rate: 'Satisfied',
  },
  counts: {
    accepted: 'cases accepted',
    responded: 'cases with a response',
    responded_on_time: 'cases with a response on time',
    joined: 'cases joined to another',
    declined: 'cases declined',
    referred: 'cases referred elsewhere',
    withdrawn: 'cases withdrawn',
    resolved: 'times a whole case was resolved',
    timed: 'resolutions with a deadline',
    on_time: 'resolutions on time',
    overdue: 'resolutions overdue',
    replied: 'replies',
    rated: 'ratings',
    solved: 'ratings that say solved',
    satisfied: 'ratings that say solved and give 3 or more',
    reopened: 'times a case was reopened',
    closed: 'times a case was closed',
  },
  better: { more: 'more is better', less: 'less is better', neither: 'neither is better' },
  owners: { centre: 'Governance centre', evaluation: 'Evaluation office' },
  cases: 'cases',
  percent: '%',
  unscreened: 'Not screened yet',
  tooFew: '—',
  unknown: 'not known',
  leftOut:
    'practice and confidential cases; below the street, complaints about the community’s own workers, and in the street those about its own',
  smallSaid: 'a share of fewer than 5 is not said, and stands as “—”',
  span: spanEn,
  between: (low, high) => `${low} to ${high}`,
  share: (part, whole) => `${part} ÷ ${whole}`,
  more: (by, isShare) => `${pointsEn(by, isShare)}more`,
  less: (by, isShare) => `${pointsEn(by, isShare)}${isShare ? 'less' : 'fewer'}`,
  same: 'the same',
  accepted: (count) => `Cases accepted: ${count}`,
  thanBefore: (change, percent) =>
    `${change}${percent === null ? '' : ` (${percent}%)`}, set against the span before`,
  thanLastYear: (change) => `${change}, set against the same span of last year`,
  said: (measure, value) => `${measure}: ${value}`,
  risen: (matter, count, high) => `${matter}: ${count}, beyond what is ordinary (at most ${high})`,
  noneRisen: 'No matter is beyond what is ordinary, or too little is known to tell',
  stop: '.',
  gap: ' ',
  comma: '; ',
}

/** The words of reports in both languages. */
export const reportWords = { zh, en } as const
