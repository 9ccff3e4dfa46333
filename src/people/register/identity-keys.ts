import type { District } from '../../platform/ctx.ts'
import type { IdentityKeys } from './identity-seal.rule.ts'

/** The keys of a district's identity numbers; lost with the data folder's secrets, and the numbers with them. */
export const identityKeysOf = (district: Pick<District, 'secret'>): IdentityKeys => ({
  seal: district.secret('register-identity'),
  index: district.secret('register-identity-index'),
})
