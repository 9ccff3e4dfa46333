import { type Attack, attack, get, type Make, post, sentBy } from './attack.ts'
import type { Scene } from './scene.ts'

const grid = ({ world }: Scene) => world.places.grid1.id
/** What looks after the district: each address with a body of its shape, and who at most may use it. */
const kept: readonly (readonly [name: string, make: Make, may: readonly string[]])[] = [
  ['list accounts', get('/api/accounts'), ['administrator']],
  ['take the list of accounts out', get('/api/accounts/sheet'), ['administrator']],
  [
    'open an account',
    () => ({
      method: 'POST',
      url: '/api/accounts',
      payload: { accountName: 'intruder', password: 'intruder-2026', name: '甲' },
    }),
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
  [
    'have the cases of a desk written out',
    post('/api/desk/export?queue=open'),
    ['centre', 'worker', 'property', 'community', 'team', 'evaluator'],
  ],
  [
    'have what is found written out',
    post('/api/cases/found?state=open'),
    ['centre', 'worker', 'property', 'community', 'team', 'evaluator'],
  ],
  ['read what waits for a decision', get('/api/approvals'), ['centre', 'street']],
  ['read what is listed for the long term', get('/api/listings'), ['centre', 'street']],
  ['read whom the centre named', get('/api/precedents'), ['centre', 'street', 'community']],
]
const lowly = ['worker', 'property', 'community', 'team', 'evaluator', 'resident', 'anonymous'] as const

export const districtAttacks: readonly Attack[] = kept.flatMap(([name, make, may]) =>
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
