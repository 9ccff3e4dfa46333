/** What only a desk does with homes and people: no phone loads it. */
export const consoleRegisterZh = {
  moveIn: {
    open: '登记过的人搬来',
    find: '找登记过的人',
    findHint: '姓名、拼音首字母、身份证或手机号后四位都可以。',
    who: '哪一位搬来',
    whoMissing: '请先找到搬来的人，再选上',
    fromDay: '哪天搬来的',
    fromDayHint: '不改就是今天。',
    next: '搬来住，原来住的地方同一天就算搬走；名下的房子仍是本人的。',
    send: '登记搬来',
    done: '已登记搬来',
  },
  editHome: '更正门牌和用途',
  editHomeDone: '已更正',
  homeUse: '用途',
  closeHome: {
    open: '注销这套房屋',
    lived: '还登记着人的房屋不能注销。先登记他们搬走；业主不再是业主，也要点一次“搬走了”。',
    ask: (address: string) => `注销${address}？`,
    when: '房子拆了、和别的房屋并成一套了、登记错了，才注销。',
    next: '注销以后不能再登记人，也不能撤回。以前谁住过，本人的页面里还看得到。',
    send: '注销',
    done: '已注销',
    endedOn: (day: string) => `${day}注销`,
  },
  reviewCare: {
    open: '复核',
    openFor: (kind: string) => `复核：${kind}`,
    lead: '今天又问过，仍然需要，就改到新的日子。',
    tooLong: '从开始算满一年的，要重新征得同意，再加一条。',
    send: '仍然需要',
    done: '已复核',
    reviewedOn: (day: string) => `${day}复核过`,
  },
}

export type ConsoleRegisterWords = typeof consoleRegisterZh
