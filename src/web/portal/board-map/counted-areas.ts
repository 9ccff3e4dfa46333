import type { MapArea } from '../../../areas/map.contract.ts'
import type { BoardMap } from '../../../cases/map.contract.ts'

export interface Counted {
  readonly area: MapArea
  readonly open: number
  readonly done: number
  /** Against the fullest of them: from above 0 to 1. */
  readonly weight: number
}

/** The areas that have something on the board, the fullest first; areas that are not known are left out. */
export function countedAreas(counts: BoardMap['communities'], areas: readonly MapArea[]): Counted[] {
  const byId = new Map(areas.map((area) => [area.id, area]))
  const known = counts.flatMap(({ areaId, open, done }) => {
    const area = byId.get(areaId)
    return area && open + done > 0 ? [{ area, open, done }] : []
  })
  const most = known.reduce((all, { open, done }) => Math.max(all, open + done), 1)
  return known
    .map((each) => ({ ...each, weight: (each.open + each.done) / most }))
    .sort((a, b) => b.weight - a.weight || (a.area.code < b.area.code ? -1 : 1))
}
