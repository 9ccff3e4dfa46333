import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { CaseStory } from '../../cases/story.contract.ts'
import { browserTests, look, reads } from './browser.ts'
import { bringCases, type Cases } from './pages.ts'

const site = browserTests()
let cases: Cases
beforeAll(async () => {
  cases = await bringCases(site.world)
  await site.settled()
})

const storyOf = (caseId: string) => site.world.as('street').sees<CaseStory>(`/api/cases/${caseId}`)

/** Whether the whole of an element lies inside the window, where a thumb finds it without pushing sideways. */
const liesInside = (page: Page, name: string): Promise<boolean> =>
  page
    .getByRole('button', { name, exact: true })
    .first()
    .evaluate((element) => {
      const { left, right } = element.getBoundingClientRect()
      return left >= 0 && right <= window.innerWidth
    })

test('a street director on a phone lands on what waits, and decides with two taps', async () => {
  const page = await site.open('/console', { screen: 'phone', as: 'street' })
  await page.getByRole('heading', { name: '待我审批' }).waitFor()
  await reads(page, /申请延期 2 个工作日/, '“整条线路要换，材料后天到”', '同意以后')
  for (const name of ['同意', '不同意']) expect(await liesInside(page, name)).toBe(true)

  // The first tap of a no can be thought over.
  await page.getByRole('button', { name: '不同意', exact: true }).tap()
  await reads(page, /点一条就发出/)
  await page.getByRole('button', { name: '再想想' }).tap()

  await page.getByRole('button', { name: '同意', exact: true }).tap()
  await page.getByRole('button', { name: '确认同意延期' }).tap()
  await reads(page, '现在没有等您审批的申请', /已同意：.*申请延期 2 个工作日/)
  const { requests, parts } = await storyOf(cases.handled.caseId)
  expect(requests).toMatchObject([{ granted: true }])
  expect(parts[0]?.account.extendedMinutes).toBeGreaterThan(0)
})

const rowLink = (page: Page, name: string) => page.locator('a[data-case]').filter({ hasText: name }).first()
const hasFocus = (element: Element): boolean => element === document.activeElement

