import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'

/** On the chain of the district's area. Subject: the delegation. The actor says who gave or ended it. */
export const delegationLine = lineWriter({
  'delegation.given': z.strictObject({
    delegationId: z.uuid(),
    postId: z.uuid(),
    fromAccountId: z.uuid(),
    toAccountId: z.uuid(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
  }),
  'delegation.ended': z.strictObject({ delegationId: z.uuid(), postId: z.uuid() }),
})
