import type { NoticeKind } from '../../../notices/contract.ts'

const kinds: Record<NoticeKind, string> = {
  alert: '有急事，请马上去看',
  own_dispatched: '您反映的事已交给办理单位',
  own_signed: '办理单位已签收您反映的事',
  own_replied: '您反映的事有答复了，请看看并评价',
  own_declined: '您反映的事不予受理，里面有理由',
  own_referred: '您反映的事已转到更合适的渠道',
  own_joined: '您反映的事和同一件事合并办理',
  own_more_time: '您反映的事经批准延后办理',
  own_reopened: '您反映的事已退回重办',
  own_closed: '您反映的事已结案',
  own_question_answered: '您问社区的话有回答了',
  own_question_declined: '您问社区的话没有回答，里面有原因',
  grid_accepted: '您的网格有新反映',
  unit_dispatched: '有新的派单，请签收',
  unit_reopened: '反映人说没办好，退回重办',
  unit_sent_back: '核查没有通过，退回重办',
  unit_decided: '您单位的申请有结果了',
  desk_requested: '有申请等您审批',
  ladder_reminded: '期限快到了，请抓紧办',
  ladder_pressed: '已过期限，请督促办理',
  account_passkey_added: '您的账号加了一个通行密钥。不是您本人加的，请马上移除',
}

export const noticesZh = {
  title: '通知',
  unread: (n: number) => (n >= 100 ? '100 条以上未读' : `${n} 条未读`),
  none: '没有通知',
  noneNext: '有新的消息，会在这里告诉您。',
  markRead: '都看过了',
  isNew: '新',
  kinds,
  emergencies: {
    title: '急事',
    one: '急事',
    take: '我去看',
    taken: '已经接下，请尽快到现场',
    lines: (lines: readonly string[]) => `已提示拨打 ${lines.join('、')}`,
  },
}
