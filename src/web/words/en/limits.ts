import type { RefusalFacts } from '../../../kernel/refusal.ts'
import { amountOf } from './amount.ts'

const limits: Readonly<Record<string, readonly [name: string, one: string]>> = {
  extensions: ['extensions', 'extension'],
  extensionDays: ['all extensions', 'working day'],
  pauses: ['pauses', 'pause'],
  pauseDays: ['one pause', 'working day'],
  listingDays: ['a listing until its review', 'day'],
}

export function limitReachedEn({ limit, most, left }: RefusalFacts): string {
  const known = limits[String(limit)]
  if (known === undefined) return 'Beyond what this matter allows. Ask for less, or for something else.'
  const [name, one] = known
  return `Beyond what this matter allows for ${name}: ${amountOf(Number(most), one)} at most, ${left} left. Ask for less, or for something else.`
}
