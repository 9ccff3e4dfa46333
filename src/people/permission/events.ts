import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'
import { PostKind } from '../contract.ts'
import { Reach } from './contract.ts'

export const permissionEvents = {
  /** The table of permission was changed. Subject and chain: the district's area. */
  'permission.changed': z.strictObject({
    postKind: PostKind,
    /** A later release may not know the act any more. */
    act: z.string(),
    before: z.array(Reach),
    after: z.array(Reach),
  }),
}

export const permissionLine = lineWriter(permissionEvents)
