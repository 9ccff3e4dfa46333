import { parse } from 'csv-parse/sync'
import excel from 'exceljs'
import { addressesOf } from './open-api.ts'
import type { Stored } from './store-all-texts.ts'
import { escapedHostile, hostile } from './store-texts.ts'

/** One answer of an address to somebody who may have it. */
export interface ReadBack {
  readonly url: string
  readonly type: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
  readonly bytes: Buffer
}

/** Addresses as they are asked for, where they want an id or a query; an address with an id that is not here fails. */
const askedFor = ({
  world: { places, staff, units },
  ...stored
}: Stored): Readonly<Record<string, string>> => {
  const [area, grid] = [places.community1.id, places.grid1.id]
  const cases = `/api/cases/${stored.receipt.caseId}`
  const imported = `/api/register/imports/${stored.registerImport}`
  return {
    '/api/areas/find': '/api/areas/find?text=x',
    '/api/areas/locate': '/api/areas/locate?lon=120.005&lat=30.005',
    '/api/areas/{id}': `/api/areas/${area}`,
    '/api/areas/{id}/coverage': `/api/areas/${area}/coverage`,
    '/api/places/{code}': `/api/places/${places.building1.placeCode}`,
    '/api/offices/usual': '/api/offices/usual?kind=owners_committee',
    '/api/posters': `/api/posters?areaId=${area}&kind=grid`,
    '/api/delegations/colleagues': `/api/delegations/colleagues?postId=${staff.community.postId}`,
    '/api/register/find': '/api/register/find?text=x',
    '/api/register/homes': `/api/register/homes?buildingId=${places.building1.id}`,
    '/api/register/homes/{id}': `/api/register/homes/${stored.home}`,
    '/api/register/people/{id}': `/api/register/people/${stored.person}`,
    '/api/register/counts': `/api/register/counts?areaId=${area}`,
    '/api/register/imports/running/{id}': `/api/register/imports/running/${stored.person}`,
    '/api/register/imports/{id}': imported,
    '/api/register/imports/{id}/rows': `${imported}/rows`,
    '/api/register/imports/{id}/returned': `${imported}/returned`,
    '/api/bodies/{id}': `/api/bodies/${stored.unit}`,
    '/api/estates/{id}/parties': `/api/estates/${places.estate1.id}/parties`,
    '/api/grids/{id}/team': `/api/grids/${grid}/team`,
    '/api/holders': '/api/holders?text=x',
    '/api/coverage/lacking': '/api/coverage/lacking?what=grid_worker',
    '/api/grid-worker': `/api/grid-worker?areaId=${grid}`,
    '/api/catalogue/diff': '/api/catalogue/diff?from=2026-11-01&to=2026-11-30',
    '/api/catalogue/{code}': '/api/catalogue/HJ09',
    '/api/matters/{code}': '/api/matters/HJ09',
    '/api/calendar/{year}': '/api/calendar/2027',
    '/api/open-data/cases': '/api/open-data/cases?month=2026-11&format=csv',
    '/api/board/{number}': `/api/board/${stored.receipt.number}`,
    '/api/photos/{fileId}': `/api/photos/${stored.photoId}`,
    '/api/my/cases/{id}': `/api/my/cases/${stored.own.caseId}`,
    '/api/desk/find': `/api/desk/find?number=${stored.receipt.number}`,
    '/api/hand-overs/{id}': `/api/hand-overs/${stored.handOver}`,
    '/api/hand-overs/export': '/api/hand-overs/export?month=2026-11',
    '/api/emergencies/{id}': `/api/emergencies/${stored.emergency}`,
    '/api/joint-actions/{id}': `/api/joint-actions/${stored.action}`,
    '/api/stations/{id}': `/api/stations/${stored.station}`,
    '/api/stations/colleagues': `/api/stations/colleagues?unitId=${units.team1}`,
    '/api/whistles/{id}': `/api/whistles/${stored.whistle}`,
    ...desk(stored.sheetJob),
    ...figures,
    '/api/dispute-figures': '/api/dispute-figures',
    '/api/dispute-figures/sheet': '/api/dispute-figures/sheet',
    '/api/mediations/{id}': `/api/mediations/${stored.mediations[0]}`,
    ...assessment(units.property1, stored.receipt.caseId),
    '/api/cases/{id}': cases,
    '/api/cases/{id}/duplicates': `${cases}/duplicates`,
    '/api/cases/{id}/reports': `${cases}/reports`,
    '/api/cases/{id}/suggestions': `${cases}/suggestions`,
    '/api/cases/{id}/ladder': `${cases}/ladder`,
    '/api/cases/{id}/closing': `${cases}/closing`,
    '/api/imports/running/{id}': `/api/imports/running/${stored.person}`,
    '/api/imports/{id}/returned': `/api/imports/${stored.messages}/returned`,
    ...errands(area, places.estate1.id, grid, stored.home),
    '/api/communities/{areaId}': `/api/communities/${area}`,
    '/api/communities/{areaId}/announcements': `/api/communities/${area}/announcements`,
    '/api/communities/{areaId}/answers': `/api/communities/${area}/answers`,
  }
}

