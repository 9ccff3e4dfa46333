import type { PassedFrom, PassedQuery, PassedStage } from './contract.ts'

interface SheetWords {
  readonly title: string
  readonly list: string
  readonly lists: Readonly<Record<PassedQuery['list'], string>>
  readonly header: readonly string[]
  readonly from: Readonly<Record<PassedFrom, string>>
  readonly street: string
  readonly stages: Readonly<Record<PassedStage, string>>
  readonly late: string
}

/** What the sheet of what was passed on says, in the language that its reader reads. */
export const passedSheetWords: Readonly<Record<'zh' | 'en', SheetWords>> = {
  zh: {
    title: '移送线索',
    list: '哪些',
    lists: { mine: '等我办', open: '没办完', late: '超时没接收', over: '有结果', all: '全部' },
    header: [
      ...['地点', '来源', '移送方', '接收单位', '移送时间', '接收时限', '接收时间', '超过时限'],
      ...['办到哪一步', '最近答复时间'],
    ],
    from: { case: '诉求', whistle: '吹哨', station: '工作站', itself: '直接移送' },
    street: '街道（镇）',
    stages: {
      passed: '等接收',
      received: '已接收',
      needs_more: '要补充',
      taken_up: '已受理',
      not_ours: '不归本单位',
    },
    late: '是',
  },
  en: {
    title: 'Passed on for enforcement',
    list: 'Which',
    lists: {
      mine: 'Waits for me',
      open: 'Not over',
      late: 'Not signed for in time',
      over: 'Answered',
      all: 'All',
    },
    header: [
      ...['Place', 'From', 'Passed on by', 'Received by', 'Passed on at', 'Sign by', 'Signed at', 'Late'],
      ...['State', 'Last answer at'],
    ],
    from: { case: 'A case', whistle: 'A whistle', station: 'A station', itself: 'By itself' },
    street: 'The street',
    stages: {
      passed: 'Waits for a signature',
      received: 'Signed for',
      needs_more: 'Needs more',
      taken_up: 'Taken up',
      not_ours: 'Not theirs',
    },
    late: 'yes',
  },
}
