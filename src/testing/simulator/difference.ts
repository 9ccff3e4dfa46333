import { isoOf } from './second-opinion/account.ts'
import type { Line } from './second-opinion/story.ts'

/** Where two values first differ, in words; null where they say the same. */
export function firstDifference(expected: unknown, found: unknown, at = ''): string | null {
  if (Object.is(expected, found)) return null
  if (!isObject(expected) || !isObject(found)) return `${at}: ${show(found)} should be ${show(expected)}`
  for (const name of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const difference = firstDifference(expected[name], found[name], at === '' ? name : `${at}.${name}`)
    if (difference) return difference
  }
  return null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const show = (value: unknown): string => JSON.stringify(value) ?? String(value)

/** Local time of a minute: YYYY-MM-DDTHH:MM. */
export const localInWords = (minute: number): string => isoOf(minute + 8 * 60).slice(0, 16)

/** A story line by line, for whoever looks for what went wrong. */
export const storyInWords = (story: readonly Line[]): string =>
  story
    .map(({ seq, kind, occurred, recorded, data }) => {
      const written = recorded === occurred ? '' : ` written ${localInWords(recorded)}`
      return `  ${seq} ${kind} ${localInWords(occurred)}${written} ${JSON.stringify(data)}`
    })
    .join('\n')
