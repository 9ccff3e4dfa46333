import { randomUUID } from 'node:crypto'
import { act } from '../world-client.ts'
import { type Attack, attack, get as getAt, post as postAt, posting, sentBy, type Where } from './attack.ts'
import type { Scene } from './scene.ts'

const get = (by: string, where: Where) => sentBy(by, getAt(where))
const post = (by: string, where: Where, body?: Parameters<typeof postAt>[1]) =>
  sentBy(by, postAt(where, body))
const row = (wants: string, name: string, ask: Attack['ask']) => attack(name, wants, ask)

const photo = ({ theirs }: Scene) => `/api/photos/${theirs.photoId}`
const freePhoto = ({ ids }: Scene) => `/api/photos/${ids.freePhoto}`

const photos: readonly Attack[] = [
  ...['anonymous', 'other resident', 'community3', 'team2', 'worker2', 'water'].map((by) =>
    row('404 not_found', `a photograph of another’s case: ${by}`, get(by, photo)),
  ),
  row('403 not_permitted', 'a photograph of another’s case: administrator', get('administrator', photo)),
  ...['anonymous', 'resident', 'community3', 'centre'].map((by) =>
    row('404 not_found', `a photograph that another has not sent yet: ${by}`, get(by, freePhoto)),
  ),
  row(
    '404 not_found',
    'another’s unsent photograph in an own report',
    post('other resident', '/api/reports', ({ ids }) => ({ words: '灯不亮', photos: [ids.freePhoto] })),
  ),
  row('400 input_invalid', 'a photograph by a path', get('resident', '/api/photos/..%2F..%2Fetc%2Fpasswd')),
]

const ofReporters: readonly Attack[] = ['add', 'withdraw', 'rate'].flatMap((name) => {
  const body = { add: { words: '还没好' }, withdraw: {}, rate: { solved: true, rating: 5 } }[name]!
  const mine = ({ residents }: Scene) => `/api/my/cases/${residents.caseId}/${name}`
  return [
    row('404 not_found', `${name} on another resident’s case`, post('other resident', mine, body)),
    row('404 not_found', `${name} on a resident’s case without an account`, post('anonymous', mine, body)),
    row('404 not_found', `${name} by a desk as if it had reported`, post('community', mine, body)),
    row('404 not_found', `${name} without a receipt`, post('anonymous', `/api/follow/${name}`, body)),
    row('401 client_secret_needed', `${name} by nobody at all`, () => ({
      method: 'POST',
      url: `/api/follow/${name}`,
      payload: act(body),
    })),
  ]
})

const own = ({ residents }: Scene) => `/api/my/cases/${residents.caseId}`
const followed: readonly Attack[] = [
  row('404 not_found', 'another resident’s case by id', get('other resident', own)),
  row('404 not_found', 'a resident’s case by id without an account', get('anonymous', own)),
  row('404 not_found', 'a resident’s case as its desk, by the reporter’s address', get('community', own)),
  row('404 not_found', 'a resident’s case as the centre, by the reporter’s address', get('centre', own)),
  ...(
    [
      ['a guess', 'AAAA-AAAA-AAAA'],
      ['a wildcard', '%%%%-____-****'],
      ['SQL', "' or 1=1 --"],
      ['the empty code', ''],
      ['a code as long as a header', 'A'.repeat(4000)],
      ['a code in hexadecimal', 'ff'.repeat(32)],
      ['two codes', 'AAAA-AAAA-AAAA, BBBB-BBBB-BBBB'],
    ] as const
  ).flatMap(([name, code]) =>
    ['/api/follow', '/api/questions/asked'].map((url) =>
      row('404 not_found', `${url} by ${name}`, () => ({ url, headers: { 'x-linli-receipt': code } })),
    ),
  ),
  row('404 not_found', 'a case by a question’s receipt', ({ questionReceipt }) => ({
    url: '/api/follow',
    headers: { 'x-linli-receipt': questionReceipt },
  })),
  row('404 not_found', 'a question by a case’s receipt', ({ theirs }) => ({
    url: '/api/questions/asked',
    headers: { 'x-linli-receipt': theirs.receiptCode },
  })),
  row('404 not_found', 'one’s receipt with another’s case', ({ theirs, residents }) => ({
    by: 'anonymous',
    url: `/api/my/cases/${residents.caseId}`,
    headers: { 'x-linli-receipt': theirs.receiptCode },
  })),
  row('401 sign_in_needed', 'the desk’s page of a case by its receipt', ({ theirs }) => ({
    by: 'anonymous',
    url: `/api/cases/${theirs.caseId}`,
    headers: { 'x-linli-receipt': theirs.receiptCode },
  })),
]

