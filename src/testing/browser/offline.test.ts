import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import type { CaseStory } from '../../cases/story.contract.ts'
import { photo } from '../photo.ts'
import { addHome, addPerson } from '../register-acts.ts'
import { look, reads } from './browser.ts'
import { lying, type OwnPhone, ownPhone, settled } from './own-phone.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let phone: OwnPhone
beforeAll(async () => {
  site = await openSite()
  phone = await ownPhone(site)
  await phone.signsIn('worker')
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error(await phone.says())
})
afterAll(async () => {
  await phone?.close()
  await site?.close()
})

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

/** Rubbish in building 1, which the community has in hand: its grid worker's own work. */
async function rubbish(): Promise<string> {
  const { world } = site
  const report = act({ words: '楼下垃圾两天没有清运', place: world.places.building1.placeCode })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', report)
  const desk = world.as('community')
  await desk.does(`/api/cases/${caseId}/screen`, act({ matter: 'HJ01', summary: '某小区垃圾没有清运' }))
  await desk.does(`/api/cases/${caseId}/dispatch`, act())
  return caseId
}

let red = 0
const takes = async (page: Page): Promise<void> => {
  red += 1
  const picture = { name: 'spot.jpg', mimeType: 'image/jpeg', buffer: await photo(red) }
  await page.getByLabel('拍照或选照片').first().setInputFiles(picture)
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
}

const kept = '已存在这部手机里，有信号会自动发出'

async function arrives(page: Page, caseId: string): Promise<void> {
  await page.goto(`/field/case/${caseId}`)
  await page.getByRole('button', { name: '到了', exact: true }).tap()
  await reads(page, kept)
}

async function notes(page: Page, caseId: string): Promise<void> {
  await page.goto(`/field/case/${caseId}/note`)
  await takes(page)
  await page.getByRole('button', { name: '已到现场查看' }).tap()
  await page.getByRole('button', { name: '记下', exact: true }).tap()
  await reads(page, kept)
}

async function finishes(page: Page, caseId: string): Promise<void> {
  await page.goto(`/field/case/${caseId}/resolve`)
  await takes(page)
  await page.getByRole('button', { name: '办结', exact: true }).tap()
  await reads(page, kept)
}

async function notesAfterComing(page: Page, caseId: string): Promise<void> {
  await arrives(page, caseId)
  await notes(page, caseId)
}

/** Four pieces on one case: come, note twice, finish. */
async function works(page: Page, caseId: string): Promise<void> {
  await arrives(page, caseId)
  await notes(page, caseId)
  await notes(page, caseId)
  await finishes(page, caseId)
}

async function reports(page: Page, words: string): Promise<void> {
  await page.goto('/field/report')
  await page.getByRole('textbox', { name: /发生了什么|什么事/ }).fill(words)
  await takes(page)
  await page.getByRole('button', { name: '提交', exact: true }).tap()
  await reads(page, kept, words)
}

/** All that the journal holds of the worker's doing, in its order: which case, which line, how many photographs. */
async function written(cases: readonly string[]): Promise<string[]> {
  const { world } = site
  const rows = await world.sql<{ subject: string; kind: string; data: { photos?: number } }>(
    'reader',
    'select subject, kind, data from journal where actor = $1 and chain = $2 order by n',
    [`account:${world.staff.worker.accountId}`, world.places.community1.id],
  )
  return rows.map(({ subject, kind, data }) => {
    const at = cases.indexOf(subject)
    return `${at < 0 ? 'new' : `case ${at + 1}`} ${kind} ${data.photos ?? 0}`
  })
}

const each = (at: number) => [
  `case ${at} case.signed 0`,
  `case ${at} case.arrived 0`,
  `case ${at} case.handled 1`,
  `case ${at} case.handled 1`,
  `case ${at} case.resolved 1`,
]
const reported = 'new case.accepted 1'

/** Whoever signs out while something waits hears of it first. */
async function isWarnedAtLeaving(page: Page): Promise<void> {
  await page.getByRole('link', { name: '我', exact: true }).tap()
  await page.getByRole('button', { name: '退出' }).tap()
  await reads(page, '还有 1 件没发出，要退出吗？')
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).tap()
  await page.getByRole('link', { name: '看一看' }).tap()
}