/** Of a desk's lists. */
const desk = (sheetJob: string) => ({
  '/api/desk': '/api/desk?queue=open',
  '/api/desk/export': '/api/desk/export?queue=open',
  '/api/desk/of-matter/{code}': '/api/desk/of-matter/FA02',
  '/api/cases/found': '/api/cases/found?state=open',
  '/api/sheet-jobs/{id}': `/api/sheet-jobs/${sheetJob}`,
  '/api/sheet-jobs/{id}/taken': `/api/sheet-jobs/${sheetJob}/taken`,
})

/** Of what is counted. */
const figures = {
  '/api/figures': '/api/figures?from=2026-11-01&to=2026-11-30',
  '/api/figures/cases': '/api/figures/cases?count=accepted&from=2026-11-01&to=2026-11-30',
  '/api/figures/report': '/api/figures/report?kind=month&start=2026-11-01',
  '/api/figures/report/file': '/api/figures/report/file?kind=month&start=2026-11-01',
  '/api/figures/report/paper': '/api/figures/report/paper?kind=month&start=2026-11-01',
  '/api/figures/report/sheet': '/api/figures/report/sheet?kind=month&start=2026-11-01',
}

/** Of the two-way assessment. */
const assessment = (unit: string, marked: string) => ({
  '/api/assessment/sheet': '/api/assessment/sheet?direction=up',
  '/api/assessment/units/{id}': `/api/assessment/units/${unit}`,
  '/api/assessment/units/{id}/facts': `/api/assessment/units/${unit}/facts?month=2026-11`,
  '/api/assessment/units/{id}/parts': `/api/assessment/units/${unit}/parts`,
  '/api/assessment/units/{id}/parts/sheet': `/api/assessment/units/${unit}/parts/sheet`,
  '/api/assessment/marks/cases/{id}': `/api/assessment/marks/cases/${marked}`,
})

/** Of doors and rounds. */
const errands = (area: string, estate: string, grid: string, home: string) => ({
  '/api/checklists': '/api/checklists?estateKind=new',
  '/api/rounds/estates/{id}': `/api/rounds/estates/${estate}`,
  '/api/grid-days/{gridId}/{day}': `/api/grid-days/${grid}/2026-11-28`,
  '/api/visits': `/api/visits?areaId=${area}`,
  '/api/visits/homes/{id}': `/api/visits/homes/${home}`,
  '/api/visits/counts': `/api/visits/counts?areaId=${area}`,
  '/api/visits/sheet': `/api/visits/sheet?areaId=${area}`,
})

