import type { ComplainedOf } from '../matters/doors.contract.ts'

/** The areas from the district down that see a new report: all above its place, or fewer where it must not be seen. */
export function reachAtFirst(
  path: readonly string[],
  kept: { readonly confidential: boolean; readonly complainedOf: ComplainedOf | null },
): readonly string[] {
  if (kept.confidential || kept.complainedOf === 'street') return path.slice(0, 1)
  return kept.complainedOf === 'community' ? path.slice(0, streetDepth) : path
}

/** Areas from the district to the street. */
export const streetDepth = 2

/** Whether a case is kept from the street or the community of its place and all below: it stays so when areas move. */
const isKept = (path: readonly string[], reach: readonly string[]): boolean =>
  reach.length <= streetDepth && path.length > reach.length

/** The reach that a case has where its place lies under these areas now. */
export const reachUnder = (
  areas: readonly string[],
  { path, reach }: { readonly path: readonly string[]; readonly reach: readonly string[] },
): readonly string[] => (isKept(path, reach) ? areas.slice(0, reach.length) : areas)

/** The areas, of those that a case's place lies in now, whose units may be handed it without a person's reason. */
export const keptUnder = (
  areas: readonly string[],
  found: {
    readonly path: readonly string[]
    readonly reach: readonly string[]
    readonly confidential: boolean
  },
): readonly string[] => (found.confidential ? areas.slice(0, 1) : reachUnder(areas, found))

/** Who answers (`kind:line`) where the unit of the catalogue is below what may be handed the case; null where none is. */
export function answersInStead(areas: readonly string[], kept: readonly string[]): string | null {
  if (kept.length === areas.length) return null
  return kept.length < streetDepth ? 'centre:any' : 'street_office:any'
}
