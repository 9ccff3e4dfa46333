import { type Attack, attack, get, post, sentBy } from './attack.ts'
import type { Scene } from './scene.ts'

/** Every address of a whistle, with a body that whoever may would be let in with. */
const addresses: Readonly<Record<string, object | null>> = {
  '': null,
  '/review': { warranted: true },
  '/end': { result: '好了' },
  '/acknowledge': {},
  '/units': { unitIds: ['01999999-0000-7000-8000-000000000999'] },
  '/call/sign': {},
  '/call/contact': {},
  '/call/arrive': {},
  '/call/act': {},
  '/call/refuse': { words: '不去' },
  '/call/confirm': {},
  '/call/press': { words: '快点' },
  '/call/release': {},
  '/call/rate': { result: 5, attitude: 5 },
}
const works = ['/call/sign', '/call/contact', '/call/arrive', '/call/act', '/call/refuse']
const streets = ['/review', '/end', '/units', '/call/confirm', '/call/press', '/call/release', '/call/rate']

/** Who reaches for a whistle of street 1 that calls its team, and what they may do elsewhere. */
const attackers: readonly (readonly [by: string, who: string, may: readonly string[]])[] = [
  ['community2', 'the desk of the next community', ['']],
  ['street2', 'the desk of the other street', ['', ...streets]],
  ['team2', 'a team of the other street', ['', ...works]],
  ['water', 'a department that was not called', ['', ...works]],
  ['worker', 'the worker of its grid', []],
  ['evaluator', 'an evaluator', []],
  ['administrator', 'an administrator', []],
  ['resident', 'a resident', []],
  ['anonymous', 'somebody without an account', []],
]

const addressOf = ({ ids }: Scene, path: string): string =>
  `/api/whistles/${ids.whistle}${path.replace('/call', `/calls/${ids.whistleCall}`)}`

const refusal = (by: string, path: string, may: readonly string[]): string => {
  if (by === 'anonymous') return '401 sign_in_needed'
  // Whoever looks at whistles may say of what they were told that they have seen it.
  const asked = path === '/acknowledge' ? '' : path
  return may.includes(asked) ? '404 not_found' : '403 not_permitted'
}

const at = (by: string, path: string): Attack['ask'] => {
  const body = addresses[path]
  const where = (scene: Scene) => addressOf(scene, path)
  return sentBy(by, body ? post(where, body) : get(where))
}
const to = (by: string, who: string, path: string, wants: string): Attack =>
  attack(`${who} at /whistles/:id${path}`, wants, at(by, path))

/** Whoever sees it, and still may not do everything with it. */
const seenAndMore = [
  ...streets.map((path) => to('team', 'the team that is called', path, '403 not_permitted')),
  ...[...streets, ...works].map((path) => to('community', 'its community', path, '403 not_permitted')),
  ...works.map((path) => to('street', 'the street itself', path, '403 not_permitted')),
  // The department above the team looks on; the team answers for itself.
  ...works.map((path) => to('department', 'the department above the team', path, '403 not_permitted')),
]

/** Advice on appointments is the street's and the centre's. */
const advice = ['community', 'team', 'evaluator', 'administrator', 'worker'].map((by) =>
  attack(`${by} at advice on appointments`, '403 not_permitted', sentBy(by, get('/api/whistle-advice'))),
)

export const whistleAttacks: readonly Attack[] = [
  ...attackers.flatMap(([by, who, may]) =>
    Object.keys(addresses).map((path) => to(by, who, path, refusal(by, path, may))),
  ),
  ...seenAndMore,
  ...advice,
]
