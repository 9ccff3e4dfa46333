import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { CaseStory, DeskPage } from '../../cases/story.contract.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A browser without scripts: it keeps cookies and sends forms, and nothing else. */
function browser() {
  const cookies = new Map<string, string>()
  const headers = () => ({
    'accept-language': 'zh-CN',
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  })
  type Answer = Awaited<ReturnType<typeof world.app.inject>>
  const keep = (answer: Answer) => {
    for (const { name, value } of answer.cookies as { name: string; value: string }[])
      cookies.set(name, value)
    return answer
  }
  const get = async (url: string) => keep(await world.app.inject({ url, headers: headers() }))
  const post = async (url: string, form: Record<string, string>, more: Record<string, string> = {}) =>
    keep(
      await world.app.inject({
        method: 'POST',
        url,
        headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded', ...more },
        payload: new URLSearchParams(form).toString(),
      }),
    )
  const hidden = (page: string) =>
    Object.fromEntries(
      [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        value!,
      ]),
    )
  return { get, post, hidden, cookies }
}

const words = '三楼楼道灯不亮 <b>老人</b>看不见'

/** Opens the form, writes, sends, and reads what comes back. */
async function report(who: ReturnType<typeof browser>, said: string, more: Record<string, string> = {}) {
  const form = who.hidden((await who.get(`/plain/report?place=${world.places.building1.placeCode}`)).body)
  return who.post('/plain/report?lang=zh', { ...form, words: said, ...more })
}

test('a report without scripts is sent, followed, added to, and read by the desk', async () => {
  const resident = browser()
  const sent = await report(resident, words, { forOther: 'yes', phone: '13800000417' })
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/plain/receipt?lang=zh'])
  const receipt = (await resident.get('/plain/receipt')).body
  expect(receipt).toMatch(/class="code">[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}</)
  expect(receipt).toContain('柳巷社区的工作人员先看')
  const own = (await resident.get('/plain/follow/case')).body
  expect(own).toContain('三楼楼道灯不亮 &lt;b&gt;老人&lt;/b&gt;看不见')
  expect(
    (await resident.post('/plain/follow/add', { ...resident.hidden(own), words: '楼梯很陡' })).statusCode,
  ).toBe(303)
  expect((await resident.get('/plain/follow/case')).body).toContain('楼梯很陡')

  const desk = world.as('community')
  const { rows } = await desk.sees<DeskPage>('/api/desk?queue=screen')
  const story = await desk.sees<CaseStory>(`/api/cases/${rows[0]!.id}`)
  expect(story).toMatchObject({ words, source: 'qr', onBehalf: 'relative' })
})

test('sent twice it is one report', async () => {
  const resident = browser()
  const form = resident.hidden((await resident.get('/plain/report')).body)
  const codes = []
  for (const _ of [1, 2]) {
    await resident.post('/plain/report', { ...form, words: '井盖松了' })
    codes.push(resident.cookies.get('linli_plain_receipt'))
  }
  expect(codes[0]).toBe(codes[1])
})

test('a code typed on another device opens the case, a wrong one says so, and closing forgets it', async () => {
  const resident = browser()
  await report(resident, '单元门关不上')
  const code = resident.cookies.get('linli_plain_receipt')!
  const other = browser()
  const enter = async (typed: string) => {
    const form = other.hidden((await other.get('/plain/follow')).body)
    return other.post('/plain/follow', { ...form, code: typed })
  }
  await enter('AAAA-BBBB-CCCC')
  expect((await other.get('/plain/follow/case')).body).toContain('没有找到这个回执码')
  await enter(code.toLowerCase())
  const page = (await other.get('/plain/follow/case')).body
  expect(page).toContain('单元门关不上')
  await other.post('/plain/follow/close', other.hidden(page))
  expect((await other.get('/plain/follow/case')).body).not.toContain('单元门关不上')
})

