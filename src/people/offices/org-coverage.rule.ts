import type { Area } from '../../areas/contract.ts'
import type { UnitKind } from '../../organisations/contract.ts'
import { type CoverageCounts, Lack } from './coverage.contract.ts'

/** Bodies that act and areas in which a grid worker or leader holds a post today. */
export interface Present {
  readonly bodies: readonly { readonly kind: UnitKind; readonly areaId: string }[]
  readonly workerAreas: readonly string[]
}

/** The kinds of body that coverage looks at. */
export const coveringKinds = [
  'party_branch',
  'party_group',
  'owners_committee',
  'property_firm',
  'community',
] as const satisfies readonly UnitKind[]

/** Says what a grid or an estate lacks. */
export type LacksOf = (area: Area) => readonly Lack[]

/**
 * What each grid and estate lacks. A grid has the Party where a branch or a group stands in it or in a place within it;
 * an estate where one stands in it, within it, or a branch in its grid (as `partyOf` has it). A firm may manage from a wider area.
 * Unmanaged estates lack a firm too: that is what they are to be helped out of. `areaOf` answers for every area.
 */
export function lacksIn({ bodies, workerAreas }: Present, areaOf: (id: string) => Area | undefined): LacksOf {
  const at = new Set(bodies.map(({ kind, areaId }) => `${kind} ${areaId}`))
  // Whoever stands in a building stands in its estate and its grid.
  const partyWithin = new Set(
    bodies
      .filter(({ kind }) => kind === 'party_branch' || kind === 'party_group')
      .flatMap(({ areaId }) => areaOf(areaId)?.path ?? []),
  )
  const workers = new Set(workerAreas)
  return (area) => {
    if (area.kind === 'grid')
      return [
        ...(workers.has(area.id) ? [] : ['grid_worker' as const]),
        ...(partyWithin.has(area.id) ? [] : ['grid_party' as const]),
      ]
    if (area.kind !== 'estate') return []
    const gridBranch = area.path.some((id) => areaOf(id)?.kind === 'grid' && at.has(`party_branch ${id}`))
    const lacks: Lack[] = []
    if (!partyWithin.has(area.id) && !gridBranch) lacks.push('estate_party')
    if (!at.has(`owners_committee ${area.id}`)) lacks.push('estate_owners')
    if (!area.path.some((id) => at.has(`property_firm ${id}`))) lacks.push('estate_firm')
    const committee = area.path.some((id) => at.has(`community ${id}`))
    if (lacks.length > 0 || !committee) lacks.push('estate_four')
    return lacks
  }
}

/** Counts grids and estates, and what they lack. */
export function countLacks(areas: readonly Area[], lacksOf: LacksOf): CoverageCounts {
  const lacking = Object.fromEntries(Lack.options.map((lack) => [lack, 0])) as Record<Lack, number>
  let [grids, estates] = [0, 0]
  for (const area of areas) {
    if (area.kind === 'grid') grids++
    if (area.kind === 'estate') estates++
    for (const lack of lacksOf(area)) lacking[lack]++
  }
  return { grids, estates, lacking }
}
