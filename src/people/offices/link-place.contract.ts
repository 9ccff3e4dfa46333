import type { AreaKind } from '../../areas/contract.ts'
import type { LinkKind } from './link.contract.ts'

// No schema here: the console reads this table too.

/** The kind of area that each kind of link leads to: the wider the office, the wider the place. */
export const linkPlace = {
  district_leader: 'street',
  department: 'community',
  cadre: 'grid',
  party_delegate: 'grid',
  congress_deputy: 'grid',
  cppcc_member: 'grid',
} as const satisfies Readonly<Record<LinkKind, AreaKind>>
