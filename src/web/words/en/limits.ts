import type { RefusalFacts } from '../../../kernel/refusal.ts'
import { amountOf } from './amount.ts'

export function limitReachedEn({ limit, most, left }: RefusalFacts): string {
  const [allowed, rest] = [Number(most), Number(left)]
  if (limit === 'extensions')
    return allowed === 0
      ? 'This matter allows no extension. Go on in time, or ask for something else.'
      : `This matter allows ${amountOf(allowed, 'extension')}, and none is left. Go on in time, or ask for something else.`
  if (limit === 'extensionDays')
    return `This matter allows ${amountOf(allowed, 'working day')} of extension in all, and ${rest} of them are left. Ask for fewer.`
  if (limit === 'pauses')
    return allowed === 0
      ? 'This matter allows no pause. Go on, or ask for something else.'
      : `This matter allows ${amountOf(allowed, 'pause')}, and none is left. Go on, or ask for something else.`
  if (limit === 'pauseDays')
    return `One pause of this matter lasts ${amountOf(allowed, 'working day')} at most. Ask for fewer.`
  return allowed === 0
    ? 'This matter cannot be listed. Go on, or ask for something else.'
    : `A listing of this matter is reviewed within ${amountOf(allowed, 'day')}. Choose an earlier day.`
}
