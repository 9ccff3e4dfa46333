import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { randomFrom } from '../../kernel/random.ts'
import { type DemoBodies, demoBodies } from './bodies.ts'
import { type DemoArea, demoDistrict } from './district.ts'
import { type PlannedCase, planCases } from './plan-cases.ts'
import { type PlannedMediation, planMediations } from './plan-mediations.ts'
import { type PlannedPage, planPages } from './plan-pages.ts'
import { type PlannedHome, planRegister } from './plan-register.ts'
import { type PlannedRounds, planRounds } from './plan-rounds.ts'
import { type PlannedStation, planStations } from './plan-stations.ts'
import { type PlannedWhistle, planWhistles } from './plan-whistles.ts'
import { type DemoStaff, demoStaff } from './staff.ts'
import { type DemoUnit, demoUnits } from './units.ts'

export interface DemoPlan {
  readonly areas: readonly DemoArea[]
  readonly units: readonly DemoUnit[]
  readonly bodies: DemoBodies
  readonly staff: readonly DemoStaff[]
  readonly cases: readonly PlannedCase[]
  readonly pages: readonly PlannedPage[]
  /** Homes and people of one community. */
  readonly homes: readonly PlannedHome[]
  /** Whistles of one street. */
  readonly whistles: readonly PlannedWhistle[]
  /** Rounds and the day in the grid of one grid. */
  readonly rounds: PlannedRounds
  /** Enforcement stations with their joint actions. */
  readonly stations: readonly PlannedStation[]
  /** Disputes of one community that are mediated. */
  readonly mediations: readonly PlannedMediation[]
  /** SHA-256 of all of it, hex: the same seed gives the same on every machine. */
  readonly digest: string
}

/** Everything that the demonstration holds, before a line of it is written. */
export function planDemo(seed: number): DemoPlan {
  const areas = demoDistrict(seed)
  const units = demoUnits(areas)
  const staff = demoStaff(areas, units, randomFrom(seed + 1))
  const cases = planCases(areas, randomFrom(seed + 2))
  const pages = planPages(areas, randomFrom(seed + 3))
  const homes = planRegister(areas, randomFrom(seed + 4))
  const bodies = demoBodies(areas, units, randomFrom(seed + 5))
  const whistles = planWhistles()
  const rounds = planRounds()
  const stations = planStations()
  const mediations = planMediations()
  const digest = createHash('sha256')
    .update(
      canonicalize([
        areas,
        units,
        bodies,
        staff,
        cases,
        pages,
        homes,
        whistles,
        rounds,
        stations,
        mediations,
      ])!,
    )
    .digest('hex')
  return { areas, units, bodies, staff, cases, pages, homes, whistles, rounds, stations, mediations, digest }
}
