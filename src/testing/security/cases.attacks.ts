import { type Attack, attack, get, post, sentBy } from './attack.ts'
import type { Scene } from './scene.ts'

/** Every address of a case, with a body that whoever may would be let in with. */
const addresses: Readonly<Record<string, object | null>> = {
  '': null,
  '/duplicates': null,
  '/reports': null,
  '/suggestions': null,
  '/screen': { matter: 'FA02', summary: '楼道灯不亮' },
  '/join': { into: '0195f0a0-0000-7000-8000-000000000000' },
  '/decline': { reason: '不属于受理范围' },
  '/refer': { door: 'self_government', reason: '楼里商量' },
  '/dispatch': {},
  '/sign': {},
  '/arrive': {},
  '/note': { note: '到了' },
  '/resolve': { note: '好了' },
  '/reply': { answer: '好了' },
  '/publish': { summary: '楼道灯不亮' },
  '/check': { passed: true },
  '/close': {},
  '/request': { kind: 'return', reason: '不归我们' },
  '/resume': {},
  '/review': { reviewOn: '2027-01-04', reason: '还要等' },
  '/ladder': null,
  '/acknowledge': {},
  '/instruct': {
    unitId: '0195f0a0-0000-7000-8000-000000000000',
    words: '请今天到场',
    amount: 4,
    countedIn: 'working_hour',
  },
  '/answer-instruction': { instructionId: '0195f0a0-0000-7000-8000-000000000000', words: '已到场' },
  '/withdraw-instruction': { instructionId: '0195f0a0-0000-7000-8000-000000000000' },
  '/erase-reporter': { reason: '本人要求' },
  '/see-reporter': { purpose: '回访' },
  '/decide': { granted: true },
  '/arbitrate': { unitId: '0195f0a0-0000-7000-8000-000000000000', reason: '由他们办' },
}
const looks = ['', '/ladder', '/reports', '/acknowledge']
const desks = [
  '/duplicates',
  '/suggestions',
  '/screen',
  '/join',
  '/decline',
  '/refer',
  '/dispatch',
  '/reply',
  '/publish',
  '/see-reporter',
]
const works = ['/sign', '/arrive', '/note', '/resolve', '/request', '/answer-instruction']
/** What a unit asks for is decided above the community: by the street and the centre. */
const decides = ['/decide', '/resume', '/review', '/instruct', '/withdraw-instruction']
const centres = ['/check', '/close', '/erase-reporter', '/arbitrate']

/**
 * Who reaches for the case of community 1, and what they may do elsewhere, by the table of permission in words (DESIGN,
 * "Row-level security"; the roles of the README). What one may nowhere is not permitted; what one may, but not there,
 * is not to be found: nobody learns that it stands.
 */
const attackers: readonly (readonly [by: string, who: string, may: readonly string[]])[] = [
  ['community3', 'a desk of another street', [...looks, ...desks, ...works]],
  ['community2', 'the desk of the next community', [...looks, ...desks, ...works]],
  ['street2', 'the desk of the other street', [...looks, ...desks, ...works, ...decides]],
  ['water', 'a department without a part in it', [...looks, ...works]],
  ['team2', 'a team of the other street', [...looks, ...works]],
  ['worker2', 'the worker of the next grid', [...looks, ...works]],
  ['administrator', 'an administrator', ['/erase-reporter']],
  ['other resident', 'another resident', []],
  ['anonymous', 'somebody without an account', []],
]

const refusal = (by: string, path: string, may: readonly string[]): string => {
  if (by === 'anonymous') return '401 sign_in_needed'
  if (!may.includes(path)) return '403 not_permitted'
  return '404 not_found'
}

const addressOf = ({ theirs }: Scene, path: string): string =>
  path === '/decide' || path === '/arbitrate'
    ? `/api/cases/${theirs.caseId}/requests/${theirs.requestId}${path}`
    : `/api/cases/${theirs.caseId}${path}`

const at = (by: string, path: string): Attack['ask'] => {
  const body = addresses[path]
  const where = (scene: Scene) => addressOf(scene, path)
  return sentBy(by, body ? post(where, body) : get(where))
}

const ofOthers = attackers
  // An administrator erases at a person's request, in the whole district: that is no attack.
  .flatMap(([by, who, may]) =>
    Object.keys(addresses)
      .filter((path) => !(by === 'administrator' && path === '/erase-reporter'))
      .map((path) => attack(`${who} at /cases/:id${path}`, refusal(by, path, may), at(by, path))),
  )

/** Whoever sees the case and still may not do everything with it. */
const seenAndMore: readonly Attack[] = [
  ...[...desks, ...centres, ...decides].map(
    (path) => ['property', 'the firm that has it in hand', path] as const,
  ),
  ...[...desks, ...centres, ...decides].map((path) => ['worker', 'the worker of its grid', path] as const),
  ...[...desks, ...works, ...centres, ...decides].map((path) => ['evaluator', 'an evaluator', path] as const),
  ...[...centres, ...decides].map((path) => ['community', 'the desk of its community', path] as const),
  ...centres.map((path) => ['street', 'the desk of its street', path] as const),
].map(([by, who, path]) => attack(`${who} at /cases/:id${path}`, '403 not_permitted', at(by, path)))

export const caseAttacks: readonly Attack[] = [...ofOthers, ...seenAndMore]
