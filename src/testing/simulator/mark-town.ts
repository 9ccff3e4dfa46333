import type { Filed } from '../../evaluation/contract.ts'
import type { Random } from '../../kernel/random.ts'
import { act } from '../world-client.ts'
import type { World } from '../world-over.ts'
import type { StaffName } from '../world-people.ts'
import type { PlaceName } from '../world-places.ts'
import type { UnitName } from '../world-units.ts'
import type { Deeds } from './deeds.ts'
import type { Told } from './second-opinion/story.ts'

/** Desks that speak of departments, each for its place. */
const speakers: readonly (readonly [StaffName, PlaceName])[] = [
  ['street', 'street1'],
  ['street2', 'street2'],
  ['community', 'community1'],
  ['community2', 'community2'],
  ['community3', 'community3'],
]
const spokenOf: readonly UnitName[] = ['urban', 'water', 'team1', 'team2']

/** 评价权: some of the desks say how a department supports them, and how a unit assisted in one of their cases. */
export async function markDay(
  world: World,
  deeds: Deeds,
  random: Random,
  cases: ReadonlyMap<string, Told>,
): Promise<void> {
  const five = () => 1 + Math.floor(random.next() * 5)
  const give = (by: StaffName, kind: 'support' | 'assist', body: object) =>
    deeds.post<Filed>(`mark: ${kind}`, by, '/api/assessment/marks', act({ kind, ...body }))
  if (random.next() < 0.5) {
    const [by, place] = random.pick(speakers)
    const unitId = world.units[random.pick(spokenOf)]
    await give(by, 'support', { unitId, areaId: world.places[place].id, support: five() })
  }
  const assisted = [...cases].flatMap(([caseId, { parts }]) =>
    parts.flatMap(({ role, unitId }) => (role === 'assist' ? [{ caseId, unitId }] : [])),
  )
  for (let said = 0; said < 3 && assisted.length > 0; said += 1) {
    const [by] = random.pick(speakers)
    const of = random.pick(assisted)
    await give(by, 'assist', { ...of, promptness: five(), result: five(), attitude: five() })
  }
}
