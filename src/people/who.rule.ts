import type { Who, WhoPost } from '../platform/ctx.ts'
import { actsOf } from './permission.rule.ts'

export interface AccountNow {
  readonly id: string
  readonly kind: 'staff' | 'resident'
  readonly name: string
  /** Posts held today. */
  readonly posts: readonly WhoPost[]
  /** Areas right below those of an evaluator's posts. */
  readonly sampled?: readonly string[]
}

/** Whose rows a post may see, and whether persons in them too. Rows carry all areas above their place. */
const areasSeen: Readonly<Record<string, { readonly rows: boolean; readonly persons: boolean }>> = {
  administrator: { rows: true, persons: false },
  centre: { rows: true, persons: true },
  // Sees from the streets down: rows that the district alone sees are confidential, or have no place yet.
  evaluator: { rows: false, persons: false },
  street_desk: { rows: true, persons: true },
  community_desk: { rows: true, persons: true },
  // Handlers see the place, not the person (Care 2).
  grid_leader: { rows: true, persons: false },
  grid_worker: { rows: true, persons: false },
}
/** A grid worker's unit is the whole community: the grid is what they see, not the unit. */
const unitsSeen: ReadonlySet<string> = new Set([
  'unit_desk',
  'unit_head',
  'street_desk',
  'community_desk',
  'centre',
])

const distinct = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

/** What policies and permission know of someone with an account. */
export function whoOfAccount({ id, kind, name, posts, sampled = [] }: AccountNow, receiptHash: string): Who {
  return {
    actor: `account:${id}`,
    accountId: id,
    name,
    kind,
    posts,
    reach: distinct([...posts.map((post) => (areasSeen[post.kind]?.rows ? post.areaId : null)), ...sampled]),
    personReach: distinct(posts.map((post) => (areasSeen[post.kind]?.persons ? post.areaId : null))),
    units: distinct(posts.map((post) => (unitsSeen.has(post.kind) ? post.unitId : null))),
    acts: actsOf({ kind, posts }),
    receiptHash,
  }
}

/** Someone without an account: known by a secret of their browser, or not at all and then only reading. */
export const whoOfClient = (clientHash: string | null, receiptHash: string): Who => ({
  actor: clientHash === null ? 'anonymous' : `client:${clientHash}`,
  accountId: null,
  name: null,
  kind: 'anonymous',
  posts: [],
  reach: [],
  personReach: [],
  units: [],
  acts: actsOf({ kind: 'anonymous', posts: [] }),
  receiptHash,
})
