import type { Page } from 'playwright-core'
import type { Receipt } from '../../cases/contract.ts'
import { photo } from '../photo.ts'
import type { World } from '../world.ts'
import { act, type Person } from '../world-client.ts'
import type { StaffName } from '../world-people.ts'
import { accountVisits } from './account-pages.ts'
import { atRest, type Reader, reads, type SiteInBrowser } from './browser.ts'
import { bringDrill } from './emergency-pages.ts'
import { bringCourses } from './mediation-pages.ts'
import { furtherVisits } from './opened-pages.ts'
import { bringRegister } from './register-pages.ts'

/** A page of a face, by what it is called and where it is. */
export interface Visit {
  readonly name: string
  readonly at: (cases: Cases, world: World) => string
  readonly as?: StaffName
  /** The telephone of a resident who is signed in. */
  readonly resident?: string
  /** The case of which the phone keeps the receipt. */
  readonly receipt?: Extract<keyof Cases, 'fresh' | 'late' | 'handled' | 'answered'>
  /** On a device that was never here: others remember a place that they scanned. */
  readonly isFirst?: true
  /** Without a script, and so without large type: whoever wants that enlarges all text. */
  readonly isPlain?: true
  /** What is opened on the page before it is looked at. */
  readonly opens?: (page: Page) => Promise<void>
  /** Words that stand there once it has been read. */
  readonly reads: string
}

async function report(person: Person, world: World, words: string): Promise<Receipt> {
  const bytes = await photo(30)
  const { body } = await person.upload<{ fileId: string }>('/api/photos', { bytes, type: 'image/jpeg' })
  const place = world.places.building1.placeCode
  const contact = { name: '张小云', phone: '13800000417' }
  return person.does<Receipt>('/api/reports', act({ words, place, contact, photos: [body.fileId] }))
}

/**
 * Cases in the stages that pages look different in: new, being handled with a request, answered, overdue; and a home of
 * the register.
 */
export async function bringCases(world: World) {
  const resident = world.anonymous()
  const [desk, firm] = [world.as('community'), world.as('property')]
  const dispatched = async (words: string, summary: string) => {
    const receipt = await report(resident, world, words)
    await desk.does(`/api/cases/${receipt.caseId}/screen`, act({ matter: 'FA02', summary }))
    await desk.does(`/api/cases/${receipt.caseId}/dispatch`, act())
    return receipt
  }
  const late = await dispatched('二楼楼道灯一闪一闪的，上个月说过', '某小区二楼楼道灯闪烁')
  world.clock.advance({ days: 7 })
  const answered = await dispatched('三楼楼道灯不亮，老人下楼看不见', '某小区三楼楼道灯不亮')
  const handled = await dispatched('地下车库的灯全灭了，停车看不见人', '某小区地下车库照明熄灭')
  world.clock.advance({ minutes: 40 })
  const { body } = await firm.upload<{ fileId: string }>('/api/photos', {
    bytes: await photo(200),
    type: 'image/jpeg',
  })
  for (const { caseId } of [answered, handled]) await firm.does(`/api/cases/${caseId}/sign`, act())
  const extension = { kind: 'extension', days: 2, reason: '整条线路要换，材料后天到' }
  await firm.does(`/api/cases/${handled.caseId}/request`, act(extension))
  await firm.does(`/api/cases/${answered.caseId}/resolve`, act({ note: '换了灯泡', photos: [body.fileId] }))
  await desk.does(`/api/cases/${answered.caseId}/reply`, act({ answer: '灯已修好，感谢反映。' }))
  const fresh = await report(resident, world, '三楼楼道灯又不亮了，晚上看不见台阶')
  const burning = act({ words: '楼下有人打架', areaId: world.places.grid1.id })
  await resident.does('/api/alerts', burning)
  await bringCommunityPage(world)
  const brought = { home: await bringRegister(world), ...(await bringCourses(world)) }
  return { fresh, late, handled, answered, ...brought, drillId: await bringDrill(world) }
}

