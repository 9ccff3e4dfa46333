import { floodBody } from '../emergency-acts.ts'
import { type Attack, attack, get, post, sentBy } from './attack.ts'
import type { Scene } from './scene.ts'

const of = (path: string) => (scene: Scene) => `/api/emergencies/${scene.ids.emergency}${path}`

/** What is done to a drill of street 1 by whoever may, with a body that would be let in. */
const acts: Readonly<Record<string, (by: string) => Attack['ask']>> = {
  'look at': (by) => sentBy(by, get(of(''))),
  change: (by) => sentBy(by, post(of('/change'), { level: 1, untilAt: null, basis: '升级' })),
  end: (by) => sentBy(by, post(of('/end'), { reason: '结束' })),
  'practise in': (by) =>
    sentBy(
      by,
      post(of('/practice'), ({ world }) => ({
        areaId: world.places.grid1.id,
        matter: 'FA03',
        words: '演练',
      })),
    ),
}
const attackers: readonly (readonly [by: string, who: string, wants: string])[] = [
  ['street2', 'the desk of the other street', '403 not_permitted'],
  ['community', 'a community of the street', '403 not_permitted'],
  ['worker', 'a grid worker of the street', '403 not_permitted'],
  ['team', 'a team of the street', '403 not_permitted'],
  ['department', 'a department', '403 not_permitted'],
  ['evaluator', 'an evaluator', '403 not_permitted'],
  ['administrator', 'an administrator', '403 not_permitted'],
  ['resident', 'a resident', '403 not_permitted'],
  ['anonymous', 'somebody without an account', '401 sign_in_needed'],
]

const declaring = (by: string, who: string, wants: string): Attack =>
  attack(
    `${who} declares a flood in street 1`,
    wants,
    sentBy(
      by,
      post('/api/emergencies', ({ world }) => floodBody(world)),
    ),
  )

/** Who was not called has nothing to confirm, and a drill is none of a resident's business. */
const confirming: readonly (readonly [by: string, wants: string])[] = [
  ['street2', '403 emergency_not_called'],
  ['water', '403 emergency_not_called'],
  ['resident', '403 not_permitted'],
  ['anonymous', '401 sign_in_needed'],
]

export const emergencyAttacks: readonly Attack[] = [
  ...attackers.map(([by, who, wants]) => declaring(by, who, wants)),
  ...Object.entries(acts).flatMap(([what, asked]) =>
    attackers.map(([by, who, wants]) => attack(`${who}: ${what} a drill of street 1`, wants, asked(by))),
  ),
  ...confirming.map(([by, wants]) =>
    attack(`${by} confirms a drill of street 1`, wants, sentBy(by, post(of('/acknowledge')))),
  ),
  attack('a resident at what was declared', '403 not_permitted', sentBy('resident', get('/api/emergencies'))),
  attack(
    'a street announces a kind of emergency',
    '403 not_permitted',
    sentBy(
      'street',
      post('/api/emergency-kinds', {
        ...{ code: 'flood', validFrom: '2026-12-01', nameZh: '防汛', nameEn: 'Flood', matters: ['FA03'] },
        ...{ told: ['centre'], limitPercent: 10, adviceZh: '无', adviceEn: 'None', lines: [] },
      }),
    ),
  ),
]
