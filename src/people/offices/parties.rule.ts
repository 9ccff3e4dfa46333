import type { AreaKind } from '../../areas/contract.ts'
import type { UnitKind } from '../../organisations/contract.ts'
import type { Party } from './office.contract.ts'

/** A body and the area that it stands in, as the four parties of an estate are looked for. */
export interface Near {
  readonly kind: UnitKind
  readonly areaId: string
}

const kindOf: Readonly<Record<Party, UnitKind>> = {
  party_branch: 'party_branch',
  owners_committee: 'owners_committee',
  residents_committee: 'community',
  property_firm: 'property_firm',
}

/**
 * The bodies that are one of the four parties (四方) of an estate: its own branch or else the one of its grid; its owners'
 * committee; the residents' committee of its community; the firm that manages it, itself or from a wider area. `path`
 * holds the areas from the district down to the estate. Of several levels the nearest speaks.
 */
export function partyOf<B extends Near>(
  party: Party,
  bodies: readonly B[],
  path: readonly { readonly id: string; readonly kind: AreaKind }[],
): B[] {
  const own = bodies.filter(({ kind }) => kind === kindOf[party])
  for (const area of path.toReversed()) {
    if (party === 'party_branch' && area.kind !== 'estate' && area.kind !== 'grid') continue
    const here = own.filter(({ areaId }) => areaId === area.id)
    if (here.length > 0) return here
  }
  return []
}