/** Single sign-on is not set up here, and a line of server-sent events holds no text and does not end. */
const elsewhere = ['/api/auth/oidc', '/api/auth/oidc/callback', '/api/wall/stream']
/** Lists with several stages, and every case, read too. */
const further = async ({ world, drill, mediations, actionOff }: Stored): Promise<string[]> => [
  `/api/emergencies/${drill}`,
  `/api/joint-actions/${actionOff}`,
  ...mediations.map((id) => `/api/mediations/${id}`),
  '/api/community-desk/questions?stage=answered',
  '/api/community-desk/questions?stage=declined',
  '/api/precedents?ended=true',
  '/api/rights?stage=answered',
  '/api/links?state=ended',
  ...(await world.sql<{ id: string }>('owner', 'select id from cases')).map(({ id }) => `/api/cases/${id}`),
]

/** Asks every address that reads, as everybody in turn; what nobody at all may read is named in `unread`. */
export async function readBack(
  stored: Stored,
): Promise<{ readonly answers: ReadBack[]; readonly unread: string[] }> {
  const { world } = stored
  const readers = [
    ...(['administrator', 'centre', 'street', 'community', 'worker'] as const).map(world.as),
    world.resident(),
    world.resident(stored.phone),
    stored.reporter,
    world.anonymous().withReceipt(stored.questionReceipt),
  ]
  const heads = await Promise.all(readers.map((reader) => reader.headers()))
  const asked = askedFor(stored)
  const answers: ReadBack[] = []
  const read = async (url: string): Promise<boolean> => {
    const all = await Promise.all(heads.map((headers) => world.app.inject({ url, headers })))
    const given = all.filter(({ statusCode }) => statusCode === 200)
    for (const { headers, body, rawPayload } of given)
      answers.push({
        url,
        type: String(headers['content-type'] ?? ''),
        headers,
        text: body,
        bytes: rawPayload,
      })
    return given.length > 0
  }
  const unread: string[] = []
  const addresses = (await addressesOf(world.app)).filter(({ method }) => method === 'get')
  for (const { path } of addresses) {
    const url = asked[path] ?? path
    if (url.includes('{')) throw new Error(`${path} has no id to be read back with`)
    if (!elsewhere.includes(path) && !(await read(url))) unread.push(path)
  }
  for (const url of await further(stored)) if (!(await read(url))) unread.push(url)
  return { answers, unread }
}

/** Every text in a JSON answer, names of fields among them. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => [name, ...textsIn(part)])
}

export const numbersIn = (text: string): number[] =>
  [...text.matchAll(hostile)].map(([found]) => Number(/\d+/.exec(found)?.[0]))

/** How many hostile texts stand escaped in a page; throws where one stands as it came. */
export function escapedIn(page: string, about: string): number {
  const raw = /<x\d|a="'/.exec(page)
  if (raw) throw new Error(`${about}: ${page.slice(Math.max(0, raw.index - 80), raw.index + 40)}`)
  return [...page.matchAll(escapedHostile)].length
}

/** The cells of a table; throws where one begins like a formula without a mark before it. */
function cellsOfCsv(bytes: Buffer, about: string): string[] {
  const cells = (parse(bytes, { bom: true }) as string[][]).flat()
  for (const cell of cells)
    if (/^[=+\-@\t\r\n＝＋－＠]/.test(cell)) throw new Error(`${about} ${cell} may be computed`)
  return cells
}

/** The cells of a workbook; throws where one is a formula or a link, or begins like one without being held as text. */
export async function cellsOf(bytes: Buffer, about: string): Promise<string[]> {
  if (about.includes('format=csv')) return cellsOfCsv(bytes, about)
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer)
  const texts: string[] = []
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const where = `${about} ${sheet.name}!${cell.address}`
        if (cell.formula !== undefined || cell.hyperlink !== undefined) throw new Error(`${where} computes`)
        const { value } = cell
        if (typeof value !== 'string') return
        if (/^[=+\-@\t\r\n＝＋－＠]/.test(value) && cell.numFmt !== '@')
          throw new Error(`${where} may be computed when it is edited`)
        texts.push(value)
      })
    })
  })
  return texts
}
