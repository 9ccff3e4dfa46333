import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import type { DeskPage } from '../../cases/story.contract.ts'
import { photo } from '../photo.ts'
import { browserTests, reads } from './browser.ts'

const site = browserTests()
const lamp = { name: 'lamp.jpg', mimeType: 'image/jpeg' }

test('a resident reports and rates by keyboard alone', async () => {
  const page = await site.open('/', { screen: 'desk' })
  // Choosing a file is the machine's window: from here on the browser hands it to the test.
  page.on('filechooser', (chooser) => void photo(1).then((buffer) => chooser.setFiles({ ...lamp, buffer })))
  await reads(page, '我要反映')
  await page.keyboard.press('Tab')
  expect(await page.getByRole('link', { name: '跳到正文' }).evaluate(hasFocus)).toBe(true)
  await page.keyboard.press('Enter')
  await press(page, 'link', '我要反映', 'Enter')

  await goTo(page, 'textbox', '什么事')
  await page.keyboard.type('三楼楼道灯不亮，老人下楼看不见')
  await choosePhoto(page)
  await goTo(page, 'searchbox', '搜小区、社区或街道')
  await page.keyboard.type('柳岸')
  await page.getByRole('button', { name: '柳岸小区3栋' }).waitFor()
  await press(page, 'button', '柳岸小区3栋', 'Enter')
  await press(page, 'button', '提交', 'Enter')
  await page.getByRole('heading', { name: '已经收到' }).waitFor()

  const number = await answer()
  // The resident comes back later: what the receipt read a moment ago is still held as fresh.
  await page.reload()
  await press(page, 'link', '查看进度', 'Enter')
  await reads(page, '灯已修好，感谢反映。')
  await goTo(page, 'radio', '解决了')
  await page.keyboard.press('ArrowDown')
  expect(await page.getByRole('radio', { name: '没有解决' }).isChecked()).toBe(true)
  await goTo(page, 'radio', '很满意')
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown')
  expect(await page.getByRole('radio', { name: '不满意 会退回重办', exact: true }).isChecked()).toBe(true)
  await goTo(page, 'textbox', '还想说什么')
  await page.keyboard.type('晚上又灭了')
  await press(page, 'button', '提交评价', 'Enter')
  await reads(page, '已退回重办，重新计时')
  const { rows } = await site.world.as('community').sees<DeskPage>(`/api/desk/find?number=${number}`)
  expect(rows[0]).toMatchObject({ stage: 'dispatched', reopened: 1 })
})

test('whoever scanned the code of a building reports by keyboard alone, and is not asked where', async () => {
  const { placeCode } = site.world.places.building1
  const page = await site.open(`/?place=${placeCode}`, { screen: 'desk' })
  await reads(page, '来自二维码')
  await press(page, 'link', '我要反映', 'Enter')
  await goTo(page, 'textbox', '什么事')
  await page.keyboard.type('一楼门口的灯不亮')
  await reads(page, '柳岸小区3栋')
  await press(page, 'button', '提交', 'Enter')
  await page.getByRole('heading', { name: '已经收到' }).waitFor()
  await press(page, 'link', '查看进度', 'Enter')
  await reads(page, '一楼门口的灯不亮', /柳岸小区3栋/)
})

test('what is missing is said, and the focus brought to it', async () => {
  const page = await site.open('/report', { screen: 'desk' })
  await press(page, 'button', '提交', 'Enter')
  await reads(page, '请写一句是什么事')
  await expect.poll(() => page.getByRole('textbox', { name: '什么事' }).evaluate(hasFocus)).toBe(true)
})

test('a resident follows a case by its receipt, adds to it and withdraws it by keyboard alone', async () => {
  const place = site.world.places.building1.placeCode
  const body = { requestId: randomUUID(), words: '单元门的灯也不亮了', place, photos: [] }
  const { receiptCode } = await site.world.anonymous().does<Receipt>('/api/reports', body)
  const page = await site.open('/', { screen: 'desk' })
  await reads(page, '我要反映')
  await press(page, 'link', '进度', 'Enter')
  await press(page, 'button', '查', 'Enter')
  await expectFocus(page, 'textbox', '输入回执码')
  await page.keyboard.type(receiptCode)
  await page.keyboard.press('Enter')
  await reads(page, '单元门的灯也不亮了')

  await pressSummary(page, '补充情况')
  await press(page, 'button', '补充', 'Enter')
  await expectFocus(page, 'textbox', '补充什么')
  await page.keyboard.type('二单元也不亮')
  await press(page, 'button', '补充', 'Enter')
  await reads(page, '已补充')

  await press(page, 'button', '撤回这件事', 'Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await expectFocus(page, 'button', '撤回这件事')
  await page.keyboard.press('Enter')
  await press(page, 'button', '撤回', 'Enter', true)
  await reads(page, '已撤回')
  await expect.poll(() => page.getByRole('heading', { level: 1 }).evaluate(hasFocus)).toBe(true)
})

test('a resident signs in and looks through the board by keyboard alone', async () => {
  const page = await site.open('/me', { screen: 'desk' })
  await goTo(page, 'textbox', '手机号')
  await page.keyboard.type('138')
  await page.keyboard.press('Enter')
  await expectFocus(page, 'textbox', '手机号')
  await page.keyboard.type('00000418')
  await page.keyboard.press('Enter')
  await expectFocus(page, 'textbox', '验证码')
  await press(page, 'button', '演示区不发短信：看验证码', 'Enter')
  await press(page, 'button', '用 ', 'Enter')
  await press(page, 'button', '登录', 'Enter', true)
  await reads(page, '已登录')
  await expect.poll(() => page.getByRole('heading', { level: 1 }).evaluate(hasFocus)).toBe(true)

  await press(page, 'link', '公示', 'Enter')
  await goTo(page, 'radio', '全部')
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('radio', { name: '在办' }).isChecked()).toBe(true)
  await pressSummary(page, '按事项、按社区找')
  await goTo(page, 'combobox', '事项')
})