test('an emergency is shown its numbers, a lawful channel its door, and both can be passed', async () => {
  const resident = browser()
  const fire = await report(resident, '楼上着火了，有人被困')
  expect(fire.body).toContain('tel:119')
  expect((await resident.post('/plain/report', resident.hidden(fire.body))).statusCode).toBe(303)
  const petition = await report(resident, '举报社区书记贪污')
  expect(petition.body).toContain('tel:12388')
  expect((await resident.post('/plain/report', resident.hidden(petition.body))).statusCode).toBe(303)
})

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }, {}],
  ['a proof of its own making', {}, { proof: '0'.repeat(64) }],
  ['another request', {}, { requestId: '0198c0de-0000-7000-8000-000000000000' }],
])('a form from %s is refused', async (_who, headers, change) => {
  const resident = browser()
  const form = resident.hidden((await resident.get('/plain/report')).body)
  const answer = await resident.post('/plain/report', { ...form, words: '垃圾没清', ...change }, headers)
  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('重新打开这一页')
})

test('a form without the cookie of its browser is refused', async () => {
  const form = browser().hidden((await browser().get('/plain/report')).body)
  expect((await browser().post('/plain/report', { ...form, words: '垃圾没清' })).statusCode).toBe(403)
})

test('a signed-in session is nobody here', async () => {
  const { cookie = '' } = await world.as('community').headers()
  const page = await world.app.inject({ url: '/plain/follow/case', headers: { cookie } })
  expect(page.body).toContain('没有找到这个回执码')
})

test.each([
  '/plain',
  '/plain/board',
  '/plain/board?state=nonsense',
  '/plain/report',
  '/plain/report?place=8F3K&place=8F3M',
  '/plain/follow',
])('%s is a page in both languages, without a script, and kept by nobody', async (url) => {
  for (const [language, said] of [
    ['zh-CN', '公示'],
    ['en-GB', 'Board'],
  ] as const) {
    const page = await world.app.inject({ url, headers: { 'accept-language': language } })
    expect(page.statusCode).toBe(200)
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body).toContain(said)
    expect(page.body).not.toMatch(/<script|\son\w+=|undefined|\[object/)
  }
})

test('an address that is none is said so without a script, and leads home', async () => {
  const lost = await world.app.inject({ url: '/plain/nowhere', headers: { 'accept-language': 'en-GB' } })
  expect([lost.statusCode, lost.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  expect(lost.body).toContain('There is no such page')
  expect(lost.body).toContain('href="/plain?lang=en"')
  expect(lost.body).not.toContain('<script')
  const slash = await world.app.inject({ url: '/plain/?lang=en' })
  expect([slash.statusCode, slash.headers.location]).toEqual([302, '/plain?lang=en'])
})

test.each(['/plain/follow/case', '/plain/receipt'])(
  '%s opens a case by its code, and is limited as the API is for whoever tries codes',
  async (url) => {
    const cookie = 'linli_plain_receipt=8F3K-27QD-M1XZ'
    const page = await world.app.inject({ url, headers: { cookie } })
    const api = await world.app.inject({
      url: '/api/follow',
      headers: { 'x-linli-receipt': '8F3K-27QD-M1XZ' },
    })
    expect(api.headers['x-ratelimit-limit']).toBeDefined()
    expect(page.headers['x-ratelimit-limit']).toBe(api.headers['x-ratelimit-limit'])
  },
)

test('a database that goes away is said as one: come again soon', async () => {
  const owner = new pg.Client({ connectionString: inject('ownerUrl') })
  await owner.connect()
  await owner.query(`begin; lock table ${world.district.schema}.board in access exclusive mode`)
  const answer = world.app.inject({ url: '/plain/board', headers: { 'accept-language': 'zh-CN' } })
  const waiting = async (): Promise<number | undefined> => {
    const { rows } = await owner.query<{ pid: number }>(
      'select pid from pg_locks where not granted and relation = $1::regclass',
      [`${world.district.schema}.board`],
    )
    return rows[0]?.pid
  }
  await expect.poll(waiting).toBeDefined()
  await owner.query('select pg_terminate_backend($1)', [await waiting()])
  await owner.end()
  const page = await answer
  expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '2'])
  expect(page.headers['content-type']).toContain('text/html')
})