test('the desk is worked by keys: walk, open beside the list, close, choose a span, find, and what the keys are', async () => {
  const page = await site.open('/console/desk?queue=open', { screen: 'desk', as: 'community' })
  await reads(page, '已经到底了')
  const links = page.locator('a[data-case]')
  const { keyboard } = page
  await keyboard.press('j')
  await keyboard.press('j')
  expect(await links.nth(1).evaluate(hasFocus)).toBe(true)
  expect(await links.nth(1).evaluate((link) => getComputedStyle(link).outlineStyle)).not.toBe('none')
  await keyboard.press('k')
  expect(await links.nth(0).evaluate(hasFocus)).toBe(true)

  await keyboard.press('Enter')
  await page.getByRole('region', { name: '打开的诉求' }).getByRole('article').waitFor()
  expect(await page.getByRole('region', { name: '全部在办' }).isVisible()).toBe(true)
  await keyboard.press('Escape')
  await page.getByRole('region', { name: '打开的诉求' }).waitFor({ state: 'detached' })

  await keyboard.press('j')
  await keyboard.press('x')
  await keyboard.press('j')
  await keyboard.press('j')
  await keyboard.press('Shift+X')
  await page.getByRole('status').filter({ hasText: '已选 3 件' }).waitFor()
  await keyboard.press('Escape')
  expect(await page.getByRole('region', { name: '对选中的一起办' }).count()).toBe(0)

  await keyboard.press('?')
  await page.getByRole('dialog', { name: '快捷键' }).waitFor()
  await keyboard.press('Escape')
  await keyboard.press('/')
  expect(await page.getByRole('searchbox', { name: '按编号查找' }).evaluate(hasFocus)).toBe(true)
  // What is typed there is no command.
  await keyboard.type('x?j')
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('a view is kept by name, and its address shows a colleague the same', async () => {
  const page = await site.open('/console/desk?queue=open&stage=handling', { screen: 'desk', as: 'community' })
  await page.getByRole('button', { name: '保存为视图' }).click()
  await page.getByRole('textbox', { name: '给这个视图起个名字' }).fill('正在办的')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const view = page.getByRole('link', { name: '正在办的' })
  await view.waitFor()
  expect(await view.getAttribute('aria-current')).toBe('page')
  await page.getByRole('link', { name: '待甄别' }).click()
  await reads(page, '三楼楼道灯又不亮了，晚上看不见台阶')
  await view.click()
  await page.waitForURL(/stage=handling/)
  await page.getByRole('button', { name: '移除视图“正在办的”' }).click()
  await page.getByRole('link', { name: '正在办的' }).waitFor({ state: 'detached' })
})

test('many are done at once: what each would get is seen first, refused ones with why, and every result after', async () => {
  const resident = site.world.anonymous()
  const desk = site.world.as('community')
  const act = (body: object = {}) => ({ requestId: crypto.randomUUID(), ...body })
  const place = site.world.places.building1.placeCode
  for (const words of ['四楼楼道灯不亮', '五楼楼道灯不亮']) {
    const { caseId } = await resident.does<{ caseId: string }>('/api/reports', act({ words, place }))
    await desk.does(`/api/cases/${caseId}/screen`, act({ matter: 'FA02', summary: `某小区${words}` }))
  }
  const page = await site.open('/console/desk?queue=open&sort=newest', { screen: 'desk', as: 'community' })
  await reads(page, '某小区五楼楼道灯不亮')
  for (const words of ['四楼楼道灯不亮', '五楼楼道灯不亮', '三楼楼道灯又不亮了'])
    await page.getByRole('row').filter({ hasText: words }).locator('td.queue__check input').check()
  await page.getByRole('button', { name: '按目录派单' }).click()
  const dialog = page.getByRole('dialog', { name: '按目录派单：选中的 3 件' })
  await dialog.getByText('2 件能办').waitFor()
  await dialog.getByText('1 件不能办，会跳过').waitFor()
  expect(await dialog.getByText(/交给.*物业/).count()).toBe(2)
  const before = await desk.sees<{ rows: unknown[] }>('/api/desk?queue=dispatch')

  await dialog.getByRole('button', { name: '派出这 2 件' }).click()
  await dialog.getByText('2 件都办好了').waitFor()
  await dialog.getByRole('button', { name: '关闭' }).click()
  const after = await desk.sees<{ rows: unknown[] }>('/api/desk?queue=dispatch')
  expect(before.rows.length - after.rows.length).toBe(2)
  await rowLink(page, '楼道灯不亮').waitFor()
})

test('a sheet holds nobody’s name or words until a purpose was given, and the look is on the record', async () => {
  const { caseId } = cases.late
  const page = await site.open(`/console/cases/${caseId}/paper?sheet=case`, {
    screen: 'desk',
    as: 'community',
  })
  const sheet = page.getByRole('article', { name: '诉求办理情况单' })
  await sheet.getByText('某小区二楼楼道灯闪烁').waitFor()
  await sheet.getByRole('img', { name: '扫码看这件诉求' }).waitFor()
  for (const personal of ['张小云', '13800000417', '上个月说过'])
    expect(await sheet.getByText(personal).count()).toBe(0)

  await page.getByRole('button', { name: /写上原话、地址和反映人/ }).click()
  await page.getByRole('textbox', { name: '用来做什么？' }).fill('存档')
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await sheet.getByText(/张小云/).waitFor()
  await sheet
    .getByText(/上个月说过/)
    .first()
    .waitFor()
  expect((await storyOf(caseId)).timeline.map(({ kind }) => kind)).toContain('case.reporter_seen')
  // Asked for again, the page has forgotten.
  await page.reload()
  await sheet.getByText('某小区二楼楼道灯闪烁').waitFor()
  expect(await sheet.getByText('张小云').count()).toBe(0)
})

test('two reports stand beside each other with what they share, and one key sets apart, another joins', async () => {
  const { caseId } = cases.fresh
  const page = await site.open(`/console/cases/${caseId}`, { screen: 'desk', as: 'community' })
  const section = page.getByRole('region', { name: '可能是同一件事' })
  const own = section.getByRole('region', { name: '这一件' })
  const other = section.getByRole('region', { name: '可能相同的一件' })
  await own.getByText(/晚上看不见台阶/).waitFor()
  await section.getByText(/在同一个地方/).waitFor()
  expect(await own.locator('mark').allTextContents()).toEqual(await other.locator('mark').allTextContents())
  expect(await own.locator('mark').count()).toBeGreaterThan(0)
  await own.getByRole('img').waitFor()
  await look(page, 'console-compare-desk')

  const first = await other.getByRole('heading').textContent()
  await page.keyboard.press('n')
  await section.getByRole('button', { name: /再看一遍/ }).waitFor()
  expect(await section.textContent()).not.toContain(first)
  await section.getByRole('button', { name: /再看一遍/ }).click()
  await other.getByText(first!.split(' ')[1]!).waitFor()

  await page.keyboard.press('m')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Enter')
  await reads(page, '已并到另一件，跟着那一件答复。')
  expect(await storyOf(caseId)).toMatchObject({ stage: 'joined' })
})