test('twenty pieces of work without signal, two deaths: each is there once, in order; a conflict is settled', {
  timeout: 300_000,
}, async () => {
  const { world } = site
  const cases = [await rubbish(), await rubbish(), await rubbish(), await rubbish(), await rubbish()]
  const [one, two, three, four, moved] = cases as [string, string, string, string, string]
  const worker = world.as('worker')
  await worker.does(`/api/cases/${moved}/sign`, act())
  await worker.does(`/api/cases/${moved}/request`, act({ kind: 'pause', reason: '等清运车修好', days: 2 }))
  const before = await written(cases)

  let page = await phone.open()
  await page.goto('/field')
  await reads(page, /等您办 5 件/)
  await settled(page, cases)
  await phone.setOffline(true)
  await reads(page, /现在没有网络。做的事先存在手机里/)

  await works(page, one)
  await reports(page, '三号楼前的井盖松了')
  await arrives(page, two)
  await notes(page, two)
  page = await phone.kills(page)

  await notes(page, two)
  await finishes(page, two)
  await reports(page, '小广场的灯坏了两盏')
  await works(page, three)
  page = await phone.outOfPower()

  await finishes(page, moved)
  await works(page, four)
  await reports(page, '东门口的栏杆倒了')
  await page.goto('/field')
  await reads(page, /有 20 件等着发出/)
  await look(page, 'offline-day-phone')
  await page.getByRole('link', { name: '看一看' }).tap()
  await page.getByRole('heading', { name: '待发出' }).waitFor()
  await look(page, 'offline-outbox-phone')
  expect(await written(cases), 'nothing went out').toEqual(before)

  // Meanwhile the street grants the pause, and takes it back: the case is another one now.
  world.clock.advance({ minutes: 90 })
  const street = world.as('street')
  const [request] = (await street.sees<CaseStory>(`/api/cases/${moved}`)).requests
  await street.does(`/api/cases/${moved}/requests/${request!.id}/decide`, act({ granted: true }))
  await street.does(`/api/cases/${moved}/resume`, act())

  await phone.setOffline(false)
  await reads(page, '有 1 件没发成，要您看一下')
  await page.waitForFunction(() => document.querySelectorAll('article').length === 1)
  const sent = [...each(1), reported, ...each(2), reported, ...each(3), ...each(4), reported]
  expect((await written(cases)).slice(before.length)).toEqual(sent)

  await reads(page, /又重新交办过/, /现在的情况.*正在处置/, '您做完以后')
  await look(page, 'offline-conflict-phone')
  await isWarnedAtLeaving(page)
  await page.getByRole('button', { name: '按现在的情况再发' }).tap()
  await reads(page, '都发出了')
  expect((await written(cases)).slice(before.length)).toEqual([...sent, 'case 5 case.resolved 1'])
  expect((await world.verify()).flaws).toEqual([])
})

test('what waits is locked to who did it: another on the same phone reads and sends nothing of it', {
  timeout: 120_000,
}, async () => {
  // A phone of its own: nothing that was open before reads along.
  await phone.close()
  phone = await ownPhone(site)
  await phone.signsIn('worker')
  const { staff } = site.world
  const caseId = await rubbish()
  const before = await written([caseId])
  let page = await phone.open()
  await page.goto('/field')
  // Of the test before something may be left.
  await reads(page, /等您办 \d+ 件/)
  await settled(page, [caseId])
  await phone.setOffline(true)
  await notesAfterComing(page, caseId)
  const kept = await lying(page)
  expect(kept).toMatchObject({ keys: [staff.worker.accountId], pieces: 2 })
  for (const trace of ['已到现场查看', 'JFIF', '垃圾清运', '柳岸小区']) expect(kept.text).not.toContain(trace)

  await page.close()
  await phone.signsIn('worker2')
  await phone.setOffline(false)
  page = await phone.open()
  await page.goto('/field/outbox')
  await reads(page, '都发出了')
  await page.waitForFunction(() => document.querySelector('.offline-bar') === null)
  await expect.poll(async () => (await lying(page)).keys).toEqual([staff.worker2.accountId])
  expect(await lying(page)).toMatchObject({ readers: [staff.worker2.accountId], pieces: 2 })
  expect(await written([caseId])).toEqual(before)

  await phone.signsIn('worker')
  await page.goto('/field')
  await reads(page, /等您办 \d+ 件/)
  const sent = ['case 1 case.signed 0', 'case 1 case.arrived 0', 'case 1 case.handled 1']
  await expect
    .poll(async () => (await written([caseId])).slice(before.length), { timeout: 30_000 })
    .toEqual(sent)
})

