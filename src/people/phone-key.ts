import { createHmac } from 'node:crypto'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { PhoneKey } from './phone-key.contract.ts'

/**
 * The key under which a worker's phone keeps what waits for signal. The phone forgets it when they sign out and hears it
 * again when they come back: whoever uses the phone meanwhile finds bytes.
 */
export function phoneKey({ who, district }: Pick<Ctx, 'who' | 'district'>): PhoneKey {
  if (who.kind !== 'staff' || who.accountId === null) throw new Refusal('sign_in_needed')
  return {
    key: createHmac('sha256', district.secret('phone-store')).update(who.accountId).digest('base64'),
  }
}
