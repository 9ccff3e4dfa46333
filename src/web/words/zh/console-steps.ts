import type { LadderClock, StepKind } from '../../../cases/ladder/ladder.contract.ts'
import type { DurationFacts } from '../time.ts'
import { storyZh } from './story.ts'
import { timeZh } from './time.ts'

type Rung = keyof typeof storyZh.rungs

const clocks: Record<LadderClock, string> = {
  response: '首次响应',
  unit: '单位办理',
  sign: '吹哨签收',
  arrive: '吹哨到场',
}
const clockHints: Record<LadderClock, string> = {
  response: '从受理算到第一次答复。',
  unit: '从交办算到办结，几个单位一起办就各算各的。',
  sign: '从吹哨算到部门签收，不分上下班。',
  arrive: '从吹哨算到人到现场，不分上下班。',
}
const kinds: Record<StepKind, string> = { remind: '提醒', press: '督办' }

/** The page of the ladder's steps: who hears when. */
export const consoleStepsZh = {
  title: '督办阶梯',
  lead: '快到期和过了期，按这里的安排一级一级告知。改动从第二天起算，正在走的计时还按原来的。',
  matter: '看哪个事项',
  matterAll: '所有事项',
  clocks,
  clockHints,
  own: '这个事项单独安排',
  general: '按所有事项的安排',
  columns: { when: '什么时候', who: '告知谁', kind: '方式' },
  kinds,
  left: (percent: number) => `还剩 ${percent}% 的时间`,
  over: (time: DurationFacts | null) => (time === null ? '一过期限' : `过期 ${timeZh.duration(time)}`),
  rungs: storyZh.rungs,
  nobody: '还没有安排，快到期和过了期都没有人知道。',
  planned: (day: string) => `${day}起改成`,
  plannedGeneral: (day: string) => `${day}起改回所有事项的安排`,
  since: (day: string) => `${day}起`,
  between: (from: string, until: string) => `${from}起，到${until}为止`,
  past: '以前的安排',
  change: '修改',
  changeOf: (clock: string) => `修改${clock}`,
  makeOwn: '单独安排',
  makeOwnOf: (clock: string) => `给这个事项单独安排${clock}`,
  back: {
    open: '改回所有事项的安排',
    title: (clock: string) => `${clock}改回所有事项的安排`,
    hint: (day: string) => `从${day}起开始的计时，按所有事项的安排告知。正在走的不变。`,
    send: '改回',
    done: (day: string) => `${day}起按所有事项的安排`,
  },
  edit: {
    title: (clock: string) => `修改：${clock}`,
    step: (n: number) => `第 ${n} 步`,
    when: '什么时候',
    whens: { left: '还剩百分之几', minutes: '过期多少分钟', hours: '过期多少小时' },
    amount: { left: '百分之', minutes: '分钟', hours: '小时' },
    amountWrong: { left: '请填 1 到 99。', minutes: '请填 0 到 20000。', hours: '请填 0 到 333。' },
    who: '告知谁',
    remove: '去掉',
    removeOf: (n: number) => `去掉第 ${n} 步`,
    add: '加一步',
    twice: '有两步一样，请去掉一步。',
    fromDay: '从哪天起',
    fromDayHint: '最早明天。从那天起开始的计时，按新的安排。',
    replaces: (day: string) => `原定${day}起的改动不再执行。`,
    send: '公布',
    done: (day: string) => `已公布，${day}起执行`,
  },
  preview: {
    open: '举个例子',
    title: '照这样，现在开始的计时会怎样',
    head: (due: string) => `${due} 到期。`,
    left: (at: string, time: DurationFacts, who: Rung) =>
      `${at}，还剩 ${timeZh.duration(time)}：提醒${storyZh.rungs[who]}`,
    over: (at: string, time: DurationFacts | null, who: Rung) =>
      `${at}，${time === null ? '刚过期' : `过期 ${timeZh.duration(time)}`}：告知${storyZh.rungs[who]}督办`,
    example: {
      response: '事项还没定时，按 4 个工作小时举例。',
      unit: '按 2 个工作日举例，选一个事项可以看得更准。',
      sign: '按现行吹哨规则的签收时限举例。',
      arrive: '按 2 小时内到场举例，实际由吹哨的人定。',
    } satisfies Record<LadderClock, string>,
  },
  toSteps: '看督办阶梯',
}