test('a visit logged without signal is there once, with the moment at which it was', {
  timeout: 60_000,
}, async () => {
  await phone.close()
  phone = await ownPhone(site)
  await phone.signsIn('worker')
  const { world } = site
  const homeId = await addHome(world.as('worker'), world.places.building1.id, '5-501')
  await addPerson(world.as('worker'), homeId, { name: '宋清和', fromDay: '2020-01-01' })
  const page = await phone.open()
  await page.goto('/field')
  await settled(page, [])
  await page.getByRole('link', { name: '走访' }).tap()
  await reads(page, '5-501')
  await phone.setOffline(true)
  await page.getByRole('link', { name: /5-501/ }).tap()
  await page.getByRole('button', { name: '记下', exact: true }).tap()
  await reads(page, kept)
  await page.getByRole('link', { name: /5-501/ }).waitFor({ state: 'detached' })
  world.clock.advance({ minutes: 30 })
  await phone.setOffline(false)
  const logged = () =>
    world.sql<{ outcome: string; late: boolean }>(
      'reader',
      'select outcome, visited_at < $2 as late from visits where home_id = $1',
      [homeId, world.clock.now().subtract({ minutes: 20 }).toString()],
    )
  await expect.poll(logged, { timeout: 30_000 }).toEqual([{ outcome: 'met', late: true }])
})

test('what is pressed while another goes out follows it; signing out forgets though no signal comes after', {
  timeout: 120_000,
}, async () => {
  const cases = [await rubbish(), await rubbish()]
  const before = await written(cases)
  const page = await phone.open()
  await page.goto('/field')
  await settled(page, cases)

  // The first one's answer is held back until the second was pressed; then /api/me is heard no more.
  await page.evaluate(() => {
    const real = window.fetch
    const gate = new Promise<void>((open) => window.addEventListener('let-go', () => open(), { once: true }))
    let isOut = false
    window.addEventListener('no-signal', () => {
      isOut = true
    })
    window.fetch = async (path, init) => {
      if (isOut && path === '/api/me') throw new TypeError('no signal')
      if (String(path).endsWith('/arrive')) await gate
      return real(path, init)
    }
  })
  const patience = { timeout: 30_000 }
  for (const [at, caseId] of cases.entries()) {
    await page.locator(`a.case-link[href$="/case/${caseId}"]`).tap()
    await page.getByRole('button', { name: '到了', exact: true }).tap()
    await expect.poll(async () => (await lying(page)).pieces, patience).toBe(at + 1)
    await page.getByRole('link', { name: '回到今日' }).tap()
  }
  await page.evaluate(() => window.dispatchEvent(new Event('let-go')))
  const came = (at: number) => [`case ${at} case.signed 0`, `case ${at} case.arrived 0`]
  await expect
    .poll(async () => (await written(cases)).slice(before.length), patience)
    .toEqual([...came(1), ...came(2)])
  await expect.poll(async () => (await lying(page)).pieces, patience).toBe(0)

  await page.getByRole('link', { name: '我', exact: true }).tap()
  await page.evaluate(() => window.dispatchEvent(new Event('no-signal')))
  await page.getByRole('button', { name: '退出' }).tap()
  await expect.poll(() => lying(page), patience).toMatchObject({ keys: [], readers: [], pieces: 0 })
})
