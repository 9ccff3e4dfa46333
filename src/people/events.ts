import { z } from 'zod'
import { lineWriter } from '../platform/events.ts'
import { PostKind } from './contract.ts'

/** Lines of people go on the chain of the district's own area: ids only, no name and no telephone. */
export const peopleLine = lineWriter({
  /** Subject: the account. */
  'account.opened': z.strictObject({ accountId: z.uuid() }),
  /** An administrator gave it a new password; its sessions ended. Subject: the account. */
  'account.password_reset': z.strictObject({ accountId: z.uuid() }),
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
