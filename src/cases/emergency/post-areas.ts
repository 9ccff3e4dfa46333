import type { AreaKind } from '../../areas/contract.ts'
import type { Atlas } from '../../areas/door.ts'

/** Where posts stand: nobody's is in a building or a home. */
const postAreas: ReadonlySet<AreaKind> = new Set(['district', 'street', 'community', 'grid', 'estate'])

/** The area and all below it in which posts stand. */
export const postAreasIn = (atlas: Atlas, areaId: string): string[] =>
  atlas
    .below(atlas.known(areaId))
    .filter(({ kind }) => postAreas.has(kind))
    .map(({ id }) => id)
