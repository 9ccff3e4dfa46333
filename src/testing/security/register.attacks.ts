import { type Attack, attack, type Make, post } from './attack.ts'

/** The register of homes and people, from where it stands and from elsewhere. */
const ofRegister: readonly (readonly [name: string, make: Make])[] = [
  ['open a home', ({ ids }) => ({ url: `/api/register/homes/${ids.home}` })],
  ['open a person', ({ ids }) => ({ url: `/api/register/people/${ids.person}` })],
  [
    'see an identity number',
    (scene) =>
      post(`/api/register/people/${scene.ids.person}/identity`, { purpose: 'check', words: '核对' })(scene),
  ],
  [
    'correct a person',
    (scene) => post(`/api/register/people/${scene.ids.person}`, { seq: 1, name: '改' })(scene),
  ],
  [
    'change a home',
    (scene) => post(`/api/register/homes/${scene.ids.home}`, { seq: 1, label: '9-9' })(scene),
  ],
  ['confirm a home', (scene) => post(`/api/register/homes/${scene.ids.home}/confirm`)(scene)],
  ['empty a home', (scene) => post(`/api/register/homes/${scene.ids.home}/empty`)(scene)],
  [
    'enter somebody in a home',
    (scene) => post(`/api/register/homes/${scene.ids.home}/people`, { name: '假', role: 'owner' })(scene),
  ],
  ['end an occupancy', (scene) => post(`/api/register/occupancies/${scene.ids.occupancy}/end`)(scene)],
  [
    'consent for somebody',
    (scene) =>
      post(`/api/register/people/${scene.ids.person}/consents`, {
        purpose: 'care',
        givenBy: 'self',
        how: 'spoken',
      })(scene),
  ],
  ['withdraw a consent', (scene) => post(`/api/register/consents/${scene.ids.consent}/withdraw`)(scene)],
  ['end a care flag', (scene) => post(`/api/register/care/${scene.ids.care}/end`)(scene)],
  [
    'prolong a care flag',
    (scene) => post(`/api/register/care/${scene.ids.care}/review`, { endsOn: '2027-02-01' })(scene),
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
    attack(`${name} of the register: ${by}`, registerRefusal(by, name), (scene) => ({ ...make(scene), by })),
  ),
)
