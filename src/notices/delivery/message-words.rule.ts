import type { Light } from '../../cases/contract.ts'
import type { NoticeKind } from '../contract.ts'
import type { MessageKind } from './contract.ts'

interface MessageWords {
  /** As the app tells its reader (`web/words/sheet-words.test.ts` holds the two equal). */
  readonly kinds: Readonly<Record<NoticeKind, string>>
  /** As a group reads it: what there is, and whose is left to the page. */
  readonly inGroup: Readonly<Record<MessageKind, string>>
  readonly lights: Readonly<Record<Light, string>>
  readonly facts: (facts: readonly string[]) => string
  readonly counted: (what: string, count: number) => string
  readonly many: (count: number) => string
  readonly more: (count: number) => string
  readonly open: string
  readonly unnamedMatter: string
  /** Of what is confidential: that there is something, and no more. */
  readonly waits: string
  readonly test: { readonly title: string; readonly line: string }
  readonly mail: {
    readonly subject: (district: string, what: string) => string
    readonly foot: string
    readonly codeSubject: (district: string) => string
    readonly code: (code: string, minutes: number) => string
  }
}

const zh: MessageWords = {
  kinds: {
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
    instruction_given: '收到督办件，请按时回复',
    instruction_answered: '督办件有回复了',
    instruction_withdrawn: '督办件已撤回',
    instruction_overdue: '督办件过期没有回复',
    account_passkey_added: '您的账号加了一个通行密钥。不是您本人加的，请马上移除',
  },
  inGroup: {
    alert: '急事，请马上去看',
    own_dispatched: '已交办',
    own_signed: '已签收',
    own_replied: '已答复',
    own_declined: '不予受理',
    own_referred: '已转到对口渠道',
    own_joined: '已并单',
    own_more_time: '已延期',
    own_reopened: '退回重办',
    own_closed: '已结案',
    own_question_answered: '已回答',
    own_question_declined: '没有回答',
    grid_accepted: '新反映',
    unit_dispatched: '新派单，请签收',
    unit_reopened: '反映人说没办好，退回重办',
    unit_sent_back: '核查没有通过，退回重办',
    unit_decided: '申请有结果了',
    desk_requested: '等审批的申请',
    ladder_reminded: '快到期，请抓紧办',
    ladder_pressed: '已超时，请督促办理',
    instruction_given: '督办件，请按时回复',
    instruction_answered: '督办件已回复',
    instruction_withdrawn: '督办件已撤回',
    instruction_overdue: '督办件过期未回复',
    account_passkey_added: '新的通行密钥',
    test: '试发',
  },
  lights: { green: '正常', yellow: '临期', red: '超时', none: '不计时' },
  facts: (facts) => facts.join('，'),
  counted: (what, count) => `${what} ${count} 件`,
  many: (count) => `有 ${count} 件事要看`,
  more: (count) => `还有 ${count} 件没有列出`,
  open: '打开邻里',
  unnamedMatter: '事项待定',
  waits: '有事等您处理，请打开邻里查看',
  test: { title: '邻里试发消息', line: '看到这一条，说明本群能收到邻里的消息。' },
  mail: {
    subject: (district, what) => `${district}：${what}`,
    foot: '这封邮件由邻里自动发出，请不要回复。不想再收到，请在“我的”或“账号”里移除这个邮箱。',
    codeSubject: (district) => `${district}：确认您的邮箱`,
    code: (code, minutes) =>
      `${code} 是确认这个邮箱的验证码，${minutes} 分钟内有效。不是您本人填写的，不用理会这封邮件。`,
  },
}

const en: MessageWords = {
  kinds: {
    alert: 'An emergency: please go and look now',
    own_dispatched: 'What you reported was sent to the unit in charge',
    own_signed: 'The unit signed for what you reported',
    own_replied: 'There is an answer to what you reported; please read and rate it',
    own_declined: 'What you reported was not taken up; the reason is inside',
    own_referred: 'What you reported was passed to a fitter channel',
    own_joined: 'What you reported is handled with another report of the same',
    own_more_time: 'What you reported was given more time',
    own_reopened: 'What you reported was opened again',
    own_closed: 'What you reported was closed',
    own_question_answered: 'The community has answered your question',
    own_question_declined: 'Your question was not answered; the reason stands beside it',
    grid_accepted: 'A new report in your grid',
    unit_dispatched: 'A new case for you to sign',
    unit_reopened: 'The reporter says it is not solved: opened again',
    unit_sent_back: 'The check was not passed: sent back',
    unit_decided: 'Your unit’s request was decided',
    desk_requested: 'A request waits for your decision',
    ladder_reminded: 'A deadline is near: please see to it',
    ladder_pressed: 'A deadline has passed: please press for it',
    instruction_given: 'An instruction for your unit: please answer in time',
    instruction_answered: 'Your instruction was answered',
    instruction_withdrawn: 'An instruction was withdrawn',
    instruction_overdue: 'An instruction was not answered in time',
    account_passkey_added: 'A passkey was added to your account. If that was not you, remove it at once',
  },
  inGroup: {
    alert: 'Emergency: please go and look now',
    own_dispatched: 'Sent to a unit',
    own_signed: 'Signed for',
    own_replied: 'Answered',
    own_declined: 'Not taken up',
    own_referred: 'Passed to a fitter channel',
    own_joined: 'Joined to another',
    own_more_time: 'Given more time',
    own_reopened: 'Opened again',
    own_closed: 'Closed',
    own_question_answered: 'Question answered',
    own_question_declined: 'Question not answered',
    grid_accepted: 'New report',
    unit_dispatched: 'New case to sign for',
    unit_reopened: 'Not solved, says the reporter: opened again',
    unit_sent_back: 'Check not passed: sent back',
    unit_decided: 'Request decided',
    desk_requested: 'Request to decide',
    ladder_reminded: 'Due soon, please see to it',
    ladder_pressed: 'Overdue, please press for it',
    instruction_given: 'Instruction to answer',
    instruction_answered: 'Instruction answered',
    instruction_withdrawn: 'Instruction withdrawn',
    instruction_overdue: 'Instruction not answered in time',
    account_passkey_added: 'New passkey',
    test: 'Trial',
  },
  lights: { green: 'On time', yellow: 'Due soon', red: 'Overdue', none: 'No clock' },
  facts: (facts) => facts.join(', '),
  counted: (what, count) => `${what}: ${count}`,
  many: (count) => `${count} things to look at`,
  more: (count) => `${count} more not listed here`,
  open: 'Open Linli',
  unnamedMatter: 'matter not named yet',
  waits: 'Something waits for you: please open Linli',
  test: { title: 'A trial message from Linli', line: 'If you read this, the group gets Linli’s messages.' },
  mail: {
    subject: (district, what) => `${district}: ${what}`,
    foot: 'Linli sent this by itself; please do not reply. To get no more, remove this address on your account page.',
    codeSubject: (district) => `${district}: confirm your address`,
    code: (code, minutes) =>
      `${code} is the code that confirms this address, good for ${minutes} minutes. If you did not enter it, you need do nothing.`,
  },
}

export const messageWords: Readonly<Record<'zh' | 'en', MessageWords>> = { zh, en }
