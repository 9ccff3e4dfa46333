import type { Random } from '../../kernel/random.ts'
import type { Mesh } from './mesh.ts'
import { divide, middleOf, type Region, shareOut } from './regions.ts'

export interface PlannedCommunity {
  readonly kind: 'community' | 'village'
  readonly cells: Region
  readonly grids: readonly Region[]
}

export interface PlannedStreet {
  readonly kind: 'street' | 'town'
  readonly cells: Region
  /** The one in the middle first. */
  readonly communities: readonly PlannedCommunity[]
}

/** As many as a real district of a provincial capital had in 2015, so that the demonstration is of a real size. */
const counts = { streets: 17, towns: 2, communities: 168, grids: 582 }

/** Divides the district into streets from the river westwards, then towns; these into communities; these into grids. */
export function planDistrict(mesh: Mesh, random: Random): PlannedStreet[] {
  const all = mesh.cells.map((_, cell) => cell)
  const meanEast = (region: Region) =>
    region.reduce((sum, cell) => sum + mesh.cells[cell]!.centre.x, 0) / region.length
  const streets = divide(mesh, all, counts.streets, random).sort((a, b) => meanEast(b) - meanEast(a))
  const firstTown = counts.streets - counts.towns
  const communityCounts = shareOut(
    counts.communities,
    streets.map(({ length }) => length),
    4,
  )
  const communities = streets.map((cells, at) =>
    middleFirst(mesh, divide(mesh, cells, communityCounts[at]!, random)),
  )
  const gridCounts = shareOut(
    counts.grids,
    communities.flat().map(({ length }) => length * random.between(0.7, 1.3)),
    2,
  )
  return streets.map((cells, at) => ({
    kind: at < firstTown ? 'street' : 'town',
    cells,
    communities: communities[at]!.map((community, order) => ({
      kind: at >= firstTown && order > 1 ? 'village' : 'community',
      cells: community,
      grids: divide(mesh, community, gridCounts.shift()!, random),
    })),
  }))
}

/** The part in the middle first, the others outwards from it. */
function middleFirst(mesh: Mesh, parts: readonly Region[]): Region[] {
  const whole = middleOf(mesh, parts.flat())
  const distance = (part: Region) => {
    const { x, y } = middleOf(mesh, part)
    return (x - whole.x) ** 2 + (y - whole.y) ** 2
  }
  return parts
    .map((part) => ({ part, away: distance(part) }))
    .sort((a, b) => a.away - b.away)
    .map(({ part }) => part)
}
