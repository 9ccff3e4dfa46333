import { z } from 'zod'
import { lineWriter } from '../platform/events.ts'
import { PostKind } from './contract.ts'
import { ServiceAct } from './service/contract.ts'

/** Lines of people go on the chain of the district's own area: ids only, no name and no telephone. */
export const peopleLine = lineWriter({
  /** Subject: the account. */
  'account.opened': z.strictObject({ accountId: z.uuid() }),
  /** Whoever a provider of single sign-on said had its name came in by it: from now on by the provider's subject. */
  'account.provider_linked': z.strictObject({ accountId: z.uuid() }),
  /** An administrator gave it a new password; its sessions, passkeys and link to a provider ended. Subject: the account. */
  'account.password_reset': z.strictObject({ accountId: z.uuid() }),
  /** Its holder changed the password; its other sessions ended. */
  'account.password_changed': z.strictObject({ accountId: z.uuid() }),
  /** Its holder set up time-based codes as a second factor, or took them away. */
  'account.second_factor_set': z.strictObject({ accountId: z.uuid() }),
  'account.second_factor_removed': z.strictObject({ accountId: z.uuid() }),
  /** Its holder had new recovery codes made in the place of those that were. */
  'account.recovery_codes_renewed': z.strictObject({ accountId: z.uuid() }),
  /** Its holder added a passkey, signed in by it for the first time, or removed it. */
  'account.passkey_added': z.strictObject({ accountId: z.uuid(), passkeyId: z.uuid() }),
  'account.passkey_first_used': z.strictObject({ accountId: z.uuid(), passkeyId: z.uuid() }),
  'account.passkey_removed': z.strictObject({ accountId: z.uuid(), passkeyId: z.uuid() }),
  /** An administrator took the second factor away, for whoever has lost it; its sessions and passkeys ended. */
  'account.second_factor_reset': z.strictObject({ accountId: z.uuid() }),
  /** Kinds of post that need a second factor from now on. Subject: the district's area. */
  'people.second_factor_kinds': z.strictObject({ kinds: z.array(PostKind) }),
  /** An account for a program of another office. Subject: the account. */
  'service.opened': z.strictObject({ accountId: z.uuid() }),
  'service.key_given': z.strictObject({
    accountId: z.uuid(),
    keyId: z.uuid(),
    acts: z.array(ServiceAct),
    areaId: z.uuid(),
    endsOn: z.iso.date(),
  }),
  'service.key_stopped': z.strictObject({ accountId: z.uuid(), keyId: z.uuid(), stopsAt: z.iso.datetime() }),
  'service.ended': z.strictObject({ accountId: z.uuid() }),
  'account.closed': z.strictObject({ accountId: z.uuid() }),
  /** Subject: the post. */
  'post.given': z.strictObject({
    postId: z.uuid(),
    accountId: z.uuid(),
    kind: PostKind,
    unitId: z.uuid().nullable(),
    areaId: z.uuid(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date().nullable(),
  }),
  'post.ended': z.strictObject({ postId: z.uuid(), accountId: z.uuid(), endsOn: z.iso.date() }),
})
