type RequestKind = 'extension' | 'pause' | 'listing' | 'return'

const refusals: Record<RequestKind, readonly string[]> = {
  extension: ['还能在期限内办，请抓紧', '理由写得不够具体，请补充后再申请'],
  pause: ['现在就能办，不用等', '理由写得不够具体，请补充后再申请'],
  listing: ['短期内能办，请继续办', '理由写得不够具体，请补充后再申请'],
  return: ['属于你们单位的职责，请继续办', '理由写得不够具体，请补充后再申请'],
}

const confirm: Record<RequestKind, string> = {
  extension: '确认同意延期',
  pause: '确认同意挂起',
  listing: '确认同意挂账',
  return: '确认同意退单',
}

/** Decisions of a street's leader, made standing, with one thumb. */
export const consoleApprovalsZh = {
  title: '待我审批',
  count: (n: number) => `${n} 份申请等您审批`,
  more: (n: number) => `先列出 ${n} 份，后面还有`,
  none: '现在没有等您审批的申请',
  noneNext: '单位申请延期、挂起、挂账、退单时，会到这里。',
  noReason: '没有写理由。',
  before: (n: number) => `这家单位在这件事上已经批准过 ${n} 次`,
  reopened: (n: number) => (n === 1 ? '这件事重办过' : `这件事重办过 ${n} 次`),
  now: '现在',
  after: '同意以后',
  due: (due: string) => `期限 ${due}`,
  noDue: '不计时，没有期限',
  gone: '这家单位退出，这件事回到派单。',
  story: '看全部经过',
  asked: (moment: string) => `${moment} 提出`,
  grant: '同意',
  refuse: '不同意',
  confirm,
  why: '为什么不同意？点一条就发出，单位会看到。',
  refusals,
  other: '写别的理由',
  otherLabel: '不同意的理由',
  otherNeeded: '请写理由，至少 2 个字。',
  sendOther: '不同意，发出',
  back: '再想想',
  done: '刚才审批的',
  granted: (asked: string) => `已同意：${asked}`,
  refused: (asked: string) => `没有同意：${asked}`,
  undo: '收回，恢复计时',
  undone: '已收回，时间接着算',
}
