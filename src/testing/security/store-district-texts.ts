import type { Matter } from '../../matters/contract.ts'
import { freshIdentity } from '../register-acts.ts'
import { act, type Person } from '../world-client.ts'
import type { TextWalk } from './store-texts.ts'

/** What the stored texts are read back by. */
export interface StoredDistrict {
  readonly home: string
  readonly person: string
  readonly unit: string
  /** Of the resident whose entry it is. */
  readonly phone: string
  /** Of a question by somebody without an account. */
  readonly questionReceipt: string
}

type Sender = Pick<TextWalk, 'world' | 'post'>

/** Units, offices, accounts, the register, rights, notices and the catalogue with a hostile text in every word. */
export async function storeDistrictTexts(walk: Sender): Promise<StoredDistrict> {
  const unit = await bodies(walk)
  await accounts(walk)
  await matters(walk)
  await reports(walk)
  const questionReceipt = await communities(walk)
  return { unit, questionReceipt, ...(await register(walk)) }
}

async function bodies({ world, post }: Sender): Promise<string> {
  const street = world.as('street')
  const areaId = world.places.estate1.id
  const unit = await post(street, '/api/units', { code: 'YW9', kind: 'owners_committee', areaId })
  const office = { ...act(), unitId: unit.id, title: 'own', kind: 'head', seats: 2, termMonths: 12 }
  const { officeId } = await post<{ officeId: string }>(street, '/api/offices', office)
  await post(street, '/api/terms', { ...act(), officeId })
  const link = { ...act(), kind: 'cadre', areaId: world.places.grid1.id }
  const { linkId } = await post<{ linkId: string }>(street, '/api/links', link)
  await post(street, '/api/links/{id}/follow', act(), linkId)
  return unit.id
}

async function accounts({ world, post }: Sender): Promise<void> {
  const administrator = world.as('administrator')
  const at = { kind: 'grid_worker', areaId: world.places.grid1.id, unitId: world.units.committee1 }
  const opened = { accountName: 'hostile', password: 'hostile-2026', posts: [at] }
  const { accountId } = await post<{ accountId: string }>(administrator, '/api/accounts', opened)
  await post(administrator, '/api/posts', { ...act(), ...at, areaId: world.places.grid2.id, accountId })
  const robot = { ...act(), kind: 'feishu', areaId: world.places.community1.id }
  const address = 'https://relay.example.org/hook/1'
  const { id } = await post(administrator, '/api/robots', {
    ...robot,
    address,
    secret: 'not-shown-to-anybody',
  })
  await post(administrator, '/api/robots/{id}/try', act(), id)
  const service = { acts: ['case.see'], areaId: world.places.community1.id, endsOn: '2026-12-31' }
  await post(administrator, '/api/services', service)
}

async function reports({ world, post }: Sender): Promise<void> {
  const report = { areaId: world.places.district.id, kind: 'month', start: '2026-11-01', seen: 0 }
  await post(world.as('centre'), '/api/figures/report/note', { ...act(), ...report })
}

async function matters({ world, post }: Sender): Promise<void> {
  const matter: Omit<Matter, 'id' | 'nameZh' | 'nameEn' | 'keywords' | 'basis'> = {
    code: 'HJ09',
    category: 'HJ',
    categoryZh: '环境',
    categoryEn: 'Environment',
    hostRole: 'assists',
    host: 'service_centre',
    level: 'community',
    answers: 'property_firm:any',
    response: { amount: 1, unit: 'working_hour' },
    resolution: { amount: 2, unit: 'working_day' },
    limits: { extensions: 2, extensionDays: 20, pauses: 2, pauseDays: 20, listingDays: 180 },
    yellowPercent: 25,
    evidence: { photo: false, note: false },
    confidential: false,
  }
  const draft = {
    matter: { ...matter, basis: { date: '2026-01-01' } },
    baseId: null,
    fromDay: '2026-11-18',
  }
  const centre = world.as('centre')
  await post(centre, '/api/catalogue/preview', draft)
  await post(centre, '/api/catalogue', { ...act(), ...draft })
  const days = [{ day: '2027-01-01', kind: 'holiday' }]
  await post(centre, '/api/calendar/{year}', { ...act(), days }, '2027')
}

async function communities({ world, post }: Sender): Promise<string> {
  const desk = world.as('community')
  const asked = { ...act(), areaId: world.places.community1.id }
  const ask = () => post<{ questionId: string }>(world.resident(), '/api/questions', { ...asked, ...act() })
  const [answered, declined, withdrawn] = [await ask(), await ask(), await ask()]
  for (const { questionId } of [answered, withdrawn])
    await post(desk, '/api/questions/{id}/answer', act(), questionId)
  await post(desk, '/api/questions/{id}/decline', { ...act(), because: 'personal' }, declined.questionId)
  await post(desk, '/api/questions/{id}/withdraw', act(), withdrawn.questionId)
  await post(desk, '/api/announcements', asked)
  const { id } = await post(desk, '/api/announcements', { ...asked, ...act() })
  await post(desk, '/api/announcements/{id}/withdraw', act(), id)
  const by = { ...asked, ...act() }
  return (await post<{ receiptCode: string }>(world.anonymous(), '/api/questions', by)).receiptCode
}

async function register({ world, post }: Sender): Promise<Omit<StoredDistrict, 'unit' | 'questionReceipt'>> {
  const desk = world.as('community')
  const home = await post(desk, '/api/register/homes', { ...act(), buildingId: world.places.building1.id })
  await post(desk, '/api/register/homes/{id}', { ...act(), seq: 1 }, home.id)
  const phone = '13900000601'
  const number = freshIdentity()
  const entered = { ...act(), role: 'owner', phone }
  const { personId } = await post<{ personId: string }>(
    desk,
    '/api/register/homes/{id}/people',
    entered,
    home.id,
  )
  const at = '/api/register/people/{id}'
  await post(desk, at, { ...act(), seq: 1, identity: number }, personId)
  const agreed = { ...act(), purpose: 'care', givenBy: 'self', how: 'written' }
  const consent = await post(desk, `${at}/consents`, agreed, personId)
  const flag = { ...act(), kind: 'other', consentId: consent.id, endsOn: '2027-01-01' }
  await post(desk, `${at}/care`, flag, personId)
  await post(desk, `${at}/identity`, { ...act(), purpose: 'check' }, personId)
  await rights({ world, post }, world.resident(phone), number)
  return { home: home.id, person: personId, phone }
}

async function rights({ world, post }: Sender, resident: Person, number: string): Promise<void> {
  await resident.does('/api/my/record/find', { identityEnd: number.slice(-4) })
  const asked: { id: string }[] = []
  for (const kind of ['correct', 'copy', 'erase'])
    asked.push(await post(resident, '/api/my/rights', { ...act(), kind }))
  const [granted, refused] = asked
  const desk = world.as('community')
  const answer = '/api/rights/{id}/answer'
  await post(desk, answer, { ...act(), stage: 'granted' }, granted!.id)
  await post(desk, answer, { ...act(), stage: 'refused', ground: 'unclear' }, refused!.id)
}
