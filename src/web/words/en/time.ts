import type { DurationFacts, MomentFacts } from '../time.ts'
import type { timeZh } from '../zh/time.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

function day({ daysAway, year, month, day, sameYear }: MomentFacts): string {
  if (daysAway === 0) return 'today'
  if (daysAway === 1) return 'tomorrow'
  if (daysAway === -1) return 'yesterday'
  return sameYear ? `${day} ${months[month - 1]}` : `${day} ${months[month - 1]} ${year}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

function duration({ days, hours, minutes, measure }: DurationFacts): string {
  const said: string[] = []
  if (days > 0) said.push(count(days, measure === 'working' ? 'working day' : 'day'))
  if (hours > 0) said.push(count(hours, 'hour'))
  if (minutes > 0 || said.length === 0) said.push(count(minutes, 'minute'))
  return said.join(' ')
}

/** A day or moment within a sentence: "since today, 09:00". */
export const inside = (moment: string): string =>
  moment.replace(/^(Today|Tomorrow|Yesterday|By)\b/, (first) => first.toLowerCase())

export const timeEn = {
  day: (at: MomentFacts) => capital(day(at)),
  moment: (at: MomentFacts) => `${capital(day(at))}, ${at.clock}`,
  due: (at: MomentFacts) =>
    Math.abs(at.daysAway) <= 1 ? `${capital(day(at))} by ${at.clock}` : `By ${day(at)}, ${at.clock}`,
  weekday: (at: MomentFacts) => weekdays[at.weekday] ?? '',
  duration,
  left: (time: DurationFacts) => `${duration(time)} left`,
  over: (time: DurationFacts) => `${duration(time)} over`,
} satisfies typeof timeZh
