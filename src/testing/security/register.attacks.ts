import { type Attack, attack, get, type Make, post, sentBy } from './attack.ts'

/** The register of homes and people, from where it stands and from elsewhere. */
const ofRegister: readonly (readonly [name: string, make: Make])[] = [
  ['open a home', get(({ ids }) => `/api/register/homes/${ids.home}`)],
  ['open a person', get(({ ids }) => `/api/register/people/${ids.person}`)],
  [
    'see an identity number',
    post(({ ids }) => `/api/register/people/${ids.person}/identity`, { purpose: 'check', words: '核对' }),
  ],
  ['correct a person', post(({ ids }) => `/api/register/people/${ids.person}`, { seq: 1, name: '改' })],
  ['change a home', post(({ ids }) => `/api/register/homes/${ids.home}`, { seq: 1, label: '9-9' })],
  ['confirm a home', post(({ ids }) => `/api/register/homes/${ids.home}/confirm`)],
  ['empty a home', post(({ ids }) => `/api/register/homes/${ids.home}/empty`)],
  [
    'enter somebody in a home',
    post(({ ids }) => `/api/register/homes/${ids.home}/people`, { name: '假', role: 'owner' }),
  ],
  ['end an occupancy', post(({ ids }) => `/api/register/occupancies/${ids.occupancy}/end`)],
  [
    'consent for somebody',
    post(({ ids }) => `/api/register/people/${ids.person}/consents`, {
      purpose: 'care',
      givenBy: 'self',
      how: 'spoken',
    }),
  ],
  ['withdraw a consent', post(({ ids }) => `/api/register/consents/${ids.consent}/withdraw`)],
  ['end a care flag', post(({ ids }) => `/api/register/care/${ids.care}/end`)],
  [
    'prolong a care flag',
    post(({ ids }) => `/api/register/care/${ids.care}/review`, { endsOn: '2027-02-01' }),
  ],
]
const registerRefusal = (by: string, name: string): string => {
  if (by === 'anonymous') return '401 sign_in_needed'
  if (by === 'worker2' && name === 'see an identity number') return '403 not_permitted'
  return ['community3', 'worker2'].includes(by) ? '404 not_found' : '403 not_permitted'
}
export const registerAttacks: readonly Attack[] = [
  'community3',
  'worker2',
  'property',
  'centre',
  'administrator',
  'evaluator',
  'resident',
  'anonymous',
].flatMap((by) =>
  ofRegister.map(([name, make]) =>
    attack(`${name} of the register: ${by}`, registerRefusal(by, name), sentBy(by, make)),
  ),
)