const spoken: readonly Attack[] = [
  ...(
    [
      ['answer', { answer: '十一点', publicQuestion: null }],
      ['decline', { because: 'not_ours', words: '不归社区' }],
      ['withdraw', { reason: '过时' }],
    ] as const
  ).flatMap(([name, body]) => {
    const url = ({ ids }: Scene) => `/api/questions/${ids.question}/${name}`
    return [
      row('404 not_found', `${name} a question of another community`, post('community3', url, body)),
      row('403 not_permitted', `${name} a question as a grid worker`, post('worker', url, body)),
      row('403 not_permitted', `${name} a question as a resident`, post('resident', url, body)),
      row('401 sign_in_needed', `${name} a question without an account`, post('anonymous', url, body)),
    ]
  }),
  row(
    '404 not_found',
    'take back another’s question',
    post('other resident', ({ ids }) => `/api/questions/${ids.question}/take-back`),
  ),
  // Everybody reads it, so that it stands is no secret.
  ...['community2', 'street2'].map((by) =>
    row(
      '403 not_permitted',
      `withdraw an announcement of elsewhere: ${by}`,
      post(by, ({ ids }) => `/api/announcements/${ids.announcement}/withdraw`, { reason: '不要' }),
    ),
  ),
  ...['worker', 'property', 'resident', 'administrator'].map((by) =>
    row(
      '403 not_permitted',
      `withdraw an announcement without such a post: ${by}`,
      post(by, ({ ids }) => `/api/announcements/${ids.announcement}/withdraw`, { reason: '不要' }),
    ),
  ),
  row(
    '403 not_permitted',
    'announce in another community',
    post('community3', '/api/announcements', ({ world }) => ({
      areaId: world.places.community1.id,
      title: '假通知',
      body: '内容',
    })),
  ),
  ...['community3', 'worker2'].map((by) =>
    row(
      '404 not_found',
      `take an alert of elsewhere: ${by}`,
      post(by, ({ ids }) => `/api/alerts/${ids.alert}/take`),
    ),
  ),
  ...['property', 'administrator', 'resident'].map((by) =>
    row(
      '403 not_permitted',
      `take an alert without such a post: ${by}`,
      post(by, ({ ids }) => `/api/alerts/${ids.alert}/take`),
    ),
  ),
  row(
    '401 sign_in_needed',
    'take an alert without an account',
    post('anonymous', ({ ids }) => `/api/alerts/${ids.alert}/take`),
  ),
]

const reused = randomUUID()
const requests: readonly Attack[] = [
  attack('a request id for a report', '201', ({ world }) =>
    posting('other resident', '/api/reports', {
      requestId: reused,
      words: '路灯不亮',
      areaId: world.places.grid1.id,
    }),
  ),
  attack('the same request id with another body', '409 request_id_reused', ({ world }) =>
    posting('other resident', '/api/reports', {
      requestId: reused,
      words: '另一件事',
      areaId: world.places.grid1.id,
    }),
  ),
  attack(
    'the same request id and body by another person gives a case of their own',
    '201',
    ({ world }) =>
      posting('resident', '/api/reports', {
        requestId: reused,
        words: '路灯不亮',
        areaId: world.places.grid1.id,
      }),
    async ({ world }, reply) => {
      const rows = await world.sql('owner', 'select receipt from requests where request_id = $1', [reused])
      if (new Set(rows.map((found) => JSON.stringify(found))).size !== 2) throw new Error(reply.body)
    },
  ),
  ...['', 'x', '0', "'; drop table cases; --", null, 7, {}, []].map((requestId) =>
    attack(`a request id that is none: ${JSON.stringify(requestId)}`, '400 input_invalid', () =>
      posting('resident', '/api/reports', { requestId, words: '路灯不亮' }),
    ),
  ),
]

export const idAttacks: readonly Attack[] = [...photos, ...ofReporters, ...followed, ...spoken, ...requests]
