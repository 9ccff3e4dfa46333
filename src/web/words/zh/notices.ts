export const noticesZh = {
  title: '通知',
  unread: (n: number) => (n >= 100 ? '100 条以上未读' : `${n} 条未读`),
  none: '没有通知',
  noneNext: '有新的消息，会在这里告诉您。',
  markRead: '都看过了',
  isNew: '新',
  practice: '演练',
  /** 吹哨的签收时限。 */
  from: (day: string) => `${day}起`,
  signBy: (moment: string) => `${moment}前签收`,
  dueBy: (moment: string) => `期限 ${moment}`,
  emergencies: {
    title: '急事',
    one: '急事',
    take: '我去看',
    taken: '已经接下，请尽快到现场',
    lines: (lines: readonly string[]) => `已提示拨打 ${lines.join('、')}`,
  },
}
