import type { RetentionKind } from './retention.contract.ts'

interface RetentionSheetWords {
  readonly title: string
  readonly header: readonly string[]
  readonly kinds: Readonly<Record<RetentionKind, string>>
}

/** What the sheet of retention says; its page says the same (sheet-words.test.ts). */
export const retentionSheetWords: Readonly<Record<'zh' | 'en', RetentionSheetWords>> = {
  zh: {
    title: '保存期限',
    header: ['数据', '保存天数', '从哪天起执行', '法律依据', '最近 30 天删除条数', '最近一次清理'],
    kinds: {
      request_ids: '提交编号',
      sign_in_codes: '登录验证码',
      sessions: '登录记录',
      looks: '查看登记的记录',
      care_reasons: '关爱标记的原因',
      register_versions: '登记的旧内容',
      register_imports: '读入而没有写入的名册',
      rights_words: '个人信息请求的文字',
      reporter_contacts: '反映人的联系方式',
      deliveries: '消息发送记录',
      visit_words: '走访听到的事',
    },
  },
  en: {
    title: 'Retention',
    header: [
      'What is kept',
      'Days kept',
      'In force from',
      'Basis in law',
      'Removed in 30 days',
      'Last round',
    ],
    kinds: {
      request_ids: 'Request ids',
      sign_in_codes: 'Sign-in codes',
      sessions: 'Sign-ins',
      looks: 'Looks into the register',
      care_reasons: 'Reasons of care flags',
      register_versions: 'Earlier contents of the register',
      register_imports: 'Files read and not taken in',
      rights_words: 'Words of requests about personal data',
      reporter_contacts: 'Contacts of reporters',
      deliveries: 'What became of messages',
      visit_words: 'What was heard on visits',
    },
  },
}
