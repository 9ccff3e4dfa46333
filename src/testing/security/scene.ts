import type { Receipt } from '../../cases/contract.ts'
import type { CaseStory } from '../../cases/story.contract.ts'
import { hashPassword, openAccount } from '../../people/door.ts'
import type { NewKey } from '../../people/service/contract.ts'
import { declareDrill } from '../emergency-acts.ts'
import { mediating } from '../mediation-acts.ts'
import { photo } from '../photo.ts'
import { addHome, addPerson } from '../register-acts.ts'
import { openTestAction, openTestStation, taskOf } from '../station-acts.ts'
import { blow, seeWhistle } from '../whistle-acts.ts'
import { openWorld, type World } from '../world.ts'
import { act, personAt } from '../world-client.ts'
import { type StaffName, worldPassword } from '../world-people.ts'

/** What nobody who is refused may ever read. */
export const secrets = {
  words: '三楼楼道灯不亮，秘密甲',
  name: '张小云',
  phone: '13800000417',
  question: '我住三栋二单元，秘密乙',
  alert: '有人晕倒，秘密丙',
  registered: '欧阳秘密',
  right: '给我一份，秘密丁',
  imported: '司马秘密',
  whistle: '楼顶违建，秘密戊',
  emergency: '按预案启动，秘密己',
  mediation: '我母亲有病怕吵，秘密庚',
} as const

/** Of the resident whose entry the register has, and who asks about it. */
const registeredPhone = '13900000088'

/** Things of others in community 1, grid 1, that attackers reach for. */
export interface Scene {
  readonly world: World
  /** A case of a reporter without an account, in hand of the property firm, with a request that waits. */
  readonly theirs: Receipt & { readonly requestId: string; readonly photoId: string }
  /** A case of the resident `resident`. */
  readonly residents: Receipt
  readonly ids: Readonly<Record<Thing, string>>
  readonly questionReceipt: string
  readonly headersOf: (name: string) => Promise<Record<string, string>>
}
type Thing =
  | 'question'
  | 'alert'
  | 'announcement'
  | 'import'
  | 'service'
  | 'delegation'
  | 'home'
  | 'person'
  | 'consent'
  | 'care'
  | 'occupancy'
  | 'right'
  | 'registerImport'
  | 'freePhoto'
  | 'session'
  | 'whistle'
  | 'whistleCall'
  | 'station'
  | 'action'
  | 'actionTask'
  | 'emergency'
  | 'mediation'

/** A world with things of others in it, and people whose time is over or has not come. */
export async function openScene(): Promise<Scene> {
  const world = await openWorld()
  const reported = await reportedCases(world)
  const spoken = {
    ...(await spokenThings(world)),
    ...(await blownWhistle(world)),
    ...(await openScenesStation(world)),
    ...(await drilledFlood(world)),
    ...(await mediatedDispute(world)),
  }
  const ids = { ...spoken, ...(await registered(world)), ...(await keptThings(world)) }
  const cookies = await peopleOutOfTime(world)
  const strangers = new Map([['anonymous', world.anonymous()]])
  const { questionReceipt, programKey, ...known } = ids
  return {
    world,
    ...reported,
    ids: known,
    questionReceipt,
    headersOf: async (name) => {
      const cookie = cookies[name]
      if (cookie !== undefined) return { cookie }
      if (name === 'program') return { authorization: `Bearer ${programKey}` }
      if (name === 'resident') return { ...(await world.resident().headers()) }
      if (name === 'other resident') return { ...(await world.resident('13900000002').headers()) }
      return { ...(await (strangers.get(name) ?? world.as(name as StaffName)).headers()) }
    },
  }
}

