import { setTimeout as delay } from 'node:timers/promises'
import type { HandOverReceipt } from '../../cases/hand-over/contract.ts'
import type { ImportOverview } from '../../people/register/import/contract.ts'
import type { SheetJob } from '../../platform/sheet/jobs/contract.ts'
import type { World } from '../world.ts'
import { act } from '../world-client.ts'
import { storeAssessmentTexts } from './store-assessment-texts.ts'
import { type StoredCases, storeCaseTexts } from './store-case-texts.ts'
import { type StoredDistrict, storeDistrictTexts } from './store-district-texts.ts'
import { storeEmergencyTexts } from './store-emergency-texts.ts'
import { storeMediationTexts } from './store-mediation-texts.ts'
import { storeRoundTexts } from './store-round-texts.ts'
import { storeStationTexts } from './store-station-texts.ts'
import { hostileText, type TextWalk } from './store-texts.ts'
import { storeVisitTexts } from './store-visit-texts.ts'
import { storeWhistleTexts } from './store-whistle-texts.ts'

/** A world in which a hostile text stands wherever one may, and by what each is read back. */
export interface Stored extends StoredCases, StoredDistrict {
  readonly world: World
  readonly registerImport: string
  readonly messages: string
  readonly whistle: string
  readonly mediations: readonly string[]
  readonly station: string
  readonly action: string
  readonly actionOff: string
  readonly drill: string
  readonly emergency: string
  readonly handOver: string
  /** A list that was written beside the requests. */
  readonly sheetJob: string
}

export async function storeAllTexts(walk: TextWalk): Promise<Stored> {
  const { world } = walk
  await nameAreas(world)
  const district = await storeDistrictTexts(walk)
  await storeVisitTexts(walk, district.home)
  const cases = await storeCaseTexts(walk)
  const whistle = await storeWhistleTexts(walk)
  const mediations = await storeMediationTexts(walk)
  const stations = await storeStationTexts(walk)
  const emergencies = await storeEmergencyTexts(walk)
  const handOver = await giveWithText(walk)
  await storeAssessmentTexts(walk)
  await storeRoundTexts(walk)
  return {
    world,
    handOver,
    sheetJob: await writeList(world),
    whistle,
    mediations,
    ...stations,
    ...emergencies,
    ...district,
    ...cases,
    ...(await sendFiles(world)),
  }
}

/** A desk gives its work over, with a word besides. */
async function giveWithText({ world, post }: TextWalk): Promise<string> {
  const body = { ...act(), postId: world.staff.centre.postId }
  return (await post<HandOverReceipt>(world.as('centre'), '/api/hand-overs', body)).handOverId
}

/** A list with everything on it, the question too. */
async function writeList(world: World): Promise<string> {
  const centre = world.as('centre')
  const asked = new URLSearchParams({ q: next(), state: 'open' })
  const { id } = await centre.does<Pick<SheetJob, 'id'>>(`/api/cases/found?${asked}`, act())
  while ((await centre.sees<SheetJob>(`/api/sheet-jobs/${id}`)).state === 'running') await delay(20)
  return id
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const csv = (...rows: readonly (readonly string[])[]) => ({
  bytes: Buffer.from(rows.map((row) => `${row.map(quoted).join(',')}\n`).join('')),
  type: 'text/csv',
  name: 'a.csv',
})
let beyond = 9000
const next = (): string => hostileText(beyond++)

/** Places get their names from a file. */
async function nameAreas(world: World): Promise<void> {
  const administrator = world.as('administrator')
  type File = { features: { properties: Record<string, string> }[] }
  const file = await administrator.sees<File>('/api/areas/file')
  for (const { properties } of file.features)
    if (properties.kind !== 'district') Object.assign(properties, { name: next(), nameEn: next() })
  const bytes = Buffer.from(JSON.stringify(file))
  const sent = { bytes, type: 'application/geo+json', name: 'areas.geojson' }
  const { body, status } = await administrator.upload('/api/areas/file', sent)
  if (status >= 300 || !JSON.stringify(body).includes('"changed":1')) throw new Error(JSON.stringify(body))
}

/** Sheets with rows that come in and rows that go back, all hostile. */
async function sendFiles(world: World): Promise<Pick<Stored, 'registerImport' | 'messages'>> {
  const header = '留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间'.split(',')
  const row = (number: string, at: string) => [number, next(), next(), at, next(), '', '']
  const messages = csv(header, row('WJ-1', '2026-11-01 08:00'), row(next(), next()))
  const sent = await world.as('centre').upload('/api/imports/messages', messages)
  if (sent.status >= 300) throw new Error(JSON.stringify(sent.body))
  const [{ id } = { id: '' }] = await world.sql<{ id: string }>('owner', 'select id from imports')
  const people = csv(
    ['小区', '楼栋', '房号', '姓名', '电话', '备注'],
    [next(), next(), next(), next(), next(), next()],
    [next(), next(), next(), next(), '123', next()],
  )
  const read = await world.as('community').upload<ImportOverview>('/api/register/imports', people)
  if (read.status >= 300) throw new Error(JSON.stringify(read.body))
  return { registerImport: read.body.id, messages: id }
}
