import type { RequestCase } from '../../../../cases/acts.contract.ts'
import { isReason } from './reason.ts'

export type RequestKind = RequestCase['kind']
export type RequestBody = Omit<RequestCase, 'requestId'>
export const DAYS_MOST = 60

export interface RequestDraft {
  readonly kind: RequestKind | null
  readonly days: string
  readonly reviewOn: string
  readonly reason: string
}

/** The request as it can be sent, or null while something is missing. */
export function requestBody({ kind, days, reviewOn, reason }: RequestDraft): RequestBody | null {
  if (kind === null || !isReason(reason)) return null
  const asked = { kind, reason: reason.trim() }
  if (kind === 'return') return asked
  if (kind === 'listing') return /^\d{4}-\d\d-\d\d$/.test(reviewOn) ? { ...asked, reviewOn } : null
  const count = Number(days)
  return Number.isInteger(count) && count >= 1 && count <= DAYS_MOST ? { ...asked, days: count } : null
}
