import type { Light, Stage } from '../contract.ts'
import type { DeskQuery } from '../story.contract.ts'

/**
 * What a desk's sheet says, in one language. A workbook is read far from the pages: it brings its words along, and
 * `web/words/sheet-words.test.ts` holds them equal to those of the page.
 */
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
    readonly stopped: string
    readonly scope: string
    readonly plainOnly: string
    readonly matter: string
    readonly area: string
    readonly unit: string
    readonly stage: string
    readonly again: string
    readonly againOnly: string
    readonly sort: string
    readonly question: string
    readonly state: string
    readonly states: Readonly<Record<'open' | 'ended', string>>
    readonly days: string
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
    stopped: '已停表',
    scope: '范围',
    plainOnly: '不含演练和保密件',
    matter: '事项',
    area: '区域',
    unit: '主办单位',
    stage: '阶段',
    again: '重办',
    againOnly: '只要重办的',
    sort: '排列',
    question: '查找的话',
    state: '状态',
    states: { open: '在办', ended: '已结束' },
    days: '受理日期',
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
    accepted: 'Accepted',
    screened: 'Screened',
    dispatched: 'Sent to the unit, waiting for it to sign',
    signed: 'Signed for',
    handling: 'Being handled',
    resolved: 'Resolved',
    replied: 'Replied',
    checked: 'Checked',
    closed: 'Closed',
    joined: 'Joined to another case',
    declined: 'Not taken up',
    referred: 'Passed to the right office',
    withdrawn: 'Withdrawn by the reporter',
    returned: 'Returned by the unit',
    paused: 'Paused, time not counted',
    listed: 'On the long-term list',
  },
  lights: {
    green: 'On time',
    yellow: 'Due soon',
    red: 'Overdue',
    none: 'No clock',
  },
  measures: { working: 'working time', clock: 'clock time' },
  requests: { extension: 'More time', pause: 'A pause', listing: 'Long-term listing', return: 'A return' },
  queues: {
    screen: 'To screen',
    dispatch: 'To dispatch',
    work: 'To handle',
    decide: 'To decide',
    reply: 'To reply',
    check: 'To check',
    open: 'All open',
    ended: 'Ended',
  },
  sorts: { due: 'Due first', newest: 'Newest first', oldest: 'Oldest first' },
  about: {
    light: 'Light',
    stopped: 'Clock stopped',
    scope: 'Scope',
    plainOnly: 'Without practice and confidential cases',
    matter: 'Matter',
    area: 'Area',
    unit: 'Lead unit',
    stage: 'Stage',
    again: 'Reopened',
    againOnly: 'reopened only',
    sort: 'Order',
    question: 'Looked for',
    state: 'State',
    states: { open: 'open', ended: 'ended' },
    days: 'Accepted',
    rows: 'Rows',
    limit: 'Note',
    cut: (most) =>
      `At most ${most} rows are written at a time, and there are more. Narrow the list and export it in parts. Confidential cases are left out.`,
    whole: (most) =>
      `Everything that matches is here, but for confidential cases. At most ${most} rows are written at a time.`,
  },
}

export const sheetWords = { zh, en } as const
