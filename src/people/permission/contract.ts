import { z } from 'zod'
import { Act, PostKind } from '../contract.ts'

/** How far a post's permission goes. */
export const Reach = z.enum(['own_unit', 'own_area', 'below_district', 'district'])

/** One post and act of the table of permission. Pairs that are never given are told by `because` and have no reaches. */
export const PermissionCell = z.object({
  kind: PostKind,
  act: Act,
  /** What holds now; nothing where it is not given. */
  reaches: z.array(Reach),
  /** As Linli comes. */
  asItComes: z.array(Reach),
  /** How far it may be given at most; nothing where never. */
  allowed: z.array(Reach),
  /** Cannot be taken away. */
  kept: z.boolean(),
  /** Why it is never given: a person would be seen, it is looked after and not read, its own work is another's. */
  because: z.enum(['administrators_only', 'persons', 'runs_not_reads', 'other_work']).nullable(),
})
export type PermissionCell = z.infer<typeof PermissionCell>

/** The table of permission: every kind of post with every act that is not everybody's. */
export const Permissions = z.object({ cells: z.array(PermissionCell) })
export type Permissions = z.infer<typeof Permissions>

export const PermissionChange = z.strictObject({
  kind: PostKind,
  act: Act,
  /** As the asker saw it; another one who was faster is not overwritten. */
  before: z.array(Reach).max(4),
  after: z.array(Reach).max(4),
})
export type PermissionChange = z.infer<typeof PermissionChange>

export const ChangePermissions = z.strictObject({
  requestId: z.uuid(),
  changes: z.array(PermissionChange).min(1).max(300),
})
export type ChangePermissions = z.infer<typeof ChangePermissions>
export const ChangedPermissions = z.object({ changed: z.number().int() })
export type ChangedPermissions = z.infer<typeof ChangedPermissions>

export const AskPermissionHistory = z.object({
  /** The number of the oldest line already seen. */
  before: z.coerce.number().int().positive().optional(),
})
export type AskPermissionHistory = z.infer<typeof AskPermissionHistory>

/** One change, as the journal has it. */
export const PastChange = z.object({
  n: z.number().int(),
  at: z.iso.datetime(),
  /** Name of whoever changed it. */
  by: z.string().nullable(),
  kind: PostKind,
  /** An act of those days; this release may not know it any more. */
  act: z.string(),
  before: z.array(Reach),
  after: z.array(Reach),
})
export type PastChange = z.infer<typeof PastChange>
export const PermissionHistory = z.object({ changes: z.array(PastChange), next: z.number().int().nullable() })
export type PermissionHistory = z.infer<typeof PermissionHistory>
