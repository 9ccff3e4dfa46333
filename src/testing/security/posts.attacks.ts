import { act } from '../world-client.ts'
import { type Attack, attack, get, type Make, post, posting, sentBy } from './attack.ts'
import type { Scene } from './scene.ts'

const grid = ({ world }: Scene) => world.places.grid1.id
const nobody = '0195f0a0-0000-7000-8000-000000000000'

/** What looks after the district: each address with a body of its shape, and who at most may use it. */
const kept: readonly (readonly [name: string, make: Make, may: readonly string[]])[] = [
  ['list accounts', get('/api/accounts'), ['administrator']],
  ['take the list of accounts out', get('/api/accounts/sheet'), ['administrator']],
  [
    'open an account',
    post('/api/accounts', { accountName: 'intruder', password: 'intruder-2026', name: '甲' }),
    ['administrator'],
  ],
  [
    'give oneself a post',
    post('/api/posts', ({ world }) => ({
      accountId: world.staff.worker.accountId,
      kind: 'centre',
      areaId: world.places.district.id,
      unitId: world.units.centre,
    })),
    ['administrator'],
  ],
  [
    'end another’s post',
    post('/api/posts/end', ({ world }) => ({ postId: world.staff.centre.postId })),
    ['administrator'],
  ],
  [
    'close another’s account',
    post(({ world }) => `/api/accounts/${world.staff.centre.accountId}/close`),
    ['administrator'],
  ],
  [
    'reset another’s password',
    post(({ world }) => `/api/accounts/${world.staff.centre.accountId}/reset-password`),
    ['administrator'],
  ],
  [
    'take another’s second factor away',
    post(({ world }) => `/api/accounts/${world.staff.centre.accountId}/reset-second-factor`),
    ['administrator'],
  ],
  ['read the table of permission', get('/api/permissions'), ['administrator']],
  [
    'change the table of permission',
    post('/api/permissions', {
      changes: [{ kind: 'grid_worker', act: 'case.erase', before: [], after: ['district'] }],
    }),
    ['administrator'],
  ],
  ['read who changed permissions', get('/api/permissions/history'), ['administrator']],
  ['list service accounts', get('/api/services'), ['administrator']],
  [
    'make a key',
    (scene) => ({
      method: 'POST',
      url: '/api/services',
      payload: { name: '我', acts: ['case.see'], areaId: grid(scene), endsOn: '2026-12-01' },
    }),
    ['administrator'],
  ],
  [
    'turn another’s key',
    ({ ids }) => ({
      method: 'POST',
      url: `/api/services/${ids.service}/turn`,
      payload: { endsOn: '2026-12-01' },
    }),
    ['administrator'],
  ],
  [
    'loosen the second factor',
    () => ({ method: 'PUT', url: '/api/second-factor-kinds', payload: { kinds: [] } }),
    ['administrator'],
  ],
  [
    'enter a unit',
    post('/api/units', ({ world }) => ({
      code: 'fake',
      kind: 'centre',
      nameZh: '假中心',
      areaId: world.places.district.id,
    })),
    ['administrator'],
  ],
  [
    'move an area',
    post(
      (scene) => `/api/areas/${grid(scene)}/move`,
      ({ world }) => ({
        parentId: world.places.community2.id,
        fromDay: '2026-12-01',
      }),
    ),
    ['administrator'],
  ],
  [
    'end an area',
    post((scene) => `/api/areas/${grid(scene)}/end`, { fromDay: '2026-12-01' }),
    ['administrator'],
  ],
  [
    'retire a matter',
    post('/api/catalogue/FA02/retire', { fromDay: '2026-12-01' }),
    ['administrator', 'centre'],
  ],
  [
    'move a holiday',
    post('/api/calendar/2027', {
      source: '通知',
      days: [{ day: '2027-01-01', kind: 'holiday', name: '元旦' }],
    }),
    ['administrator', 'centre'],
  ],
  ['list imports', get('/api/imports'), ['administrator', 'centre']],
  ['take the list of imports out', get('/api/imports/sheet'), ['administrator', 'centre']],
  [
    'take out what an import returned',
    get(({ ids }) => `/api/imports/${ids.import}/returned`),
    ['administrator', 'centre'],
  ],
  [
    'take the cases of a desk out',
    get('/api/desk/export?queue=open'),
    ['centre', 'worker', 'property', 'community', 'team', 'evaluator'],
  ],
  ['read what waits for a decision', get('/api/approvals'), ['centre', 'street']],
]
const lowly = ['worker', 'property', 'community', 'team', 'evaluator', 'resident', 'anonymous'] as const

const runs: readonly Attack[] = kept.flatMap(([name, make, may]) =>
  lowly
    .filter((by) => !may.includes(by))
    .map((by) =>
      attack(
        `${name}: ${by}`,
        by === 'anonymous' ? '401 sign_in_needed' : '403 not_permitted',
        sentBy(by, make),
      ),
    ),
)

