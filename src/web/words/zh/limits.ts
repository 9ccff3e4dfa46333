import type { RefusalFacts } from '../../../kernel/refusal.ts'

/** Which limit of its matter a request is beyond, what it allows, and what is left of it. */
export function limitReachedZh({ limit, most, left }: RefusalFacts): string {
  const [allowed, rest] = [Number(most), Number(left)]
  if (limit === 'extensions')
    return allowed === 0
      ? '这类事项不能延期。请按期办理，或者申请别的。'
      : `这类事项最多延期 ${allowed} 次，已经用完了。请按期办理，或者申请别的。`
  if (limit === 'extensionDays')
    return `这类事项延期一共最多 ${allowed} 个工作日，还剩 ${rest} 个。请把天数改少。`
  if (limit === 'pauses')
    return allowed === 0
      ? '这类事项不能挂起。请继续办理，或者申请别的。'
      : `这类事项最多挂起 ${allowed} 次，已经用完了。请继续办理，或者申请别的。`
  if (limit === 'pauseDays') return `这类事项一次最多挂起 ${allowed} 个工作日。请把天数改少。`
  return allowed === 0
    ? '这类事项不能挂账。请继续办理，或者申请别的。'
    : `这类事项挂账最长 ${allowed} 天就要复核一次。请把复核日期提前。`
}
