import type { DurationFacts, MomentFacts } from '../time.ts'

function day({ daysAway, year, month, day, sameYear }: MomentFacts): string {
  if (daysAway === 0) return '今天'
  if (daysAway === 1) return '明天'
  if (daysAway === 2) return '后天'
  if (daysAway === -1) return '昨天'
  return sameYear ? `${month}月${day}日` : `${year}年${month}月${day}日`
}

const moment = (at: MomentFacts): string => `${day(at)} ${at.clock}`

function duration({ days, hours, minutes, measure }: DurationFacts): string {
  const said: string[] = []
  if (days > 0) said.push(`${days} ${measure === 'working' ? '个工作日' : '天'}`)
  if (hours > 0) said.push(`${hours} 小时`)
  if (minutes > 0 || said.length === 0) said.push(`${minutes} 分钟`)
  return said.join(' ')
}

export const timeZh = {
  day,
  moment,
  due: (at: MomentFacts) => `${moment(at)} 前`,
  weekday: (at: MomentFacts) => `周${'日一二三四五六'[at.weekday] ?? ''}`,
  duration,
  left: (time: DurationFacts) => `剩 ${duration(time)}`,
  over: (time: DurationFacts) => `超 ${duration(time)}`,
}
