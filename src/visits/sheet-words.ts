/** The words of the sheet of visits. */
export const sheetWords = {
  zh: {
    title: '走访记录',
    header: ['时间', '住址', '方式', '结果', '撤回'],
    area: '范围',
    from: '从',
    until: '到',
    how: { door: '上门', phone: '电话', message: '消息' },
    outcome: { met: '见到了', nobody: '没人', unwilling: '不愿多谈' },
    takenBack: '已撤回',
  },
  en: {
    title: 'Visits',
    header: ['Time', 'Address', 'How', 'Outcome', 'Taken back'],
    area: 'Area',
    from: 'From',
    until: 'To',
    how: { door: 'at the door', phone: 'by telephone', message: 'by message' },
    outcome: { met: 'spoke', nobody: 'nobody there', unwilling: 'did not wish to speak' },
    takenBack: 'taken back',
  },
} as const
