import type { Light, Stage } from '../contract.ts'
import type { DeskQuery } from '../story.contract.ts'

/** What a desk's sheet says, in one language. A workbook is read far from the pages: it brings its words along. */
export interface SheetWords {
  readonly header: readonly string[]
  readonly stages: Readonly<Record<Stage, string>>
  readonly lights: Readonly<Record<Light, string>>
  readonly measures: Readonly<Record<'working' | 'clock', string>>
  readonly requests: Readonly<Record<'extension' | 'pause' | 'listing' | 'return', string>>
  readonly queues: Readonly<Record<DeskQuery['queue'], string>>
  readonly sorts: Readonly<Record<'due' | 'newest' | 'oldest', string>>
  readonly about: {
    readonly light: string
    readonly matter: string
    readonly area: string
    readonly unit: string
    readonly stage: string
    readonly again: string
    readonly againOnly: string
    readonly sort: string
    readonly rows: string
    readonly limit: string
    readonly cut: (most: number) => string
    readonly whole: (most: number) => string
  }
}

const zh: SheetWords = {
  header: [
    '编号',
    '阶段',
    '事项',
    '公开摘要',
    '地点',
    '主办单位',
    '受理时间',
    '期限',
    '灯',
    '已用（小时）',
    '计时方式',
    '重办次数',
    '待审批的申请',
  ],
  stages: {
    accepted: '已受理',
    screened: '已甄别',
    dispatched: '已派单，等签收',
    signed: '已签收',
    handling: '正在处置',
    resolved: '已办结',
    replied: '已答复',
    checked: '已核查',
    closed: '已结案',
    joined: '已并单',
    declined: '不予受理',
    referred: '已转到对口渠道',
    withdrawn: '反映人已撤回',
    returned: '已退单',
    paused: '已挂起，不计时',
    listed: '已挂账，长期跟进',
  },
  lights: { green: '正常', yellow: '临期', red: '超时', none: '不计时' },
  measures: { working: '工作时间', clock: '自然时间' },
  requests: { extension: '延期', pause: '挂起', listing: '挂账', return: '退单' },
  queues: {
    screen: '待甄别',
    dispatch: '待派单',
    work: '待办理',
    decide: '待审批',
    reply: '待答复',
    check: '待核查',
    open: '全部在办',
    ended: '已结束',
  },
  sorts: { due: '先到期的在前', newest: '新受理的在前', oldest: '早受理的在前' },
  about: {
    light: '灯',
    matter: '事项',
    area: '区域',
    unit: '主办单位',
    stage: '阶段',
    again: '重办',
    againOnly: '只要重办的',
    sort: '排列',
    rows: '行数',
    limit: '说明',
    cut: (most) => `一次最多导出 ${most} 行，后面还有没导出的。请加筛选条件，分几次导出。保密的诉求不导出。`,
    whole: (most) => `符合条件的都在这里，保密的诉求不导出。一次最多导出 ${most} 行。`,
  },
}

const en: SheetWords = {
  header: [
    'Number',
    'Stage',
    'Matter',
    'Public summary',
    'Place',
    'Lead unit',
    'Accepted',
    'Due',
    'Light',
    'Used (hours)',
    'Counted in',
    'Times reopened',
    'Request waiting',
  ],
  stages: {
    accepted: 'accepted',
    screened: 'screened',
    dispatched: 'dispatched, to be signed for',
    signed: 'signed for',
    handling: 'being handled',
    resolved: 'resolved',
    replied: 'answered',
    checked: 'checked',
    closed: 'closed',
    joined: 'joined',
    declined: 'not taken up',
    referred: 'sent elsewhere',
    withdrawn: 'withdrawn',
    returned: 'returned',
    paused: 'paused, no time counted',
    listed: 'listed, followed for long',
  },
  lights: { green: 'in time', yellow: 'due soon', red: 'overdue', none: 'not counting' },
  measures: { working: 'working time', clock: 'clock time' },
  requests: { extension: 'extension', pause: 'pause', listing: 'listing', return: 'return' },
  queues: {
    screen: 'to screen',
    dispatch: 'to dispatch',
    work: 'to handle',
    decide: 'to decide',
    reply: 'to reply',
    check: 'to check',
    open: 'all open',
    ended: 'ended',
  },
  sorts: { due: 'due first', newest: 'newest first', oldest: 'oldest first' },
  about: {
    light: 'Light',
    matter: 'Matter',
    area: 'Area',
    unit: 'Lead unit',
    stage: 'Stage',
    again: 'Reopened',
    againOnly: 'reopened only',
    sort: 'Order',
    rows: 'Rows',
    limit: 'Note',
    cut: (most) =>
      `At most ${most} rows are written at a time, and there are more. Narrow the list and export it in parts. Confidential cases are left out.`,
    whole: (most) =>
      `Everything that matches is here, but for confidential cases. At most ${most} rows are written at a time.`,
  },
}

export const sheetWords = { zh, en } as const
