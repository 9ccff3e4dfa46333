import type { Rung } from '../cases/door.ts'
import type { PostKind } from '../people/contract.ts'
import type { JournalLine } from '../platform/follower.ts'
import type { NoticeKind } from './contract.ts'
import type { Audience, Telling } from './telling.rule.ts'

const deskKinds: readonly PostKind[] = ['centre', 'street_desk', 'community_desk']
const gridKinds: readonly PostKind[] = ['grid_worker', 'grid_leader']
const unitKinds: readonly PostKind[] = ['unit_desk', 'unit_head']

/** Who asks when nobody has come: the unit's head; the desk of the community for a grid; for a desk the one above it. */
function headOf(seat: string, depth: number): Rung {
  if (seat === 'unit') return 'unit_head'
  if (seat === 'grid') return 'desk'
  return depth > 2 ? 'street' : 'district'
}

/**
 * What is given over is told to whoever holds the same seat or stands in there; what nobody took in time to the head. The
 * line itself says where the seat is.
 */
export function tellHandOver({ kind, subject, data }: JournalLine): Telling[] {
  const seat = String(data.seat)
  const path = data.path as unknown as readonly string[]
  const unitId = typeof data.unitId === 'string' ? data.unitId : null
  const unitIds = unitId === null ? [] : [unitId]
  const areaId = String(data.areaId)
  const facts = { handOverId: subject, seat, unitId, areaId, atField: seat === 'grid' }
  const told = (what: NoticeKind, audience: Audience): Telling[] => [
    { kind: what, caseId: null, facts, audience, confidential: false },
  ]
  if (kind === 'hand_over.given') {
    const kinds = seat === 'unit' ? unitKinds : seat === 'grid' ? gridKinds : deskKinds
    return told('hand_over_given', { to: 'posts', kinds, unitIds, areaIds: unitId === null ? [areaId] : [] })
  }
  if (kind !== 'hand_over.untaken') return []
  const rung = headOf(seat, path.length)
  // A grid's is its community's to ask about: the desks above the grid itself.
  const areaIds = seat === 'grid' ? path.slice(0, -1) : path
  return told('hand_over_untaken', { to: 'rung', rung, unitIds, areaIds })
}
