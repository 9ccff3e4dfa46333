import { isPrivate } from '../contract.ts'
import type { Telling } from '../telling.rule.ts'

/** A robot as it is chosen: where it tells of, and of which unit's work. */
export interface TellingRobot {
  readonly id: string
  readonly areaId: string
  readonly unitId: string | null
  /** Its area with all above it. */
  readonly reach: readonly string[]
}

/**
 * The robots that tell of this: a unit's of what the unit has to do; of what comes in, the nearest group around the
 * place, but for the district's, which would hear of everything; of what a street decides, the street's; a step of the ladder, the group of those who stand on it; a
 * real emergency, the groups of its area and of all below. What is confidential, what is private and what is somebody's own is
 * for no group, nor is a drill, which a group would take for work.
 */
export function robotsFor<Robot extends TellingRobot>(
  { audience, confidential, kind, facts }: Telling,
  robots: readonly Robot[],
): Robot[] {
  if (confidential || isPrivate(kind) || audience.to === 'reporter' || audience.to === 'holder') return []
  if (audience.to === 'called') {
    const areaId = String(facts.areaId)
    return kind.startsWith('drill_')
      ? []
      : robots.filter(({ unitId, reach }) => unitId === null && reach.includes(areaId))
  }
  if (audience.to === 'units')
    return robots.filter(({ unitId }) => unitId !== null && audience.unitIds.includes(unitId))
  // A unit's head hears by the own channels: no group reads over its shoulder.
  if (audience.to === 'rung' && audience.rung === 'unit_head') return []
  if (audience.to === 'rung' && audience.rung === 'desk' && audience.unitIds.length > 0)
    return robots.filter(({ unitId }) => unitId !== null && audience.unitIds.includes(unitId))
  const [district, street] = audience.areaIds
  const there = robots.filter(({ unitId, areaId }) => unitId === null && audience.areaIds.includes(areaId))
  if (audience.to === 'rung' && audience.rung === 'district')
    return there.filter(({ areaId }) => areaId === district)
  if (audience.to === 'deciders' || (audience.to === 'rung' && audience.rung === 'street'))
    return there.filter(({ areaId }) => areaId === street)
  const near = kind === 'alert' ? there : there.filter(({ areaId }) => areaId !== district)
  const depth = Math.max(...near.map(({ areaId }) => audience.areaIds.indexOf(areaId)))
  return near.filter(({ areaId }) => audience.areaIds.indexOf(areaId) === depth)
}
