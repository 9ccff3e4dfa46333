import type { MomentFacts } from '../time.ts'
import { storyZh } from './story.ts'
import { timeZh } from './time.ts'

type Rung = keyof typeof storyZh.rungs

/** What will be said next on a case, having seen it, and instructions. */
export const consoleLadderZh = {
  title: '督办',
  next: (unit: string | null, rung: Rung, pressed: boolean, at: MomentFacts) =>
    `${unit ?? '首次响应'}：${timeZh.moment(at)}${pressed ? ' 督办' : ' 催办'}，告知${storyZh.rungs[rung]}`,
  waits: (unit: string | null) => `${unit ?? '首次响应'}：计时停着，恢复计时后再催办`,
  seen: '我已阅',
  seenHint: '有人告诉您这件事快到期或者超时了。点一下，大家就知道您看到了。',
  given: (giver: Rung, unit: string) => `${storyZh.rungs[giver]}给${unit}的督办件`,
  waiting: (n: number, more: boolean) =>
    more ? `超过 ${n} 份督办件等您单位回复` : `${n} 份督办件等您单位回复`,
  moreHint: '这里是最先到期的。回复一份，后面的就会补上来。',
  answerBy: (moment: string) => `${moment} 前回复`,
  answerHere: '回复',
  answerOf: (number: string) => `回复 ${number} 的督办件`,
  erased: '内容已不在系统里。',
  answered: (body: string) => `回复：${body}`,
  withdrawn: '已撤回',
  lapsed: '单位这边已经了结，不用再回复',
  open: '等单位回复',
  answer: { words: '回复内容', needed: '请写明办到哪一步，至少 2 个字。', send: '回复督办件' },
  withdraw: '撤回督办件',
  instruct: {
    open: '下督办件',
    unit: '给哪个单位',
    words: '要求做什么',
    needed: '请写明要求，至少 2 个字。',
    within: '多久内回复',
    choices: {
      '2 clock_hour': '2 小时内，不分上下班',
      '4 working_hour': '4 个工作小时内',
      '7 working_hour': '7 个工作小时内',
      '21 working_hour': '21 个工作小时内',
    },
    send: '下督办件',
  },
  done: {
    acknowledge: '已记下您看到了',
    instruct: '督办件已下给单位',
    'answer-instruction': '已回复',
    'withdraw-instruction': '已撤回',
  },
}
