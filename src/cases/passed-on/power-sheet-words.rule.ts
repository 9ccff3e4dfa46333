import type { PowerQuery, PowerState } from './power.contract.ts'

interface SheetWords {
  readonly title: string
  readonly list: string
  readonly street: string
  readonly lists: Readonly<Record<PowerQuery['list'], string>>
  readonly header: readonly string[]
  readonly states: Readonly<Record<PowerState, string>>
}

/** What the sheet of delegated powers says, in the language that its reader reads. */
export const powerSheetWords: Readonly<Record<'zh' | 'en', SheetWords>> = {
  zh: {
    title: '赋权清单',
    list: '哪些',
    street: '街道（镇）',
    lists: { standing: '现行的', ended: '已收回', all: '全部' },
    header: [
      '街道（镇）',
      '赋予的权力',
      '法律',
      '条款',
      '省里的决定',
      '原行使部门',
      '起始日',
      '收回日',
      '状态',
    ],
    states: { to_come: '还没开始', in_force: '现行', ended: '已收回' },
  },
  en: {
    title: 'Powers given to streets',
    list: 'Which',
    street: 'Street',
    lists: { standing: 'Standing', ended: 'Ended', all: 'All' },
    header: [
      'Street',
      'Power',
      'Law',
      'Article',
      'Decision of the province',
      'From department',
      'From',
      'Ends',
      'State',
    ],
    states: { to_come: 'To come', in_force: 'In force', ended: 'Ended' },
  },
}
