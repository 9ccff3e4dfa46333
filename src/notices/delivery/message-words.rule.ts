import type { Light } from '../../cases/contract.ts'
import type { NoticeKind } from '../contract.ts'
import { noticeKindsEn } from '../notice-words-en.contract.ts'
import { noticeKindsZh } from '../notice-words-zh.contract.ts'
import type { GroupKind } from './contract.ts'

interface MessageWords {
  /** As the app tells its reader. */
  readonly kinds: Readonly<Record<NoticeKind, string>>
  /** As a group reads it: what there is, and whose is left to the page. */
  readonly inGroup: Readonly<Record<GroupKind, string>>
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
  kinds: noticeKindsZh,
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
    own_reopen_refused: '没有同意再办一次',
    own_closed: '已结案',
    own_question_answered: '已回答',
    own_question_declined: '没有回答',
    grid_accepted: '新反映',
    unit_dispatched: '新派单，请签收',
    unit_reopened: '反映人说没办好，退回重办',
    unit_sent_back: '核查没有通过，退回重办',
    unit_decided: '申请有结果了',
    desk_requested: '等审批的申请',
    desk_reopen_asked: '反映人再次要求重办，请决定',
    ladder_reminded: '快到期，请抓紧办',
    ladder_pressed: '已超时，请督促办理',
    instruction_given: '督办件，请按时回复',
    instruction_answered: '督办件已回复',
    instruction_withdrawn: '督办件已撤回',
    instruction_overdue: '督办件过期未回复',
    whistle_review: '社区吹哨，请审核',
    whistle_agreed: '街道同意，哨已吹响',
    whistle_unwarranted: '街道认为不该吹哨',
    whistle_called: '吹哨：请先签收，再按时到现场报到',
    whistle_invited: '请到现场协助，来不来都请答复',
    whistle_pressed: '街道催办：请尽快到现场',
    whistle_absent: '有单位没按时签收，已记缺席',
    whistle_signed_late: '有单位过了时限才签收',
    whistle_refused: '有单位答复不来',
    whistle_elsewhere: '有单位报到，位置对不上，请确认',
    whistle_acted: '有单位处置好了，等街道放行',
    whistle_released: '街道放行，可以离开现场',
    whistle_rated: '街道已评价',
    whistle_ended: '吹哨结束',
    whistle_reminded: '吹哨时限快到，请抓紧',
    whistle_climbed: '吹哨叫的单位没有响应，请过问',
    whistle_confirm: '有单位说到了，请确认在不在现场',
    action_task: '联合行动：有您单位的任务',
    action_ended: '联合行动结束',
    action_called_off: '联合行动取消',
    action_undone: '有单位没完成联合行动的任务',
    emergency_called: '应急状态启动',
    emergency_changed: '应急状态调整',
    emergency_ending: '应急状态快要结束',
    emergency_ended: '应急状态结束',
    drill_called: '演练启动',
    drill_ended: '演练结束',
    passed_on: '移送线索，请接收',
    passed_on_added: '移送线索有补充',
    passed_on_answered: '移送线索有答复',
    passed_on_overdue: '移送线索没接收',
    hand_over_given: '交班，请接',
    hand_over_untaken: '交班没有人接',
    report_week: '周报出来了',
    report_month: '月报出来了',
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
  kinds: noticeKindsEn,
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
    own_reopen_refused: 'Not done once more',
    own_closed: 'Closed',
    own_question_answered: 'Question answered',
    own_question_declined: 'Question not answered',
    grid_accepted: 'New report',
    unit_dispatched: 'New case to sign for',
    unit_reopened: 'Not solved, says the reporter: opened again',
    unit_sent_back: 'Check not passed: sent back',
    unit_decided: 'Request decided',
    desk_requested: 'Request to decide',
    desk_reopen_asked: 'Asked for once more, to decide',
    ladder_reminded: 'Due soon, please see to it',
    ladder_pressed: 'Overdue, please press for it',
    instruction_given: 'Instruction to answer',
    instruction_answered: 'Instruction answered',
    instruction_withdrawn: 'Instruction withdrawn',
    instruction_overdue: 'Instruction not answered in time',
    whistle_review: 'A community’s whistle to review',
    whistle_agreed: 'The street agreed: the whistle has sounded',
    whistle_unwarranted: 'The street finds a whistle unwarranted',
    whistle_called: 'Whistle: please sign for it, then report to the spot in time',
    whistle_invited: 'Asked to help on the spot: please answer either way',
    whistle_pressed: 'The street is pressing: please come to the spot soon',
    whistle_absent: 'A unit did not sign in time and stands as absent',
    whistle_signed_late: 'A unit has signed after its deadline',
    whistle_refused: 'A unit answers that it will not come',
    whistle_elsewhere: 'A unit has reported, but not from the spot: please confirm',
    whistle_acted: 'A unit has done its work and waits to be released',
    whistle_released: 'Released: the unit may leave the spot',
    whistle_rated: 'The street has given a rating',
    whistle_ended: 'A whistle has ended',
    whistle_reminded: 'A whistle’s deadline is near: please see to it',
    whistle_climbed: 'A unit does not answer a whistle as it should: please see to it',
    whistle_confirm: 'A unit says that it is on the spot: please confirm whether it is',
    action_task: 'Joint action: a task for your unit',
    action_ended: 'A joint action has ended',
    action_called_off: 'A joint action was called off',
    action_undone: 'A unit could not do its task of a joint action',
    emergency_called: 'Emergency on',
    emergency_changed: 'Emergency changed',
    emergency_ending: 'Emergency about to end',
    emergency_ended: 'Emergency over',
    drill_called: 'Drill on',
    drill_ended: 'Drill over',
    passed_on: 'Passed on: sign',
    passed_on_added: 'Passed on: added',
    passed_on_answered: 'Passed on: answer',
    passed_on_overdue: 'Passed on: unsigned',
    hand_over_given: 'Shift to take',
    hand_over_untaken: 'Shift not taken',
    report_week: 'Weekly report ready',
    report_month: 'Monthly report ready',
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
