import type { RightGround, RightKind } from '../../../people/rights/contract.ts'

/** Where the law says so; each ground that has an article of its own names it. */
const articles: Record<RightGround, string> = {
  not_own: '个人信息保护法第四十四条：权利只及于本人的信息',
  law_keeps: '个人信息保护法第四十七条第二款',
  duty: '个人信息保护法第十三条第一款第三项',
  emergency: '个人信息保护法第十三条第一款第四项。情况结束后，本人可以再提',
  right_as_held: '个人信息保护法第四十六条第二款',
  unclear: '个人信息保护法第五十条：请写清还缺什么，本人补上可以再提',
}
/** What the law says of each kind of request. */
const laws: Record<RightKind, string> = {
  correct: '个人信息保护法第四十六条',
  copy: '个人信息保护法第四十五条',
  erase: '个人信息保护法第四十七条',
}

export const consoleRightsZh = {
  title: '个人信息请求',
  lead: '居民请求更正、索取、删除自己的信息，都在这里答复。期限按规定自动计算。',
  partsLabel: '请求',
  parts: { asked: '等答复', answered: '已答复和收回' },
  none: {
    asked: { what: '没有等答复的请求', next: '居民在自己的页面提出请求，就会出现在这里。' },
    answered: { what: '还没有答复过请求', next: '答复过的、本人收回的请求，都会留在这里。' },
  },
  laws,
  left: (days: number) => (days > 0 ? `还有 ${days} 天` : days === 0 ? '今天到期' : `超期 ${-days} 天`),
  due: (day: string) => `最晚${day}答复`,
  askedAt: (when: string) => `${when}提出`,
  answeredAt: (when: string) => `${when}答复`,
  takenBackAt: (when: string) => `${when}收回`,
  takenBack: '本人已经收回，当时写的话已删掉。不用再办。',
  wholeDistrict: '全区',
  asked: '本人写的',
  noWords: '没有另外写。',
  wordsGone: '没有写，或者文字已经删去。',
  about: '关于谁',
  openEntry: '打开本人的登记',
  openingIsSeen: '打开会留下记录，本人看得到是哪个岗位看过。',
  noEntry: '人口登记里没有认出本人。请求只涉及居民账号，和用这个账号反映、提问的内容。',
  entryErased: '本人的登记已经删除。',
  outcome: '答复',
  isInRegister: '本人在人口登记里。',
  cannot: '您的岗位看得到这个请求，但不能答复',
  cannotNext: '由能改本人登记的社区或者街道岗位答复。',
  ways: '怎样答复',
  grant: '同意',
  refuse: '不同意',
  grantOf: (kind: string) => `同意：${kind}`,
  refuseOf: (kind: string) => `不同意：${kind}`,
  toPerson: '给本人的话',
  granted: '已同意，本人看得到',
  refused: '已答复本人',
  correct: {
    first: '先到本人的登记里核对、改好，再回来答复。',
    toPersonHint: '改了什么，写给本人看。不写也可以。',
    send: '已经改好，答复本人',
  },
  copy: {
    lead: '副本不用您来做。本人登录后自己就能下载，有表格，也有可以导到别处的文件，里面有：',
    account: [
      '手机号、注册时间',
      '自己反映过的事和得到的答复',
      '自己提过的问题和得到的答复',
      '提过的请求和答复',
    ],
    entry: [
      '姓名、性别、出生日期、电话、户籍，身份证号的末两位',
      '现在和以前的住处',
      '登记过的同意和关爱标记，连同原因',
      '谁看过：写岗位和单位，不写姓名',
    ],
    toPersonHint: '不会下载，或者要纸质的，请写清哪天、到哪里拿，要带什么证件。不写也可以。',
    send: '同意，答复本人',
  },
  erase: {
    lead: '同意就立即删除，不能撤回。本人的请求也会一并删去，所以这里不用写话。',
    open: '看看会删什么',
    title: '删除本人的信息？',
    goes: '会删去',
    goesAccount: ['居民账号和手机号，在所有设备上退出登录', '反映和提问里本人的联系方式、写的话和照片'],
    goesEntry: [
      '登记里的姓名、性别、出生日期、电话、户籍、身份证号，连同更正以前的内容',
      '同意记录一并撤回，关爱标记结束，原因删去',
      '住处到今天为止',
    ],
    stays: '会留下',
    staysAccount: [
      '公示里的摘要：工作人员确认过，里面没有个人信息',
      '别人在自己的反映里写的话',
      '还在办的事会继续办，但不能再联系本人',
      '旧备份里的，等备份到期；要是用旧备份恢复，会自动再删一次',
    ],
    staysEntry: ['有人登记过、哪天来哪天走，只有编号，没有姓名', '本人监护的孩子的登记，请另登记监护人'],
    warning: '删了就找不回来，谁也恢复不了。',
    send: '删除，不能撤回',
    done: '已删除',
  },
  refusal: {
    ground: '依据什么',
    groundMissing: '请选一项依据',
    label: '给本人说明理由',
    hint: '法律要求说明理由。写清核对了什么、本人还能怎么办；本人看得到。',
    missing: '请写理由',
    court: '本人不服，可以依法向人民法院起诉（个人信息保护法第五十条第二款）。',
    send: '不同意，答复本人',
  },
  articles,
}

export type ConsoleRightsWords = typeof consoleRightsZh
