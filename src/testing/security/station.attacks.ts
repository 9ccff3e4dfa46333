import { type Attack, attack, get, post, sentBy } from './attack.ts'
import type { Scene } from './scene.ts'

const startsAt = '2026-11-18T12:00:00Z'
const task = { unitId: '01999999-0000-7000-8000-000000000999', words: '去现场', dueAt: startsAt }

/** Every address of a joint action and of a station, with a body that whoever may would be let in with. */
const ofAction: Readonly<Record<string, object | null>> = {
  '': null,
  '/tasks': { tasks: [task] },
  '/task/answer': { done: true },
  '/end': { result: '好了' },
  '/call-off': { reason: '下雨' },
}
const ofStation: Readonly<Record<string, object | null>> = {
  '': null,
  '/people': { accountId: task.unitId, unitId: task.unitId, fromDay: '2026-11-18' },
  '/roster': { day: '2026-11-18', shifts: [] },
  '/copy-week': { firstDay: '2026-11-18' },
  '/close': { closedOn: '2026-11-18' },
}

/** Who reaches for an action that leads its street's team and tasks it alone, and what they may do elsewhere. */
const attackers: readonly (readonly [by: string, action: readonly string[], station: readonly string[]])[] = [
  ['community2', ['', '/task/answer'], ['']],
  [
    'street2',
    ['', '/tasks', '/task/answer', '/end', '/call-off'],
    ['', '/people', '/roster', '/copy-week', '/close'],
  ],
  ['team2', ['', '/tasks', '/task/answer', '/end', '/call-off'], ['', '/people', '/roster', '/copy-week']],
  ['water', ['', '/tasks', '/task/answer', '/end', '/call-off'], ['', '/people', '/roster', '/copy-week']],
  ['worker', [], ['']],
  ['evaluator', [], []],
  ['administrator', [], []],
  ['resident', [], []],
  ['anonymous', [], []],
]

const actionAt = ({ ids }: Scene, path: string): string =>
  `/api/joint-actions/${ids.action}${path.replace('/task/', `/tasks/${ids.actionTask}/`)}`
const stationAt = ({ ids }: Scene, path: string): string => `/api/stations/${ids.station}${path}`

const to = (
  by: string,
  path: string,
  body: object | null,
  at: (scene: Scene, path: string) => string,
  what: string,
  wants: string,
): Attack => {
  const where = (scene: Scene) => at(scene, path)
  return attack(`${by} at ${what}${path}`, wants, sentBy(by, body ? post(where, body) : get(where)))
}

/** Who looks on from its area, or has a task of it, does not lead it. */
const seen: readonly Attack[] = [
  ...['/tasks', '/task/answer', '/end', '/call-off'].map((path) =>
    to('community', path, ofAction[path]!, actionAt, '/joint-actions/:id', '403 not_permitted'),
  ),
  ...['/people', '/roster', '/copy-week', '/close'].map((path) =>
    to('community', path, ofStation[path]!, stationAt, '/stations/:id', '403 not_permitted'),
  ),
]

export const stationAttacks: readonly Attack[] = [
  ...attackers.flatMap(([by, action, station]) => {
    const wants = (may: readonly string[], path: string): string => {
      if (by === 'anonymous') return '401 sign_in_needed'
      return may.includes(path) ? '404 not_found' : '403 not_permitted'
    }
    return [
      ...Object.entries(ofAction).map(([path, body]) =>
        to(by, path, body, actionAt, '/joint-actions/:id', wants(action, path)),
      ),
      ...Object.entries(ofStation).flatMap(([path, body]) => {
        // Whoever walks the grid in which it stands may know who is on duty there.
        if (by === 'worker' && path === '') return []

        // Stations are looked for from the district down; who stands elsewhere is told no by permission.
        const isLook = path === '' && station.includes(path)
        const no = isLook ? '403 not_permitted' : wants(station, path)
        return [to(by, path, body, stationAt, '/stations/:id', no)]
      }),
    ]
  }),
  ...seen,
]
