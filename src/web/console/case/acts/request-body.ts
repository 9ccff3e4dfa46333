import type { RequestCase } from '../../../../cases/acts.contract.ts'
import { isReason } from './reason.ts'

export type RequestKind = RequestCase['kind']
export type RequestBody = Omit<RequestCase, 'requestId'>
export const CONDITION_MOST = 500

export interface RequestDraft {
  readonly kind: RequestKind | null
  readonly days: string
  readonly reviewOn: string
  readonly condition: string
  readonly reason: string
}

/** The request as it can be sent, or null while something is missing or is more than `daysMost`. */
export function requestBody(
  { kind, days, reviewOn, condition, reason }: RequestDraft,
  daysMost: number,
): RequestBody | null {
  if (kind === null || !isReason(reason)) return null
  const asked = { kind, reason: reason.trim() }
  if (kind === 'return') return asked
  if (kind === 'listing')
    return isDay(reviewOn) && isCondition(condition)
      ? { ...asked, reviewOn, condition: condition.trim() }
      : null
  return areDays(days, daysMost) ? { ...asked, days: Number(days) } : null
}

const isDay = (typed: string): boolean => /^\d{4}-\d\d-\d\d$/.test(typed)

export const isCondition = (typed: string): boolean =>
  typed.trim().length >= 2 && typed.length <= CONDITION_MOST

export const areDays = (typed: string, most: number): boolean => {
  const count = Number(typed)
  return Number.isInteger(count) && count >= 1 && count <= most
}