/** People whose time is over or has not come: each in turn at what their post would open. */
const late: readonly (readonly [who: string, signedIn: boolean])[] = [
  ['over', true],
  ['early', true],
  ['ended', true],
  ['no longer lent', true],
  ['closed', false],
  ['left', false],
]
const terms: readonly Attack[] = late.flatMap(([by, signedIn]) => {
  const wants = signedIn ? '403 not_permitted' : '401 sign_in_needed'
  const one = (name: string, make: Make) =>
    attack(`a post or session that does not hold: ${by} would ${name}`, wants, sentBy(by, make))
  // The last works for its own grid, not for the desk that was lent.
  const looks =
    by === 'no longer lent'
      ? []
      : [
          one('read the desk', get('/api/desk?queue=open')),
          one(
            'read a case',
            get(({ theirs }) => `/api/cases/${theirs.caseId}`),
          ),
          one('look into the register', get('/api/register/find?text=欧阳')),
          one('read alerts', get('/api/alerts')),
        ]
  return [
    ...looks,
    one(
      'publish',
      post(({ theirs }) => `/api/cases/${theirs.caseId}/publish`, { summary: '楼道灯不亮' }),
    ),
    one(
      'see a reporter',
      post(({ theirs }) => `/api/cases/${theirs.caseId}/see-reporter`, { purpose: '回访' }),
    ),
    one(
      'announce',
      post('/api/announcements', ({ world }) => ({
        areaId: world.places.community1.id,
        title: '通知',
        body: '内容',
      })),
    ),
    one(
      'answer a question',
      post(({ ids }) => `/api/questions/${ids.question}/answer`, {
        answer: '十一点开门',
        publicQuestion: null,
      }),
    ),
    one(
      'see an identity number',
      post(({ ids }) => `/api/register/people/${ids.person}/identity`, { purpose: 'check', words: '核对' }),
    ),
  ]
})

const lending: readonly Attack[] = [
  [
    '403 delegation_post_not_own',
    'lend another’s post',
    'worker2',
    ({ world }: Scene) => ({
      postId: world.staff.worker.postId,
      toAccountId: world.staff.worker2.accountId,
      endsOn: '2026-11-25',
    }),
  ] as const,
  [
    '422 delegation_person_unfit',
    'lend a desk to a firm',
    'community',
    ({ world }: Scene) => ({
      postId: world.staff.community.postId,
      toAccountId: world.staff.property.accountId,
      endsOn: '2026-11-25',
    }),
  ] as const,
  [
    '422 delegation_to_self',
    'lend a post to oneself',
    'team',
    ({ world }: Scene) => ({
      postId: world.staff.team.postId,
      toAccountId: world.staff.team.accountId,
      endsOn: '2026-11-25',
    }),
  ] as const,
  [
    '422 delegation_too_long',
    'lend a post for years',
    'team',
    ({ world }: Scene) => ({
      postId: world.staff.team.postId,
      toAccountId: world.staff.head.accountId,
      startsOn: '2026-12-01',
      endsOn: '2029-11-25',
    }),
  ] as const,
].map(([wants, name, by, body]) =>
  attack(name, wants, (scene) => posting(by, '/api/delegations', act(body(scene)))),
)

const others: readonly Attack[] = [
  attack('end another’s delegation', '422 delegation_unknown', ({ ids }) =>
    posting('worker', `/api/delegations/${ids.delegation}/end`, act()),
  ),
  attack('end another’s session', '422 session_unknown', ({ ids }) =>
    posting('worker', `/api/my/sessions/${ids.session}/end`, {}),
  ),
  attack('end a session that stands nowhere', '422 session_unknown', () =>
    posting('worker', `/api/my/sessions/${nobody}/end`, {}),
  ),
  attack('another’s delegations by account', '403 not_permitted', ({ world }) => ({
    by: 'worker',
    url: `/api/delegations?accountId=${world.staff.centre.accountId}`,
  })),
  attack(
    'another’s notices stay unread',
    '200',
    async ({ world }) => {
      await world.followersSettled()
      const rows = await world.sql<{ id: string }>('owner', 'select id from notices where account_id <> $1', [
        world.staff.worker.accountId,
      ])
      if (rows.length === 0) throw new Error('nobody else was told of anything')
      return posting('worker', '/api/notices/read', { ids: rows.slice(0, 100).map(({ id }) => id) })
    },
    async ({ world }) => {
      const read = await world.sql('owner', 'select id from notices where read_at is not null')
      if (read.length > 0) throw new Error(JSON.stringify(read))
    },
  ),
  attack('mend one’s own permission as an administrator', '422 permission_out_of_bounds', () =>
    posting(
      'administrator',
      '/api/permissions',
      act({
        changes: [{ kind: 'administrator', act: 'case.see_reporter', before: [], after: ['district'] }],
      }),
    ),
  ),
  attack('show persons to handlers by the table', '422 permission_out_of_bounds', () =>
    posting(
      'administrator',
      '/api/permissions',
      act({ changes: [{ kind: 'unit_desk', act: 'case.see_reporter', before: [], after: ['own_unit'] }] }),
    ),
  ),
  attack('set the district up again', '409 district_already_set_up', () => ({
    method: 'POST',
    url: '/api/set-up',
    payload: {
      accountName: 'second',
      password: 'second-admin-2026',
      name: '二',
      districtNameZh: '假区',
      districtCode: '990101',
    },
  })),
]

export const postAttacks: readonly Attack[] = [...runs, ...terms, ...lending, ...others]
