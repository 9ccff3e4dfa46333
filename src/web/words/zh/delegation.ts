/** Somebody stands in while a colleague is away. */
export const delegationZh = {
  title: '代班',
  lead: '请假、出差时，把自己的岗位委托给一位同事。同事用自己的账号替您办，办了什么都记在同事名下。',
  leadOf: '本人请假、出差时，由一位同事代班。同事用自己的账号办，办了什么都记在同事名下。',
  /** 代 王敏 */
  forWhom: (name: string) => `代 ${name}`,
  byWhom: (name: string) => `${name} 代班`,
  until: (day: string) => `代到${day}`,
  fromUntil: (from: string, last: string) => `${from}到${last}`,
  none: '现在没有人代班。',
  noPost: '没有岗位可以委托。',
  open: '委托同事代班',
  openOf: (name: string) => `给${name}安排代班`,
  post: '委托哪个岗位',
  person: '请谁代班',
  personNone: '选一位同事',
  personMissing: '请选一位同事',
  nobodyFor: '同单位、同街道社区里没有可以代这个班的人。',
  startsOn: '从哪天起',
  lastDay: '代到哪天',
  lastDayHint: (days: number) => `含这一天，最长 ${days} 天。到期自动收回，也可以提前收回。`,
  dayWrong: (days: number) => `请选从开始那天起 ${days} 天以内的日子`,
  startWrong: '请选今天或以后的日子',
  send: '委托',
  done: (name: string) => `已委托${name}代班`,
  end: '收回',
  endOf: (name: string) => `收回：${name}代班`,
  giveBack: '不代了',
  giveBackOf: (name: string) => `不再代${name}的班`,
  ended: '代班已经结束',
}

export type DelegationWords = typeof delegationZh