test('in large type a report goes step by step, and each step takes the focus', async () => {
  const page = await site.open('/report', { screen: 'phone', keeps: { 'linli.type': 'large' } })
  await reads(page, '第 1 步，一共 3 步')
  await press(page, 'button', '下一步', 'Enter')
  await expectFocus(page, 'textbox', '什么事')
  await page.keyboard.type('路口的井盖响得厉害')
  await press(page, 'button', '下一步', 'Enter')
  await expectFocus(page, 'heading', '第 2 步，一共 3 步')
  await press(page, 'button', '下一步', 'Enter')
  await expectFocus(page, 'heading', '第 3 步，一共 3 步')
  await press(page, 'button', '上一步', 'Enter')
  await expectFocus(page, 'heading', '第 2 步，一共 3 步')
  await press(page, 'button', '下一步', 'Enter')
  await press(page, 'button', '提交', 'Enter')
  await page.getByRole('heading', { name: '已经收到' }).waitFor()
})

test('the console’s menu opens a group by keyboard, and the group of the page that one comes to', async () => {
  const page = await site.open('/console/desk', { screen: 'desk', as: 'centre' })
  await goTo(page, 'button', '组织与联系')
  expect(await page.getByRole('link', { name: '组织覆盖' }).count()).toBe(0)
  await page.keyboard.press('Enter')
  await press(page, 'link', '组织覆盖', 'Enter')
  await page.getByRole('heading', { level: 1, name: '组织覆盖' }).waitFor()
  await page.reload()
  await page.getByRole('link', { name: '组织覆盖' }).waitFor()
  expect(await page.getByRole('link', { name: '诉求办理' }).count()).toBe(0)
})

/** Desk and unit do their part; returns the case's number. */
async function answer(): Promise<string> {
  const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
  const [desk, firm] = [site.world.as('community'), site.world.as('property')]
  const { rows } = await desk.sees<DeskPage>('/api/desk?queue=screen')
  const [{ id, number } = { id: '', number: '' }] = rows
  const at = `/api/cases/${id}`
  await desk.does(`${at}/screen`, act({ matter: 'FA02', summary: '某小区三楼楼道灯不亮' }))
  await desk.does(`${at}/dispatch`, act())
  await firm.does(`${at}/sign`, act())
  const upload = { bytes: await photo(2), type: 'image/jpeg' }
  const { body } = await firm.upload<{ fileId: string }>('/api/photos', upload)
  await firm.does(`${at}/resolve`, act({ note: '换了灯泡', photos: [body.fileId] }))
  await desk.does(`${at}/reply`, act({ answer: '灯已修好，感谢反映。' }))
  return number
}

type Role = Parameters<Page['getByRole']>[0]
const hasFocus = (element: Element): boolean => element === document.activeElement

/** Whether a reader sees where the focus is: an outline on what has it, or on the label around it. */
const focusIsSeen = (element: Element): boolean =>
  [element, element.closest('label')].some(
    (shown) => shown !== null && getComputedStyle(shown).outlineStyle !== 'none' && shown.clientWidth > 1,
  )

/** Goes on by Tab until the focus is there; the way must be short, and the focus to be seen at its end. */
async function goTo(page: Page, role: Role, name: string, exact = false): Promise<void> {
  const wanted = page.getByRole(role, { name, exact }).first()
  await wanted.waitFor()
  for (let steps = 0; !(await wanted.evaluate(hasFocus)); steps++) {
    if (steps === 40) throw new Error(`${role} “${name}” is not reached by 40 steps`)
    await page.keyboard.press('Tab')
  }
  expect(await wanted.evaluate(focusIsSeen), `focus on “${name}” is to be seen`).toBe(true)
}

async function press(page: Page, role: Role, name: string, key: string, exact = false): Promise<void> {
  await goTo(page, role, name, exact)
  await page.keyboard.press(key)
}

/** Opens a part that is folded: a summary has no role of its own in every browser. */
async function pressSummary(page: Page, words: string): Promise<void> {
  const wanted = page.locator('summary', { hasText: words })
  await wanted.waitFor()
  for (let steps = 0; !(await wanted.evaluate(hasFocus)); steps++) {
    if (steps === 40) throw new Error(`“${words}” is not reached by 40 steps`)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
}

/** The focus comes there by itself: to what must be mended, or to the next step. */
async function expectFocus(page: Page, role: Role, name: string): Promise<void> {
  const wanted = page.getByRole(role, { name }).first()
  await wanted.waitFor()
  const message = `the focus comes to “${name}”`
  await expect.poll(() => wanted.evaluate(hasFocus), { message }).toBe(true)
}

async function choosePhoto(page: Page): Promise<void> {
  const wanted = page.getByLabel('拍照或选照片')
  for (let steps = 0; steps < 10 && !(await wanted.evaluate(hasFocus)); steps++)
    await page.keyboard.press('Tab')
  expect(await wanted.evaluate(focusIsSeen), 'focus on the photographs is to be seen').toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
}