async function reportedCases(world: World): Promise<Pick<Scene, 'theirs' | 'residents'>> {
  const { placeCode } = world.places.building1
  const reporter = world.anonymous()
  const bytes = await photo(41)
  const upload = { bytes, type: 'image/jpeg' }
  const { fileId } = (await reporter.upload<{ fileId: string }>('/api/photos', upload)).body
  const contact = { name: secrets.name, phone: secrets.phone }
  const report = act({ words: secrets.words, place: placeCode, contact, photos: [fileId] })
  const theirs = await reporter.does<Receipt>('/api/reports', report)
  const at = `/api/cases/${theirs.caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter: 'FA02', summary: '楼道灯不亮' }))
  await world.as('community').does(`${at}/dispatch`, act())
  await world.as('property').does(`${at}/sign`, act())
  await world.as('property').does(`${at}/request`, act({ kind: 'extension', reason: '等配件', days: 2 }))
  const { requests } = await world.as('property').sees<CaseStory>(at)
  const residents = await world
    .resident()
    .does<Receipt>('/api/reports', act({ words: secrets.words, place: placeCode }))
  return { theirs: { ...theirs, requestId: requests[0]!.id, photoId: fileId }, residents }
}

async function spokenThings(world: World) {
  const asked = { areaId: world.places.estate1.id, words: secrets.question }
  const question = await world
    .anonymous()
    .does<{ questionId: string; receiptCode: string }>('/api/questions', act(asked))
  const alert = await world
    .anonymous()
    .does<{ alertId: string }>(
      '/api/alerts',
      act({ words: secrets.alert, place: world.places.building1.placeCode }),
    )
  const told = act({ areaId: world.places.community1.id, title: '停水通知', body: '周四停水。' })
  const announcement = await world.as('community').does<{ id: string }>('/api/announcements', told)
  return {
    question: question.questionId,
    questionReceipt: question.receiptCode,
    alert: alert.alertId,
    announcement: announcement.id,
  }
}

/** A station of street 1, and an action that gives its team alone a task. */
async function openScenesStation(world: World) {
  const { stationId: station } = await openTestStation(world)
  const { actionId: action } = await openTestAction(world.as('street'), world, ['team1'], {
    stationId: station,
  })
  return { station, action, actionTask: await taskOf(world, action, 'team1') }
}

/** A whistle of street 1 that calls its team. */
async function blownWhistle(world: World) {
  const { whistleId: whistle } = await blow(world.as('street'), world, { words: secrets.whistle })
  const { calls } = await seeWhistle(world.as('street'), whistle)
  return { whistle, whistleCall: calls[0]!.id }
}

/** A dispute of two neighbours under mediation, one of whom said something in private. */
async function mediatedDispute(world: World): Promise<Record<'mediation', string>> {
  const { id, applicant } = await mediating(world)
  await applicant.does(`/api/my/mediations/${id}/say`, act({ words: secrets.mediation }))
  return { mediation: id }
}

/** A drill of a flood in street 1. */
async function drilledFlood(world: World) {
  const emergency = await declareDrill(world.as('street'), world, { basis: secrets.emergency })
  return { emergency }
}

async function registered(world: World) {
  const desk = world.as('community')
  const home = await addHome(desk, world.places.building1.id, '1-101')
  const entered = await addPerson(desk, home, { name: secrets.registered, phone: registeredPhone })
  // Who lives there with them is in the register too.
  await addPerson(desk, home, { name: '同住', phone: '13900000002' })
  const { personId: person, occupancyId: occupancy } = entered
  const agreed = act({ purpose: 'care', givenBy: 'self', how: 'written' })
  const { id: consent } = await desk.does<{ id: string }>(`/api/register/people/${person}/consents`, agreed)
  const flag = act({ kind: 'other', reason: '独居', consentId: consent, endsOn: '2027-01-01' })
  const { id: care } = await desk.does<{ id: string }>(`/api/register/people/${person}/care`, flag)
  const asked = act({ kind: 'copy', words: secrets.right })
  const own = world.resident(registeredPhone)
  const { id: right } = await own.does<{ id: string }>('/api/my/rights', asked)
  return { home, person, occupancy, consent, care, right, registerImport: await registerFile(world) }
}

/** A file of the register that was read by community 1, with a row that comes in and one that goes back. */
async function registerFile(world: World): Promise<string> {
  const rows = [
    '小区,楼栋,房号,姓名,电话',
    `柳岸小区,3栋,102,${secrets.imported},13800000419`,
    '柳岸小区,3栋,103,,1',
  ]
  const file = { bytes: Buffer.from(`${rows.join('\n')}\n`), type: 'text/csv', name: 'a.csv' }
  return (await world.as('community').upload<{ id: string }>('/api/register/imports', file)).body.id
}

async function keptThings(world: World) {
  const header = '留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间'
  const file = {
    bytes: Buffer.from(`${header}\nWJ-1,王,灯,2026-11-01 08:00,灯不亮,,\n`),
    type: 'text/csv',
    name: 'a.csv',
  }
  await world.as('centre').upload('/api/imports/messages', file)
  const [found] = await world.sql<{ id: string }>('owner', 'select id from imports')
  const allowed = { acts: ['case.see'], areaId: world.places.community1.id, endsOn: '2026-12-31' }
  const service = await world.as('administrator').does<NewKey>('/api/services', {
    name: '平台',
    ...allowed,
  })
  const lent = { postId: world.staff.team.postId, toAccountId: world.staff.head.accountId }
  const { delegationId } = await world
    .as('team')
    .does<{ delegationId: string }>('/api/delegations', act({ ...lent, endsOn: '2026-11-25' }))
  const upload = { bytes: await photo(42), type: 'image/jpeg' }
  const free = await world.as('community').upload<{ fileId: string }>('/api/photos', upload)
  const [session] = await world.sql<{ id: string }>(
    'owner',
    'select id from auth_session where user_id = $1',
    [world.staff.community.accountId],
  )
  return {
    import: found!.id,
    service: service.accountId,
    programKey: service.key,
    delegation: delegationId,
    freePhoto: free.body.fileId,
    session: session!.id,
  }
}

/** Desks of community 1 that may not act: over, not begun, ended by hand, closed, signed out, and never lent any more. */
async function peopleOutOfTime(world: World): Promise<Record<string, string>> {
  const passwordHash = await hashPassword(worldPassword)
  const post = {
    kind: 'community_desk' as const,
    areaId: world.places.community1.id,
    unitId: world.units.committee1,
  }
  const cookies: Record<string, string> = {}
  const opened: Record<string, { accountId: string; postIds: readonly string[] }> = {}
  for (const name of ['over', 'early', 'ended', 'closed', 'left']) {
    const account = { accountName: `desk-${name}`, password: worldPassword, name, posts: [post] }
    opened[name] = await openAccount(world.system, account, { passwordHash })
    cookies[name] = await signIn(world, `desk-${name}`)
  }
  const term = 'update posts set starts_on = $2, ends_on = $3 where account_id = $1'
  await world.sql('owner', term, [opened.over!.accountId, '2026-01-01', '2026-11-18'])
  await world.sql('owner', term, [opened.early!.accountId, '2026-11-19', null])
  const administrator = world.as('administrator')
  await administrator.does('/api/posts/end', { postId: opened.ended!.postIds[0]! })
  await administrator.does(`/api/accounts/${opened.closed!.accountId}/close`, act())
  await personAt(world.app, async () => ({ cookie: cookies.left! })).does('/api/auth/sign-out', {})
  cookies['no longer lent'] = await lentAndEnded(world, passwordHash)
  return cookies
}

/** Somebody of community 1's committee without a desk, who stood in for the desk until this morning. */
async function lentAndEnded(world: World, passwordHash: string): Promise<string> {
  const post = {
    kind: 'grid_worker' as const,
    areaId: world.places.grid2.id,
    unitId: world.units.committee1,
  }
  const account = { accountName: 'desk-lent', password: worldPassword, name: 'lent', posts: [post] }
  const { accountId } = await openAccount(world.system, account, { passwordHash })
  const cookie = await signIn(world, 'desk-lent')
  const lent = act({ postId: world.staff.community.postId, toAccountId: accountId, endsOn: '2026-11-20' })
  const { delegationId } = await world
    .as('community')
    .does<{ delegationId: string }>('/api/delegations', lent)
  await personAt(world.app, async () => ({ cookie })).sees(
    `/api/register/counts?areaId=${world.places.community1.id}`,
  )
  await world.as('community').does(`/api/delegations/${delegationId}/end`, act())
  return cookie
}

/** A session's cookie by name and password. */
export async function signIn(world: World, username: string): Promise<string> {
  const payload = { username, password: worldPassword }
  const reply = await world.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
  if (reply.statusCode !== 200) throw new Error(`${username} is not let in: ${reply.body}`)
  return reply.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}
