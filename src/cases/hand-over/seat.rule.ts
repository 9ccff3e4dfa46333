import type { WhoPost } from '../../platform/ctx.ts'
import type { SeatKind } from './contract.ts'

/** What somebody holds and gives over. A unit's own is told by the unit, the others by their area. */
export interface SeatKey {
  readonly kind: SeatKind
  readonly unitId: string | null
  readonly areaId: string
}

const kinds: Readonly<Record<string, SeatKind>> = {
  centre: 'desk',
  street_desk: 'desk',
  community_desk: 'desk',
  unit_desk: 'unit',
  unit_head: 'unit',
  grid_leader: 'grid',
  grid_worker: 'grid',
}

/** The seat of a post; null where there is nothing to give over: administrators and evaluators hold no work in hand. */
export function seatOf({
  kind,
  unitId,
  areaId,
}: Pick<WhoPost, 'kind' | 'unitId' | 'areaId'>): SeatKey | null {
  const seat = kinds[kind]
  if (seat === undefined || (seat === 'unit' && unitId === null)) return null
  return { kind: seat, unitId: seat === 'unit' ? unitId : null, areaId }
}

/** Posts of one unit may stand in several areas: the unit is what counts. */
export const isSameSeat = (one: SeatKey, other: SeatKey): boolean =>
  one.kind === other.kind && (one.kind === 'unit' ? one.unitId === other.unitId : one.areaId === other.areaId)
