/** What the sheet of coverage says; its page says the same (sheet-words.test.ts). */
export const coverageSheetWords = {
  zh: {
    title: '组织覆盖',
    header: ['区域', '网格数', '小区数'],
    within: '范围',
    lacking: {
      grid_worker: '没有网格员的网格',
      grid_party: '没有党支部或党小组的网格',
      estate_party: '没有党支部或党小组的小区',
      estate_owners: '没有业委会的小区',
      estate_firm: '没有物业的小区',
      estate_four: '四方不全的小区',
    },
  },
  en: {
    title: 'Coverage by organisations',
    header: ['Area', 'Grids', 'Estates'],
    within: 'Within',
    lacking: {
      grid_worker: 'Grids without a grid worker',
      grid_party: 'Grids without a Party branch or group',
      estate_party: 'Estates without a Party branch or group',
      estate_owners: 'Estates without an owners’ committee',
      estate_firm: 'Estates without a property firm',
      estate_four: 'Estates where one of the four parties is missing',
    },
  },
} as const
