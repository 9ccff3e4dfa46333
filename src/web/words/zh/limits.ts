import type { RefusalFacts } from '../../../kernel/refusal.ts'

const limits: Readonly<Record<string, readonly [name: string, unit: string]>> = {
  extensions: ['延期', '次'],
  extensionDays: ['延期一共', '个工作日'],
  pauses: ['挂起', '次'],
  pauseDays: ['一次挂起', '个工作日'],
  listingDays: ['挂账到复查', '天'],
}

/** Which limit of its matter a request is beyond, what it allows, and what is left of it. */
export function limitReachedZh({ limit, most, left }: RefusalFacts): string {
  const known = limits[String(limit)]
  if (known === undefined) return '超过了这类事项的上限。请改少，或者换一种申请。'
  const [name, unit] = known
  return `超过了这类事项的上限：${name}最多 ${most} ${unit}，还剩 ${left} ${unit}。请改少，或者换一种申请。`
}
