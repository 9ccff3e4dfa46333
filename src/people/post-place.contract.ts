import type { PostKind } from './contract.ts'

// No schema here: the web reads these tables too, and a phone must not load a schema library for them.

/** The kind of area that each kind of post stands in; null where its unit decides. */
export const postArea: Record<PostKind, string | null> = {
  administrator: 'district',
  centre: 'district',
  evaluator: 'district',
  street_desk: 'street',
  community_desk: 'community',
  grid_leader: 'grid',
  grid_worker: 'grid',
  unit_desk: null,
  unit_head: null,
}

/** Posts that are nothing without a unit. */
export const needsUnit: ReadonlySet<PostKind> = new Set(['unit_desk', 'unit_head'])

/** The kind of body that a post belongs to as a rule: the one that answers where the post stands. */
export const postBody: Readonly<Partial<Record<PostKind, string>>> = {
  centre: 'centre',
  street_desk: 'street_office',
  community_desk: 'community',
  grid_leader: 'community',
  grid_worker: 'community',
}
