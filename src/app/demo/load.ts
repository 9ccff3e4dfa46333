import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { atlasOf, importAreas } from '../../areas/door.ts'
import { raiseAlert, takeAlert } from '../../cases/door.ts'
import { importCatalogueFile, seedCalendar, shippedCatalogue } from '../../matters/door.ts'
import { addUnits, unitIdsByCode } from '../../organisations/door.ts'
import { actingAs, actingAsClient, systemCtx } from '../../people/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { OpenDistrict } from '../../platform/district.ts'
import { catchUp } from '../../platform/follower.ts'
import { followers } from '../followers.ts'
import type { Company, PlaceByCode } from './cast.ts'
import { courseOf } from './courses.ts'
import { demoSeed } from './district.ts'
import { openCompany } from './people.ts'
import { alertWords } from './phrases.ts'
import { planDemo } from './plan-demo.ts'
import { casesOf } from './plan-rounds.ts'
import { tellBodies } from './tell-bodies.ts'
import { tellCases } from './tell-cases.ts'
import { tellHandOvers } from './tell-hand-overs.ts'
import { tellMediations } from './tell-mediations.ts'
import { tellPages } from './tell-pages.ts'
import { tellPassedOn } from './tell-passed-on.ts'
import { tellRegister } from './tell-register.ts'
import { tellRounds } from './tell-rounds.ts'
import { tellStations } from './tell-stations.ts'
import { tellVisits } from './tell-visits.ts'
import { tellWhistles } from './tell-whistles.ts'

/** What was laid out, by kind. */
export type DemoSummary = Readonly<
  Record<'areas' | 'units' | 'matters' | 'accounts' | 'cases' | 'acts', number>
>

/** The district was set up so many days before the day on which it is loaded. */
const setUpDaysAgo = 75
/**
 * Lays out the demonstration district through the program's own use cases, as if it had been at work for two months
 * before `ctx`'s now: map, units, catalogue, accounts, cases and what stands on
 * the communities' pages. The district must be fresh.
 */
export async function loadDemo(
  district: OpenDistrict,
  { clock, log }: Pick<Ctx, 'clock' | 'log'>,
  onProgress: (done: number, of: number, what: string) => void = () => undefined,
  seed = demoSeed,
): Promise<DemoSummary> {
  const now = clock.now()
  const plan = planDemo(seed)
  const acts = plan.cases.reduce((sum, { course }) => sum + courseOf(course).steps.length, 0)
  const layers = 6
  const total = acts + layers + 3
  const begins = (layer: number, what: string) => onProgress(layer, total, what)
  const setUpAt = now.subtract({ hours: setUpDaysAgo * 24 })
  const stage = { district, log, clock: { now: () => setUpAt } }

  begins(0, '日历与地图')
  await seedCalendar(systemCtx(stage))
  await importAreas(systemCtx(stage), plan.areas)
  const places = await placesByCode(stage)
  const system = systemCtx(stage, [places.get(plan.areas[0]!.code)!.id])
  begins(2, '单位与事项')
  await addUnits(
    system,
    plan.units.map(({ areaCode, ...unit }) => ({ ...unit, areaId: places.get(areaCode)!.id })),
  )
  const { added } = await importCatalogueFile(system, fileURLToPath(shippedCatalogue), 'catalogue.csv')
  begins(4, '账号')
  const unitIds = await system.read(unitIdsByCode)
  await tellBodies(system, plan.bodies, places, unitIds)
  const company = await openCompany(system, plan.staff, places, unitIds)
  begins(layers, '诉求')
  let done = layers
  await tellCases(company, plan.cases, now, () => onProgress(++done, total, '诉求'))
  await tellPages(company, plan.pages, now)
  onProgress(++done, total, '社区页')
  const homeIds = await tellRegister(company, plan.homes, now)
  await tellVisits(company, plan.homes, homeIds, now)
  onProgress(++done, total, '人口与房屋')
  await tellWhistles(company, plan.whistles, now)
  onProgress(++done, total, '吹哨')
  await tellRounds(company, plan.rounds, now)
  await tellStations(company, plan.stations, now)
  await tellMediations(company, plan.mediations, now)
  await raiseAlerts(company, now)
  await tellHandOvers(company, now)
  await tellPassedOn(company, system, now)
  for (const { follower } of followers) await catchUp(district, follower)
  return {
    areas: plan.areas.length,
    units: plan.units.length + plan.bodies.bodies.length,
    matters: added,
    accounts: plan.staff.length + company.residents.length,
    cases: plan.cases.length + casesOf(plan.rounds) + plan.mediations.length,
    acts,
  }
}

async function placesByCode(of: { readonly district: Ctx['district'] }): Promise<PlaceByCode> {
  const atlas = await atlasOf(of)
  return new Map(atlas.below(atlas.district).map((area) => [area.code, area]))
}

/** Two emergencies: somebody is on one of them, the other waits. */
async function raiseAlerts({ district, log, byGrid, places }: Company, now: Temporal.Instant): Promise<void> {
  const grid = '990104006001001'
  const areaId = places.get(grid)!.id
  const clientHash = createHash('sha256').update('demo alert').digest('hex')
  const raise = async (words: string, requestId: string, minutesAgo: number) => {
    const clock = { now: () => now.subtract({ minutes: minutesAgo }) }
    const ctx = actingAsClient({ district, log, clock }, clientHash)
    return raiseAlert(ctx, { requestId, words, areaId })
  }
  const taken = await raise(alertWords.taken, '00000000-0000-8000-8000-000000000001', 200)
  const clock = { now: () => now.subtract({ minutes: 197 }) }
  await takeAlert(actingAs({ district, log, clock }, byGrid.get(grid)!), taken.alertId)
  await raise(alertWords.open, '00000000-0000-8000-8000-000000000002', 6)
}
