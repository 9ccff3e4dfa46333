import type { Receipt } from '../../cases/contract.ts'
import type { DeskPage } from '../../cases/story.contract.ts'
import { addHome, addPerson } from '../register-acts.ts'
import type { World } from '../world.ts'
import { act } from '../world-client.ts'
import type { StaffName } from '../world-people.ts'
import type { PlaceName } from '../world-places.ts'
import type { UnitName } from '../world-units.ts'
import type { OracleCase } from './oracle.ts'

/** A case, an alert or a person, with what the oracle knows of it. */
export interface Target extends OracleCase {
  readonly id: string
  readonly name: string
}
export interface Targets {
  readonly cases: readonly Target[]
  readonly alerts: readonly Target[]
  readonly people: readonly Target[]
}

/** The way down to each place, as the small map lays it. */
const ways: Readonly<Partial<Record<PlaceName, readonly PlaceName[]>>> = {
  district: ['district'],
  grid1: ['district', 'street1', 'community1', 'grid1'],
  grid2: ['district', 'street1', 'community1', 'grid2'],
  grid3: ['district', 'street1', 'community2', 'grid3'],
  grid4: ['district', 'street2', 'community3', 'grid4'],
  community2: ['district', 'street1', 'community2'],
}

/** Place, desk that passes it on, matter, unit that then has it in hand, with the unit above that answers for it. */
const cases: readonly (readonly [PlaceName, StaffName | null, string, readonly UnitName[]])[] = [
  ['grid1', null, '', []],
  ['grid1', 'community', 'HJ01', ['committee1', 'office1']],
  ['grid2', 'street', 'FA03', ['team1', 'urban']],
  ['grid2', 'centre', 'FA04', ['water']],
  ['grid3', null, '', []],
  ['grid4', 'street2', 'FA03', ['team2', 'urban']],
  ['grid4', 'community3', 'HJ01', ['committee3', 'office2']],
  ['community2', null, '', []],
  ['district', null, '', []],
  ['grid1', 'centre', 'MJ01', []],
]

/** Lays cases, alerts and people of the register all over the small district. */
export async function layTargets(world: World): Promise<Targets> {
  const laid: Target[] = []
  for (const [place, desk, matter, units] of cases) {
    const contact = { name: '张秘密', phone: '13800000417' }
    const body = act({ words: `一件秘密的事 ${laid.length}`, areaId: world.places[place].id, contact })
    const { caseId, number } = await world.anonymous().does<Receipt>('/api/reports', body)
    const at = `/api/cases/${caseId}`
    if (desk) await world.as(desk).does(`${at}/screen`, act({ matter, summary: '一件公开的事' }))
    if (desk && units.length > 0) await world.as(desk).does(`${at}/dispatch`, act())
    const inHand = units.map((unit) => world.units[unit])
    const parts = units.slice(0, 1).map((unit) => world.units[unit])
    laid.push({
      parts,
      id: caseId,
      name: number,
      places: ways[place]!,
      units: inHand,
      confidential: matter === 'MJ01',
    })
  }
  const { rows } = await world.as('centre').sees<DeskPage>('/api/desk?queue=open')
  if (rows.length !== laid.length) throw new Error(`${rows.length} of ${laid.length} cases stand`)
  return { cases: laid, ...(await layOthers(world)) }
}

async function layOthers(world: World): Promise<Pick<Targets, 'alerts' | 'people'>> {
  const alerts: Target[] = []
  const people: Target[] = []
  for (const [place, building, desk] of [
    ['grid1', 'building1', 'community'],
    ['grid3', 'estate2', 'community2'],
    ['grid4', 'grid4', 'community3'],
  ] as const) {
    const known = { places: ways[place]!, units: [], parts: [], confidential: false }
    const raised = act({ words: '有人晕倒', areaId: world.places[place].id })
    const { alertId } = await world.anonymous().does<{ alertId: string }>('/api/alerts', raised)
    alerts.push({ ...known, id: alertId, name: place })
    const home = await addHome(world.as(desk), world.places[building].id, '1-101')
    const name = `欧阳${['甲', '乙', '丙'][people.length]}`
    const { personId } = await addPerson(world.as(desk), home, { name })
    people.push({ ...known, id: personId, name })
  }
  return { alerts, people }
}
