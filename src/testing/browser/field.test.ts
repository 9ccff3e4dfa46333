import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import type { CaseStory } from '../../cases/story.contract.ts'
import { photo } from '../photo.ts'
import { atRest, browserTests, look, reads } from './browser.ts'

const site = browserTests()
const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

/** Rubbish in building 1, which the community has in hand: its grid worker's own work. */
async function rubbish(matter = 'HJ01'): Promise<string> {
  const { world } = site
  const report = act({ words: '楼下垃圾两天没有清运', place: world.places.building1.placeCode })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', report)
  const desk = world.as('community')
  await desk.does(`/api/cases/${caseId}/screen`, act({ matter, summary: '某小区垃圾没有清运' }))
  await desk.does(`/api/cases/${caseId}/dispatch`, act())
  return caseId
}

/** What people did; what the program found behind them comes when its follower does. */
const kindsOf = async (caseId: string): Promise<string[]> =>
  (await site.world.as('centre').sees<CaseStory>(`/api/cases/${caseId}`)).timeline
    .slice(3)
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'case.closing_flagged')

const takes = async (page: Page, label: string, red: number): Promise<void> =>
  page.getByLabel(label).setInputFiles({ name: 'spot.jpg', mimeType: 'image/jpeg', buffer: await photo(red) })

test('a grid worker comes, notes with a photograph and finishes: one tap a step from the card, no typing', async () => {
  const caseId = await rubbish()
  const page = await site.open('/field', { screen: 'phone', as: 'worker' })
  await reads(page, '网格里在办 1 件，等您办 1 件', '正常 1 件', '垃圾清运不及时')
  await look(page, 'field-card-phone')
  await page.getByRole('button', { name: '到了：垃圾清运不及时' }).tap()
  await reads(page, '已记下到场')
  expect(await kindsOf(caseId)).toEqual(['case.signed', 'case.arrived'])

  await takes(page, '拍照处置：垃圾清运不及时', 11)
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
  await page.getByRole('button', { name: '已到现场查看' }).tap()
  await look(page, 'field-note-phone')
  await page.getByRole('button', { name: '记下', exact: true }).tap()
  await reads(page, '已记下', /柳巷社区居委会处置，附 1 张照片/)

  await page.getByRole('link', { name: '办结', exact: true }).tap()
  await reads(page, '这个事项办结时要有照片。', /按事项先填好了/)
  await page.getByRole('button', { name: '办结', exact: true }).tap()
  await reads(page, '请拍一张办好后的照片')
  expect((await kindsOf(caseId)).at(-1)).toBe('case.handled')
  await page.getByRole('link', { name: '今日', exact: true }).tap()
  await takes(page, '拍照办结：垃圾清运不及时', 12)
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
  const words = page.getByRole('textbox', { name: '办好了什么' })
  expect(await words.inputValue()).toBe('已清理干净')
  await page.getByRole('button', { name: '已更换' }).tap()
  expect(await words.inputValue(), 'another phrase takes the place of what stood ready').toBe('已更换')
  await look(page, 'field-finish-phone')
  await page.getByRole('button', { name: '办结', exact: true }).tap()
  await reads(page, '已办结', '今天没有待办', '今天办好 1 件')
  expect((await kindsOf(caseId)).at(-1)).toBe('case.resolved')
})

test('what needs no photograph is finished from its form, and asked about before it goes', async () => {
  const caseId = await rubbish('LJ01')
  const worker = site.world.as('worker')
  await worker.does(`/api/cases/${caseId}/arrive`, act())
  const page = await site.open('/field', { screen: 'phone', as: 'worker' })
  await page.getByRole('link', { name: '办结：邻里纠纷' }).tap()
  await page.getByRole('button', { name: '已与反映人当面说清' }).tap()
  await page.getByRole('button', { name: '办结', exact: true }).tap()
  await reads(page, '确定办结吗？')
  expect((await kindsOf(caseId)).at(-1)).toBe('case.arrived')
  await page.getByRole('dialog').getByRole('button', { name: '办结' }).tap()
  await reads(page, '已办结')
  expect((await kindsOf(caseId)).at(-1)).toBe('case.resolved')
})

test('what came since the last look is marked, until it was seen', async () => {
  await rubbish()
  const page = await site.open('/field', { screen: 'phone', as: 'worker' })
  await reads(page, '等您办 1 件')
  expect(await page.getByText('上次看过以后').count(), 'a first look has no news').toBe(0)
  await page.getByRole('link', { name: '我', exact: true }).tap()
  await page.getByRole('heading', { name: '我的岗位' }).waitFor()
  site.world.clock.advance({ minutes: 3 })
  await rubbish()
  await page.reload()
  await page.getByRole('link', { name: '今日', exact: true }).tap()
  await reads(page, '上次看过以后，新来 1 件')
  await page.getByRole('button', { name: '知道了' }).tap()
  await page.getByText('上次看过以后').waitFor({ state: 'detached' })
})

test('without a network it says so plainly, and what was written is there after a reload', async () => {
  const caseId = await rubbish()
  await site.world.as('worker').does(`/api/cases/${caseId}/sign`, act())
  const page = await site.open(`/field/case/${caseId}/note`, { screen: 'phone', as: 'worker' })
  await page.getByRole('textbox', { name: '做了什么' }).fill('已联系清运车，下午三点到')
  // What the page still asks for when it opens is asked before the network goes.
  await atRest(page)
  await page.context().setOffline(true)
  await reads(page, /现在没有网络。做的事先存在手机里/)
  await page.context().setOffline(false)
  await page.reload()
  expect(await page.getByRole('textbox', { name: '做了什么' }).inputValue()).toBe('已联系清运车，下午三点到')
})

test('my grid has its code to hold out, its houses and who answers by telephone', async () => {
  const page = await site.open('/field/grid', { screen: 'phone', as: 'worker' })
  await reads(page, '柳巷第一网格', '柳巷社区居委会', '东渡街道城管中队', '小周')
  await page.locator('summary').filter({ hasText: '柳岸小区' }).tap()
  await reads(page, '柳岸物业')
  await page.getByRole('button', { name: '柳岸小区3栋的二维码' }).tap()
  await page.getByRole('img', { name: '柳岸小区3栋的二维码' }).waitFor()
  await reads(page, `扫不了就输入：${site.world.places.building1.placeCode}`)
  await look(page, 'field-grid-code-phone')
})
