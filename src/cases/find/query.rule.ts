import { isCaseNumber } from '../../kernel/ids.ts'
import type { Light, Stage } from '../contract.ts'
import type { Understood } from './find.contract.ts'
import { plainText } from './grams.rule.ts'

/** What somebody typed: a number, or words with what they say of light, stage and time. */
export interface ReadBox {
  readonly number: string | null
  readonly understood: Understood
}

/** More words than these narrow nothing any more. */
const mostWords = 8

const lights: Readonly<Record<string, Light>> = {
  红灯: 'red',
  超时: 'red',
  已超时: 'red',
  overdue: 'red',
  黄灯: 'yellow',
  临期: 'yellow',
  绿灯: 'green',
}

const states: Readonly<Record<string, 'open' | 'ended'>> = {
  在办: 'open',
  未结: 'open',
  未办结: 'open',
  已结束: 'ended',
}

const stages: Readonly<Record<string, Stage>> = {
  待甄别: 'accepted',
  待派单: 'screened',
  待签收: 'dispatched',
  已签收: 'signed',
  处置中: 'handling',
  已办结: 'resolved',
  待答复: 'resolved',
  已答复: 'replied',
  已核查: 'checked',
  已结案: 'closed',
  结案: 'closed',
  挂账: 'listed',
  已挂账: 'listed',
  挂起: 'paused',
  已挂起: 'paused',
  退单: 'returned',
  已退单: 'returned',
  不予受理: 'declined',
  已撤回: 'withdrawn',
}

type Days = readonly [from: Temporal.PlainDate, to: Temporal.PlainDate]

const monday = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 })
const monthOf = (day: Temporal.PlainDate): Days => [day.with({ day: 1 }), day.with({ day: day.daysInMonth })]
const yearOf = (day: Temporal.PlainDate): Days => [
  day.with({ month: 1, day: 1 }),
  day.with({ month: 12, day: 31 }),
]

const periods: Readonly<Record<string, (today: Temporal.PlainDate) => Days>> = {
  今天: (today) => [today, today],
  昨天: (today) => [today.subtract({ days: 1 }), today.subtract({ days: 1 })],
  前天: (today) => [today.subtract({ days: 2 }), today.subtract({ days: 2 })],
  本周: (today) => [monday(today), monday(today).add({ days: 6 })],
  上周: (today) => [monday(today).subtract({ days: 7 }), monday(today).subtract({ days: 1 })],
  本月: monthOf,
  上月: (today) => monthOf(today.subtract({ months: 1 })),
  今年: yearOf,
  去年: (today) => yearOf(today.subtract({ years: 1 })),
}
const sameAs: Readonly<Record<string, string>> = {
  today: '今天',
  yesterday: '昨天',
  这周: '本周',
  这个月: '本月',
  上个月: '上月',
  本年: '今年',
}

/** A day, a month or a number of days back, as offices write them; null for anything else. */
function daysIn(word: string, today: Temporal.PlainDate): Days | null {
  const named = periods[sameAs[word] ?? word]
  if (named) return named(today)
  const back = /^[近最]近?(\d{1,3})[天日]$/.exec(word)
  if (back) return [today.subtract({ days: Math.max(1, Number(back[1])) - 1 }), today]
  const day = /^(\d{4})[-年/.](\d{1,2})(?:[-月/.](\d{1,2})日?|月)?$/.exec(word)
  if (day) return dated(Number(day[1]), Number(day[2]), day[3] === undefined ? null : Number(day[3]))
  const inYear = /^(\d{1,2})月(?:(\d{1,2})[日号])?$/.exec(word)
  if (!inYear) return null
  const found = dated(today.year, Number(inYear[1]), inYear[2] === undefined ? null : Number(inYear[2]))
  if (found === null || Temporal.PlainDate.compare(found[0], today) <= 0) return found
  // A month that has not begun yet is last year's.
  return dated(today.year - 1, Number(inYear[1]), inYear[2] === undefined ? null : Number(inYear[2]))
}

function dated(year: number, month: number, day: number | null): Days | null {
  if (year < 1970 || month < 1 || month > 12) return null
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  if (day === null) return monthOf(first)
  return day >= 1 && day <= first.daysInMonth ? [first.with({ day }), first.with({ day })] : null
}

/** Quoted, a word is itself and says nothing of light or time. */
const piece = /["“”「」]([^"“”「」]+)["“”「」]|([^\s,，、;；"“”「」]+)/gu

/** Reads what stands in the box. `today` is the local day; what is said twice counts as said last. */
export function readBox(text: string, today: Temporal.PlainDate): ReadBox {
  const plain = plainText(text).trim()
  const close = plain.replace(/\s/g, '').replace(/^#/, '')
  const number = close.replace(/^(\d{8})-?(\d{7})-?(\d)$/, '$1-$2-$3')
  if (isCaseNumber(number)) return { number, understood: { words: [], ignored: [] } }
  const words = new Set<string>()
  const ignored: string[] = []
  let said: Omit<Understood, 'words' | 'ignored'> = {}
  for (const [, quoted, bare] of plain.matchAll(piece)) {
    const word = (quoted ?? bare ?? '').trim()
    const meant = quoted === undefined ? meaningOf(word, today) : null
    if (meant !== null) said = { ...said, ...meant }
    else if ([...word].length < 2 || words.size >= mostWords) ignored.push(word)
    else words.add(word)
  }
  return { number: null, understood: { words: [...words], ignored, ...said } }
}

function meaningOf(word: string, today: Temporal.PlainDate): Omit<Understood, 'words' | 'ignored'> | null {
  const [light, state, stage] = [lights[word], states[word], stages[word]]
  if (light !== undefined) return { light }
  if (state !== undefined) return { state }
  if (stage !== undefined) return { stage }
  const days = daysIn(word, today)
  return days && { from: days[0].toString(), to: days[1].toString() }
}
