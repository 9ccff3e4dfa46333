import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { signSessionCookie } from '../../people/sign-in/session-cookie.rule.ts'
import { act } from '../world-client.ts'
import { type Attack, attack, posting, type Reply, type Where } from './attack.ts'
import type { Scene } from './scene.ts'

/** What nobody reads out of a wrong answer: where it broke, and in which words of the database. */
const saysNothing = async (_: Scene, { body }: Reply): Promise<void> => {
  for (const word of ['stack', 'node_modules', 'select ', 'syntax error', 'pg_'])
    if (body.includes(word)) throw new Error(`${word} in ${body}`)
}

const raw = (name: string, wants: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
  attack(
    name,
    wants,
    () => ({
      by: 'other resident',
      method: 'POST',
      url: '/api/reports',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    }),
    saysNothing,
  )
const id = () => randomUUID()
const json = (more: string): string => `{"requestId":"${id()}","words":"路灯不亮"${more}}`
const deep = (depth: number): string => json(`,"contact":${'['.repeat(depth)}${']'.repeat(depth)}`)

const bodies: readonly Attack[] = [
  raw('no JSON', '400 input_invalid', '{"words":'),
  raw('nothing', '400 input_invalid', ''),
  raw('null', '400 input_invalid', 'null'),
  raw('a list', '400 input_invalid', '[]'),
  raw('a number', '400 input_invalid', '7'),
  raw('more than a megabyte', '413 file_too_large', JSON.stringify({ words: 'a'.repeat(1_100_000) })),
  raw('just below a megabyte in one text', '400 input_invalid', json(`,"address":"${'a'.repeat(990_000)}"`)),
  raw('nested a hundred thousand deep', '400 input_invalid', deep(100_000)),
  raw('__proto__', '400 input_invalid', json(',"__proto__":{"actor":"system"}')),
  raw('constructor.prototype', '400 input_invalid', json(',"constructor":{"prototype":{"actor":"system"}}')),
  raw('__proto__ further in', '400 input_invalid', json(',"contact":{"__proto__":{"name":"x"}}')),
  raw('half a surrogate pair', '400 input_invalid', json(',"address":"\\ud800"')),
  raw('NUL', '400 input_invalid', json(',"address":"a\\u0000b"')),
  raw('NUL in the name of a field', '400 input_invalid', json(',"a\\u0000b":1')),
  raw('a number beyond all', '400 input_invalid', json(',"point":{"lon":1e400,"lat":30}')),
  raw('a point off the globe', '400 input_invalid', json(',"point":{"lon":999,"lat":30}')),
  raw('a text where a list stands', '400 input_invalid', json(',"photos":"all"')),
  raw(
    'ten photographs',
    '400 input_invalid',
    json(`,"photos":[${Array.from({ length: 10 }, () => `"${id()}"`).join()}]`),
  ),
  raw('an object where a text stands', '400 input_invalid', json(',"address":{"$ne":null}')),
  raw('text as plain text, as a form of another site can send it', '400 input_invalid', json(''), {
    'content-type': 'text/plain',
  }),
  raw('a form', '400 input_invalid', 'words=a', { 'content-type': 'application/x-www-form-urlencoded' }),
  raw('XML', '400 input_invalid', '<a/>', { 'content-type': 'application/xml' }),
  raw('packed by gzip', '400 input_invalid', gzipSync(json('')), { 'content-encoding': 'gzip' }),
  raw('a bomb packed by gzip', '400 input_invalid', gzipSync(Buffer.alloc(9_000_000)), {
    'content-encoding': 'gzip',
  }),
  raw('bytes that are no UTF-8', '400 input_invalid', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
  raw('in another encoding', '400 input_invalid', Buffer.from(json(''), 'utf16le'), {
    'content-type': 'application/json; charset=utf-16',
  }),
  raw('a length that lies', '400 input_invalid', json(''), { 'content-length': '3' }),
]

/** Fields that the program decides: whoever sends one along gets nothing done at all. */
const assigned = [
  'stage',
  'accountId',
  'reach',
  'confidential',
  'number',
  'chain',
  'actor',
  'public',
  'source',
  'units',
  'responseDueAt',
  'id',
  'contact.verified',
  'point.metres',
] as const
const massAssignment: readonly Attack[] = [
  ...assigned.map((name) =>
    attack(
      `a report that says its own ${name}`,
      '400 input_invalid',
      ({ world }) => {
        const [field, inner] = name.split('.')
        const point = { lon: 120.005, lat: 30.005 }
        const nested = { ...(field === 'point' ? point : {}), ...(inner ? { [inner]: 'closed' } : {}) }
        const body = { words: `路灯不亮 ${name}`, areaId: world.places.grid1.id }
        return posting(
          'other resident',
          '/api/reports',
          act({ ...body, [field!]: inner ? nested : 'closed' }),
        )
      },
      async ({ world }) => {
        const rows = await world.sql('owner', 'select 1 from sealed_texts where body = $1', [
          `路灯不亮 ${name}`,
        ])
        if (rows.length > 0) throw new Error('it was entered')
      },
    ),
  ),
  ...(
    [
      ['sign in', '/api/auth/sign-in/username', { username: 'centre', password: 'x', kind: 'system' }],
      ['send a code', '/api/auth/phone-number/send-otp', { phoneNumber: '13900000009', code: '000000' }],
      [
        'use a code',
        '/api/auth/phone-number/verify',
        { phoneNumber: '13900000009', code: '000000', accountId: id() },
      ],
      [
        'change a password',
        '/api/auth/change-password',
        { currentPassword: 'x', newPassword: 'yyyyyyyyyy', accountId: id() },
      ],
      ['read notices', '/api/notices/read', { ids: [id()], accountId: id() }],
    ] as const
  ).map(([name, url, payload]) =>
    attack(`an unknown field beside: ${name}`, '400 input_invalid', () => ({
      by: 'resident',
      method: 'POST',
      url,
      payload,
    })),
  ),
]

const token = 'A'.repeat(32)
const cookieOf = (value: string) => `linli.session_token=${encodeURIComponent(value)}`
/** What a cookie may be, that nobody was given. */
const cookies: readonly (readonly [name: string, cookie: string])[] = [
  ['empty', cookieOf('')],
  ['a token without a signature', cookieOf(token)],
  ['a token with an empty signature', cookieOf(`${token}.`)],
  ['a token signed with another secret', cookieOf(signSessionCookie(token, 'secret'))],
  ['a token signed with no secret', cookieOf(signSessionCookie(token, ''))],
  ['SQL', cookieOf("' or '1'='1.AAAA")],
  ['a signature of the right length', cookieOf(`${token}.${Buffer.alloc(32).toString('base64')}`)],
  ['very long', cookieOf('A'.repeat(5000))],
  ['half an escape', 'linli.session_token=%'],
  ['NUL', cookieOf('a\0b.c')],
  ['a JSON web token without a signature', cookieOf('eyJhbGciOiJub25lIn0.eyJzdWIiOiJjZW50cmUifQ.')],
  ['an account’s id', cookieOf('00000000-0000-7000-8000-000000000000')],
]
const forged: readonly Attack[] = [
  ...cookies.map(([name, cookie]) =>
    attack(
      `a cookie that is forged: ${name}`,
      '401 sign_in_needed',
      () => ({ url: '/api/desk?queue=open', headers: { cookie } }),
      saysNothing,
    ),
  ),
  attack('a token of the database without its signature', '401 sign_in_needed', async ({ world }) => {
    const [row] = await world.sql<{ token: string }>('owner', 'select token from auth_session limit 1')
    return { url: '/api/desk?queue=open', headers: { cookie: cookieOf(row!.token) } }
  }),
  ...[
    'Bearer',
    'Bearer x',
    `Bearer linli_sk_${'A'.repeat(43)}`,
    'Bearer linli_sk_',
    'Basic Y2VudHJlOmNlbnRyZQ==',
    "Bearer ' or 1=1",
  ].map((authorization) =>
    attack(`a key that is none: ${authorization}`, '401 sign_in_needed', () => ({
      url: '/api/desk?queue=open',
      headers: { authorization },
    })),
  ),
  attack('a key that is none beside a cookie that is one', '401 sign_in_needed', () => ({
    by: 'centre',
    url: '/api/desk?queue=open',
    headers: { authorization: `Bearer linli_sk_${'A'.repeat(43)}` },
  })),
  ...['00', 'g'.repeat(64), '*', "' or 1=1 --", 'a'.repeat(5000)].map((secret) =>
    attack(
      `a browser’s secret that is none: ${secret.slice(0, 20)}`,
      '401 client_secret_needed',
      ({ world }) => ({
        method: 'POST',
        url: '/api/reports',
        headers: { 'x-linli-client': secret },
        payload: { requestId: id(), words: '路灯不亮', areaId: world.places.grid1.id },
      }),
    ),
  ),
]

/** Headers by which a request would be more than it is. */
const tricks: Readonly<Record<string, string>> = {
  'x-forwarded-user': 'centre',
  'x-remote-user': 'administrator',
  'x-real-ip': '127.0.0.1',
  'x-original-url': '/api/board',
  'x-rewrite-url': '/api/board',
  'x-http-method-override': 'GET',
  'x-linli-actor': 'system',
  'x-district': 'other',
  host: 'other.example',
  'x-forwarded-host': 'other.example',
  forwarded: 'for=127.0.0.1;host=other.example',
  origin: 'https://evil.example',
}
const headers: readonly Attack[] = [
  ...Object.entries(tricks).map(([name, value]) =>
    attack(`the header ${name} lets nobody in`, '401 sign_in_needed', () => ({
      url: '/api/accounts',
      headers: { [name]: value },
    })),
  ),
  ...['host', 'x-forwarded-host'].flatMap((name) =>
    ['/api/me', '/api/district', '/plain', '/api/board'].map((url) =>
      attack(
        `${name} does not come back in ${url}`,
        '200',
        () => ({ url, headers: { [name]: 'evil.example' } }),
        async (_, { body, headers: sent }) => {
          if (`${body}${JSON.stringify(sent)}`.includes('evil.example')) throw new Error(body)
        },
      ),
    ),
  ),
  ...['cross-site', 'same-site'].map((site) =>
    attack(`a form of another place: ${site}`, '403 not_permitted', () => ({
      by: 'resident',
      method: 'POST',
      url: '/api/reports',
      headers: { 'sec-fetch-site': site },
      payload: { requestId: id(), words: '路灯不亮' },
    })),
  ),
  attack('a form of another site that signs in', '403 not_permitted', () => ({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    headers: { 'sec-fetch-site': 'cross-site' },
    payload: { username: 'centre', password: 'x' },
  })),
  ...(['PUT', 'PATCH', 'DELETE'] as const).map((method) =>
    attack(`${method} where nothing answers it`, '404 not_found', () => ({
      by: 'centre',
      method,
      url: '/api/accounts',
    })),
  ),
]

/** What belongs to somebody is kept by no cache. */
const kept: readonly (readonly [where: Where, by: string])[] = [
  [({ theirs }) => `/api/photos/${theirs.photoId}`, 'community'],
  [({ ids }) => `/api/register/people/${ids.person}`, 'community'],
  [({ ids }) => `/api/register/imports/${ids.registerImport}`, 'community'],
  [({ ids }) => `/api/register/imports/${ids.registerImport}/rows`, 'community'],
  [({ ids }) => `/api/register/imports/${ids.registerImport}/returned`, 'community'],
  ['/api/rights', 'community'],
  ['/api/register/imports', 'community'],
  ['/api/my/record', 'resident'],
  ['/api/my/copy', 'resident'],
  ['/api/my/copy/workbook', 'resident'],
  ['/api/me', 'centre'],
  ['/api/desk?queue=open', 'centre'],
  ['/api/my/cases', 'resident'],
  ['/api/register/find?text=欧阳', 'community'],
  ['/api/notices', 'centre'],
  ['/api/accounts', 'administrator'],
  ['/api/my/security', 'centre'],
  ['/api/approvals', 'centre'],
  ['/api/listings', 'centre'],
  ['/api/precedents', 'centre'],
]
const caches: readonly Attack[] = kept.map(([where, by]) =>
  attack(
    `no cache keeps ${typeof where === 'string' ? where : String(where).slice(0, 90)}`,
    '200',
    (scene) => ({ by, url: encodeURI(typeof where === 'string' ? where : where(scene)) }),
    async (_, reply) => {
      const kept = String(reply.headers['cache-control'])
      const policy = String(reply.headers['content-security-policy'])
      if (!kept.includes('no-store')) throw new Error(`cache-control: ${kept}`)
      if (!policy.includes("script-src 'self'") || policy.includes("script-src 'self' 'unsafe"))
        throw new Error(policy)
    },
  ),
)

export const bodyAttacks = [...bodies, ...massAssignment]
export const headerAttacks = [...forged, ...headers, ...caches]
