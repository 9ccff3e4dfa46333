import type { RetentionKind } from '../../../people/rights/retention.contract.ts'

/** Each kind of data: what it is, from when its days are counted, and how much of it went. */
interface KeptWords {
  readonly label: string
  readonly from: string
  readonly removed: (n: number) => string
}

const kinds: Record<RetentionKind, KeptWords> = {
  request_ids: { label: '提交编号', from: '从提交算起', removed: (n) => `${n} 个` },
  sign_in_codes: { label: '登录验证码', from: '从失效算起', removed: (n) => `${n} 个` },
  sessions: { label: '登录记录', from: '从登录到期算起', removed: (n) => `${n} 条` },
  looks: { label: '查看登记的记录', from: '从最后一次查看算起', removed: (n) => `${n} 条` },
  care_reasons: { label: '关爱标记的原因', from: '从标记结束算起', removed: (n) => `${n} 条` },
  register_versions: { label: '登记的旧内容', from: '从更正算起', removed: (n) => `${n} 份` },
  register_imports: { label: '读入而没有写入的名册', from: '从读入算起', removed: (n) => `${n} 份` },
  rights_words: { label: '个人信息请求的文字', from: '从答复算起', removed: (n) => `${n} 件` },
  reporter_contacts: { label: '反映人的联系方式', from: '从结案算起', removed: (n) => `${n} 件` },
  deliveries: { label: '消息发送记录', from: '从消息产生算起', removed: (n) => `${n} 条` },
  visit_words: { label: '走访听到的事', from: '从走访算起', removed: (n) => `${n} 次` },
}

export const consoleRetentionZh = {
  title: '保存期限',
  lead: '各类个人信息存多久、依据什么。到期的每天夜里自动删除，这里只有数字，不涉及任何人。',
  print: '打印',
  sheet: '导出 xlsx',
  rules: '期限和依据',
  columns: {
    kind: '数据',
    days: '保存',
    basis: '法律依据',
    since: '执行',
    removed: '近 30 天删除',
    last: '最近一次清理',
  },
  kinds,
  days: (n: number) => `${n} 天`,
  years: (n: number) => `${n} 年`,
  since: (day: string) => `${day}起`,
  never: '还没有清理过',
  rounds: '近 30 天的清理',
  roundsLead: '每天夜里清理一次，全部规定逐项执行。',
  nothing: '没有到期的',
  noRounds: '近 30 天没有清理过',
  noRoundsNext: '系统每天夜里自动清理，停过机的开机后补上。一直是空的，请联系系统管理员。',
}

export type ConsoleRetentionWords = typeof consoleRetentionZh
