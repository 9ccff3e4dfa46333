import type { HandOverCounts, SeatKind } from './contract.ts'

/** What a log's sheet says, in the language that its reader reads. */
export interface LogWords {
  readonly title: string
  readonly month: string
  readonly header: readonly string[]
  readonly seats: Readonly<Record<SeatKind, string>>
  readonly states: Readonly<Record<'waiting' | 'taken' | 'replaced', string>>
  readonly late: string
}

/** The counts of a sheet's columns, in their order. */
export const countColumns = [
  'work',
  'red',
  'yellow',
  'instruction',
  'request',
  'listing',
  'whistle',
  'promise',
] as const satisfies readonly (keyof HandOverCounts)[]

export const logWords: Readonly<Record<'zh' | 'en', LogWords>> = {
  zh: {
    title: '值班日志',
    month: '月份',
    header: [
      ...['岗位', '单位或地方', '交班时间', '交班人', '接班时间', '接班人', '状态', '超过时限', '交代'],
      ...['在办', '超时', '临期', '督办件', '待批申请', '到期回看', '吹哨', '答应过期限'],
    ],
    seats: { desk: '经办岗', unit: '承办单位', grid: '网格' },
    states: { waiting: '等接班', taken: '已接班', replaced: '重新交班，本条作废' },
    late: '是',
  },
  en: {
    title: 'Duty log',
    month: 'Month',
    header: [
      ...[
        'Seat',
        'Unit or place',
        'Handed over at',
        'Handed over by',
        'Taken at',
        'Taken by',
        'State',
        'Too late',
        'Note',
      ],
      ...['Open', 'Overdue', 'Due soon', 'Instructions', 'Requests', 'Reviews due', 'Whistles', 'Promised'],
    ],
    seats: { desk: 'Desk', unit: 'Unit', grid: 'Grid' },
    states: {
      waiting: 'Waits to be taken',
      taken: 'Taken',
      replaced: 'Handed over once more; this one is void',
    },
    late: 'yes',
  },
}