/** What a community's page shows: an announcement, a question that was answered, and one that waits. */
async function bringCommunityPage(world: World): Promise<void> {
  const areaId = world.places.community1.id
  const desk = world.as('community')
  const water = {
    areaId,
    title: '周六上午停水',
    body: '本周六 8:00 到 12:00 检修水管。',
    shownUntil: '2026-12-31',
  }
  await desk.does('/api/announcements', act({ ...water, pinned: true }))
  const ask = (words: string) =>
    world.anonymous().does<{ questionId: string }>('/api/questions', act({ areaId, words }))
  const { questionId } = await ask('我妈想去老年食堂，几点开？')
  const answer = { answer: '周一到周六 11:00 到 13:00。', publicQuestion: '老年食堂几点开？' }
  await desk.does(`/api/questions/${questionId}/answer`, act(answer))
  await ask('图书室周末开不开？')
}

export type Cases = Awaited<ReturnType<typeof bringCases>>

const scanned = (path: string) => (_: Cases, world: World) =>
  `${path}?place=${world.places.building1.placeCode}`

/** Every page of every face, with something on it. */
export const visits: readonly Visit[] = [
  { name: 'portal-home', at: scanned('/'), receipt: 'answered', reads: '请您评价' },
  { name: 'portal-home-new', at: () => '/', isFirst: true, reads: '您住在哪里' },
  { name: 'portal-report', at: scanned('/report'), receipt: 'fresh', reads: '柳岸小区3栋' },
  {
    name: 'portal-receipt',
    at: ({ fresh }) => `/receipt/${fresh.number}`,
    receipt: 'fresh',
    reads: '已经收到',
  },
  { name: 'portal-paper', at: scanned('/paper'), reads: '沿虚线剪下' },
  { name: 'portal-follow', at: () => '/follow', receipt: 'answered', reads: '请您评价' },
  {
    name: 'portal-rate',
    at: ({ answered }) => `/follow/${answered.number}`,
    receipt: 'answered',
    reads: '办得怎么样',
  },
  {
    name: 'portal-follow-case',
    at: ({ fresh }) => `/follow/${fresh.number}`,
    receipt: 'fresh',
    reads: '接下来',
  },
  { name: 'portal-board', at: () => '/board', reads: '某小区三楼楼道灯不亮' },
  {
    name: 'portal-board-case',
    at: ({ answered }) => `/board/${answered.number}`,
    reads: '灯已修好，感谢反映。',
  },
  {
    name: 'portal-community',
    at: (_, world) => `/community/${world.places.community1.id}`,
    reads: '老年食堂几点开？',
  },
  { name: 'portal-me', at: () => '/me', reads: '用手机号登录' },
  { name: 'portal-lost', at: () => '/nowhere', reads: '没有这一页' },
  { name: 'field-today', at: () => '/field', as: 'worker', reads: '我去看' },
  { name: 'field-report', at: () => '/field/report', as: 'worker', reads: '当场已经办好' },
  {
    name: 'field-case',
    at: ({ handled }) => `/field/case/${handled.caseId}`,
    as: 'property',
    reads: '拍照处置',
  },
  {
    name: 'field-note',
    at: ({ handled }) => `/field/case/${handled.caseId}/note`,
    as: 'property',
    reads: '点一下就填好',
  },
  {
    name: 'field-resolve',
    at: ({ handled }) => `/field/case/${handled.caseId}/resolve`,
    as: 'property',
    reads: '这个事项办结时要有照片。',
  },
  {
    name: 'field-request',
    at: ({ late }) => `/field/case/${late.caseId}/request`,
    as: 'property',
    reads: '提交申请',
  },
  { name: 'field-grid', at: () => '/field/grid', as: 'worker', reads: '社区里的网格员' },
  { name: 'field-door', at: () => '/field/door', as: 'worker', reads: '选一栋楼' },
  {
    name: 'field-door-building',
    at: (_, world) => `/field/door/building/${world.places.building1.id}`,
    as: 'worker',
    reads: '2单元501',
  },
  {
    name: 'field-door-home',
    at: ({ home }) => `/field/door/home/${home.homeId}`,
    as: 'worker',
    reads: '都还住在这里',
  },
  { name: 'field-me', at: () => '/field/me', as: 'worker', reads: '我的岗位' },
  { name: 'console-desk', at: () => '/console/desk?queue=open', as: 'community', reads: '已经到底了' },
  {
    name: 'console-screen',
    at: ({ fresh }) => `/console/cases/${fresh.caseId}`,
    as: 'community',
    reads: '可能是同一件事',
  },
  {
    name: 'console-check',
    at: ({ answered }) => `/console/desk?queue=open&case=${answered.caseId}`,
    as: 'centre',
    reads: '提交核查',
  },
  {
    name: 'console-decide',
    at: ({ handled }) => `/console/cases/${handled.caseId}`,
    as: 'street',
    reads: '提交审批',
  },
  { name: 'console-approvals', at: () => '/console/approvals', as: 'street', reads: '同意以后' },
  {
    name: 'console-supervision-slip',
    at: ({ late }) => `/console/cases/${late.caseId}/paper?sheet=supervision`,
    as: 'centre',
    reads: '诉求督办单',
  },
  {
    name: 'console-reply-sheet',
    at: ({ answered }) => `/console/cases/${answered.caseId}/paper?sheet=reply`,
    as: 'community',
    reads: '灯已修好，感谢反映。',
  },
  {
    name: 'console-case-sheet',
    at: ({ handled }) => `/console/cases/${handled.caseId}/paper?sheet=case`,
    as: 'community',
    reads: '诉求办理情况单',
  },
  { name: 'console-community', at: () => '/console/community', as: 'community', reads: '图书室周末开不开' },
  {
    name: 'console-answered',
    at: () => '/console/community?part=answered',
    as: 'community',
    reads: '老年食堂几点开',
  },
  {
    name: 'console-announcements',
    at: () => '/console/community?part=announcements',
    as: 'street',
    reads: '周六上午停水',
  },
  { name: 'console-register', at: () => '/console/register', as: 'street', reads: '柳巷社区' },
  {
    name: 'console-register-building',
    at: (_, world) => `/console/register?area=${world.places.building1.id}`,
    as: 'community',
    reads: '2单元501',
  },
  {
    name: 'console-register-home',
    at: ({ home }) => `/console/register/homes/${home.homeId}`,
    as: 'community',
    reads: '顾清秋',
  },
  {
    name: 'console-register-person',
    at: ({ home }) => `/console/register/people/${home.ownerId}`,
    as: 'community',
    reads: '关爱标记',
  },
  { name: 'console-report', at: () => '/console/report', as: 'community', reads: '谁在说' },
  { name: 'console-import', at: () => '/console/import', as: 'centre', reads: '以前的导入' },
  { name: 'console-matters', at: () => '/console/matters', as: 'community', reads: '楼道灯不亮' },
  { name: 'console-matter', at: () => '/console/matters/FA02', as: 'centre', reads: '历次规定' },
  {
    name: 'console-compare-matters',
    at: () => '/console/matters/compare',
    as: 'community',
    reads: '目录变过的日子',
  },
  { name: 'console-areas', at: () => '/console/areas', as: 'community', reads: '望江区（演示）' },
  { name: 'console-bodies', at: () => '/console/bodies', as: 'administrator', reads: '个组织' },
  {
    name: 'console-body',
    at: (_, world) => `/console/bodies/${world.units.property1}`,
    as: 'administrator',
    reads: '项目负责人',
  },
  { name: 'console-attention', at: () => '/console/bodies/attention', as: 'street', reads: '负责人空缺' },
  { name: 'console-links', at: () => '/console/links', as: 'street', reads: '新加联系' },
  { name: 'console-coverage', at: () => '/console/coverage', as: 'centre', reads: '个网格中' },
  {
    name: 'console-lacking',
    at: () => '/console/coverage?lack=estate_owners',
    as: 'centre',
    reads: '看四方',
  },
  { name: 'console-map', at: () => '/console/map', as: 'centre', reads: '件在办' },
  ...accountVisits,
  ...furtherVisits,
]

/** Opens a page and waits until it has read what it shows. */
export async function visit(
  site: SiteInBrowser,
  { at, as, resident, receipt, isFirst, opens, reads: words }: Visit,
  cases: Cases,
  reader: Omit<Reader, 'as' | 'resident' | 'keeps'>,
): Promise<Page> {
  const keeps = receipt === undefined ? {} : { 'linli.receipts': keptReceipt(cases[receipt]) }
  const open = isFirst ? site.open : site.openAgain
  const page = await open(at(cases, site.world), { ...reader, resident, keeps, ...(as ? { as } : {}) })
  await opens?.(page)
  await reads(page, words)
  await atRest(page)
  return page
}

/** As the portal keeps a receipt on the phone of whoever reported. */
export const keptReceipt = ({ number, receiptCode: code, acceptedAt, responseDueAt }: Receipt): string =>
  JSON.stringify([{ number, code, acceptedAt, responseDueAt }])
