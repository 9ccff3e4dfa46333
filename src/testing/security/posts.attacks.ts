import { act } from '../world-client.ts'
import { type Attack, attack, get, type Make, post, posting, sentBy } from './attack.ts'
import type { Scene } from './scene.ts'

const nobody = '0195f0a0-0000-7000-8000-000000000000'

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
  attack('remove a passkey that is not one’s own', '422 passkey_unknown', () =>
    posting('resident', `/api/my/passkeys/${nobody}/remove`, {}),
  ),
  attack('add a passkey at a desk left open', '401 sign_in_wrong', () =>
    posting('worker', '/api/my/passkeys/begin', {}),
  ),
  attack('add a passkey that nobody asked a device for', '401 passkey_wrong', () =>
    posting('resident', '/api/my/passkeys', { clientDataJSON: 'e30', attestationObject: 'oA' }),
  ),
  attack('sign in by a passkey out of nothing', '401 passkey_wrong', () =>
    posting('worker', '/api/auth/sign-in/passkey', {
      credentialId: 'AAAA',
      clientDataJSON: 'e30',
      authenticatorData: 'AAAA',
      signature: 'AAAA',
      userHandle: 'AAAA',
    }),
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

export const postAttacks: readonly Attack[] = [...terms, ...lending, ...others]
