type Act =
  | 'sign'
  | 'arrive'
  | 'note'
  | 'resolve'
  | 'request'
  | 'report'
  | 'solved'
  | 'visit'
  | 'round'
  | 'check_in'

const acts: Record<Act, string> = {
  sign: '签收',
  arrive: '到了',
  note: '处置情况',
  resolve: '办结',
  request: '申请',
  report: '上报',
  solved: '上报并办结',
  visit: '走访',
  round: '小区排查',
  check_in: '驻点日签到',
}

export const outboxZh = {
  title: '待发出',
  acts,
  bar: {
    offline: '现在没有网络。做的事先存在手机里，有信号会自动发出。',
    asOf: (clock: string) => `看到的是 ${clock} 的内容。`,
    waiting: (n: number, since: string) => `${since} 起，有 ${n} 件等着发出`,
    sending: (n: number) => `正在发出，还有 ${n} 件`,
    stuck: (n: number) => `有 ${n} 件没发成，要您看一下`,
    signIn: (n: number) => `有 ${n} 件等着发出，请重新登录`,
    others: (n: number) => `这部手机上还有别的账号没发出的 ${n} 件，要那个账号登录后才能发出。`,
    open: '看一看',
    update: '有新版本',
    reload: '重新打开',
  },
  none: '都发出了',
  noneNext: '没有网络时做的事会先排在这里，有信号就按先后发出。',
  noKeeping: '这个浏览器存不住',
  noKeepingNext: '没有网络时做的事存不下来。请用手机自带的浏览器、用安全的网址（https）打开。',
  how: '按做的先后发出。没发出以前，别人还看不到。',
  sendNow: '现在发出',
  doneAt: (moment: string) => `${moment} 做的`,
  photos: (n: number) => `${n} 张照片`,
  states: { waiting: '等着发出', sending: '正在发出', held: '等前一件处理好再发', stuck: '没发成' },
  noMatter: '事件',
  now: '现在的情况',
  since: '您做完以后',
  gone: '您现在看不到这件事了，可能已经交给别人办。',
  nowUnknown: '要有网络才看得到现在的情况。',
  call: '急事请马上打电话，别等它发出。',
  sendAgain: '按现在的情况再发',
  notEmergency: '不是急事，照样发出',
  change: '改一改',
  changeToNote: '改成处置情况再发',
  discard: '不发了',
  discardAsk: '确定不发了吗？',
  discardNext: '写的字和照片会从这部手机里删掉，不能找回。',
  changed: '已放回表单，改好再提交',
  discarded: '已删掉',
  again: '已排上，马上发出',
  leave: {
    ask: (n: number) => `还有 ${n} 件没发出，要退出吗？`,
    next: '没发出的会锁在这部手机里，别人看不到。您下次在这部手机上登录后，会接着发出。',
    go: '退出',
  },
}
