import { type Attack, attack, get, type Make, post, sentBy } from './attack.ts'
import type { Scene } from './scene.ts'

const bare =
  (url: (scene: Scene) => string, payload: object = {}): Make =>
  (scene) => ({ method: 'POST', url: url(scene), payload })
const file = ({ ids }: Scene): string => `/api/register/imports/${ids.registerImport}`

/** A file of the register that community 1 has read, from elsewhere and from below. */
const ofFile: readonly (readonly [name: string, make: Make])[] = [
  ['open a file of the register', get(file)],
  ['read the rows of a file', get((scene) => `${file(scene)}/rows`)],
  ['take out what a file returned', get((scene) => `${file(scene)}/returned`)],
  ['decide whom a row means', post((scene) => `${file(scene)}/rows/1/decide`, { personId: null })],
  ['take a file into the register', bare((scene) => `${file(scene)}/take`, { change: 'person_added' })],
  ['undo a file', bare((scene) => `${file(scene)}/undo`)],
  ['drop a file', bare((scene) => `${file(scene)}/drop`)],
]
const late = ['over', 'early', 'ended', 'no longer lent'] as const
const signedOut = ['closed', 'left', 'anonymous'] as const
const withoutImport = [
  'worker',
  'worker2',
  'property',
  'team',
  'centre',
  'administrator',
  'evaluator',
  'resident',
  ...late,
] as const

const stands = async ({ world, ids }: Scene): Promise<void> => {
  const [found] = await world.sql<{ state: string; rows: number }>(
    'owner',
    `select state, (select count(*)::int from register_import_rows where import_id = i.id and cells is not null) as rows
     from register_imports i where id = $1`,
    [ids.registerImport],
  )
  if (found?.state !== 'read' || found.rows === 0) throw new Error(JSON.stringify(found))
}
const files: readonly Attack[] = ofFile.flatMap(([name, make]) => [
  ...withoutImport.map((by) => attack(`${name}: ${by}`, '403 not_permitted', sentBy(by, make), stands)),
  ...signedOut.map((by) => attack(`${name}: ${by}`, '401 sign_in_needed', sentBy(by, make), stands)),
  // Of another community and of another street: there is no such file.
  ...['community2', 'community3', 'street2'].map((by) =>
    attack(`${name}: ${by}`, '404 not_found', sentBy(by, make), stands),
  ),
])

const holdsNothing =
  (field: string): NonNullable<Attack['holds']> =>
  async (_, reply) => {
    const list = reply.json<Record<string, unknown[]>>()[field]
    if (list?.length !== 0) throw new Error(reply.body)
  }
const lists: readonly Attack[] = (
  [
    ['/api/register/imports', 'imports', withoutImport],
    ['/api/rights', 'rows', withoutImport.filter((by) => by !== 'centre')],
  ] as const
).flatMap(([url, field, refused]) => [
  ...refused.map((by) => attack(`list ${url}: ${by}`, '403 not_permitted', sentBy(by, get(url)))),
  ...signedOut.map((by) => attack(`list ${url}: ${by}`, '401 sign_in_needed', sentBy(by, get(url)))),
  ...['community2', 'community3', 'street2'].map((by) =>
    attack(`list ${url} without what is another’s: ${by}`, '200', sentBy(by, get(url)), holdsNothing(field)),
  ),
])

const counts: readonly Attack[] = [
  ...withoutImport
    .filter((by) => by !== 'centre')
    .map((by) =>
      attack(`count requests that wait: ${by}`, '403 not_permitted', sentBy(by, get('/api/rights/count'))),
    ),
  ...['community2', 'community3', 'street2'].map((by) =>
    attack(
      `count no request that is another’s: ${by}`,
      '200',
      sentBy(by, get('/api/rights/count')),
      async (_, reply) => {
        if (reply.json<{ waiting: number }>().waiting !== 0) throw new Error(reply.body)
      },
    ),
  ),
]

const waits = async ({ world, ids }: Scene): Promise<void> => {
  const [found] = await world.sql<{ stage: string }>(
    'owner',
    'select stage from rights_requests where id = $1',
    [ids.right],
  )
  if (found?.stage !== 'asked') throw new Error(JSON.stringify(found))
}
const answers: readonly (readonly [name: string, body: object])[] = [
  ['grant what another asked', { stage: 'granted' }],
  ['refuse what another asked', { stage: 'refused', ground: 'unclear', answer: '不清楚' }],
]
const answering: readonly Attack[] = answers.flatMap(([name, body]) => {
  const make = post(({ ids }) => `/api/rights/${ids.right}/answer`, body)
  return [
    ...withoutImport.map((by) => attack(`${name}: ${by}`, '403 not_permitted', sentBy(by, make), waits)),
    ...signedOut.map((by) => attack(`${name}: ${by}`, '401 sign_in_needed', sentBy(by, make), waits)),
    ...['community2', 'community3', 'street2'].map((by) =>
      attack(`${name}: ${by}`, '404 not_found', sentBy(by, make), waits),
    ),
  ]
})

/** What a person asks about themselves: staff, programs and people without an account have no entry of their own here. */
const own: readonly (readonly [name: string, make: Make])[] = [
  ['read an own record', get('/api/my/record')],
  ['take an own copy', get('/api/my/copy')],
  ['take an own workbook', get('/api/my/copy/workbook')],
  ['find an own entry', bare(() => '/api/my/record/find', { identityEnd: '1234' })],
  ['ask about oneself', post('/api/my/rights', { kind: 'erase' })],
  ['take back what one asked oneself', post(({ ids }) => `/api/my/rights/${ids.right}/take-back`)],
  ['withdraw a consent of one’s own', post(({ ids }) => `/api/my/consents/${ids.consent}/withdraw`)],
]
const owns: readonly Attack[] = [
  ...own.flatMap(([name, make]) =>
    ['community', 'administrator', 'program', 'anonymous', 'left'].map((by) =>
      attack(`${name}: ${by}`, '401 sign_in_needed', sentBy(by, make)),
    ),
  ),
  attack(
    'withdraw the consent of whoever lives in the same home',
    '404 not_found',
    sentBy(
      'other resident',
      post(({ ids }) => `/api/my/consents/${ids.consent}/withdraw`),
    ),
  ),
  attack(
    'take back what another asked',
    '404 not_found',
    sentBy(
      'other resident',
      post(({ ids }) => `/api/my/rights/${ids.right}/take-back`),
    ),
    waits,
  ),
  attack(
    'take back what another asked, in their name',
    '400 input_invalid',
    sentBy(
      'other resident',
      post(
        ({ ids }) => `/api/my/rights/${ids.right}/take-back`,
        ({ ids }) => ({ personId: ids.person }),
      ),
    ),
    waits,
  ),
  attack(
    'ask for a correction without an entry',
    '409 own_entry_needed',
    sentBy('resident', post('/api/my/rights', { kind: 'correct', words: '改名字' })),
  ),
  attack(
    'ask about another by their id',
    '400 input_invalid',
    sentBy(
      'other resident',
      post('/api/my/rights', ({ ids }) => ({ kind: 'erase', personId: ids.person })),
    ),
  ),
  ...['worker', 'community', 'resident'].map((by) =>
    attack(`read how long data is kept: ${by}`, '403 not_permitted', sentBy(by, get('/api/retention'))),
  ),
]

export const rightsAttacks: readonly Attack[] = [...lists, ...counts, ...answering, ...owns]
export const registerFileAttacks: readonly Attack[] = files
