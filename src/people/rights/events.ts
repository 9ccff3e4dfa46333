import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'
import { RightGround, RightKind } from './contract.ts'

const id = z.uuid()
const commits = z.record(z.uuid(), z.string().regex(/^[0-9a-f]{64}$/))

/** Lines of what people ask about themselves: on the chain of the desk that answers. Ids and codes, never words. */
export const rightsLine = lineWriter({
  /** Subject: the request. */
  'right.asked': z.strictObject({ kind: RightKind, dueOn: z.iso.date(), commits }),
  'right.granted': z.strictObject({ kind: RightKind, commits }),
  'right.refused': z.strictObject({ kind: RightKind, ground: RightGround, commits }),
  /** By whoever asked; these texts are gone. */
  'right.taken_back': z.strictObject({ kind: RightKind, texts: z.array(id) }),
  /** Words of an erased person's requests: these texts are gone. */
  'right.forgotten': z.strictObject({ texts: z.array(id) }),
  /** An account found its own entry. Subject: the account. */
  'own_entry.found': z.strictObject({ accountId: id }),
  /** Somebody was erased: other rooms follow. Subject: the erasure. On the chain of the district. */
  'subject.erased': z.strictObject({ personId: id.nullable(), accountId: id.nullable() }),
})
