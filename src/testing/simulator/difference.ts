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
