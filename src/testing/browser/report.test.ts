import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { CaseStory, DeskPage } from '../../cases/story.contract.ts'
import { photo } from '../photo.ts'
import { browserTests, reads } from './browser.ts'

const site = browserTests()

/** The browser's own recogniser, which asks a server of its maker: here it hears what a test says. */
interface TestEar {
  isOpen: boolean
  hear(transcript: string, isFinal: boolean): void
  fail(error: string): void
}
declare global {
  interface Window {
    ear?: TestEar
  }
}

function bringEar(): void {
  class Ear implements TestEar {
    onresult: ((event: object) => void) | null = null
    onerror: ((event: object) => void) | null = null
    onend: (() => void) | null = null
    isOpen = false
    start() {
      this.isOpen = true
      window.ear = this
    }
    stop() {
      this.isOpen = false
      this.onend?.()
    }
    abort() {
      this.stop()
    }
    hear(transcript: string, isFinal: boolean) {
      this.onresult?.({ results: [Object.assign([{ transcript, confidence: 0.9 }], { isFinal })] })
    }
    fail(error: string) {
      this.onerror?.({ error })
      this.stop()
    }
  }
  Object.assign(window, { SpeechRecognition: Ear, webkitSpeechRecognition: Ear })
}

const hears = (page: Page, words: string, how: 'guess' | 'certain'): Promise<void> =>
  page.evaluate(([said, isFinal]) => window.ear?.hear(said, isFinal), [words, how === 'certain'] as const)

test('said aloud, for a neighbour, from lists, and kept as a picture', async () => {
  const page = await site.open('/', { screen: 'phone' })
  await page.addInitScript(bringEar)
  await page.goto('/report')
  await page.getByRole('button', { name: '用说的' }).click()
  await reads(page, /会把声音传给它的厂商/)
  await page.getByRole('button', { name: '知道了，开始说' }).click()
  await reads(page, '正在听，请说…')
  const words = page.getByRole('textbox', { name: '什么事' })
  await words.fill('昨晚起')
  await hears(page, '隔壁奶奶家', 'guess')
  await reads(page, '隔壁奶奶家')
  expect(await words.inputValue(), 'a guess is only shown').toBe('昨晚起')
  await hears(page, '隔壁奶奶家门口的灯不亮', 'certain')
  await expect.poll(() => words.inputValue()).toBe('昨晚起，隔壁奶奶家门口的灯不亮')
  await page.getByRole('button', { name: '说完了' }).press('Escape')
  await reads(page, '已写进去，请看一遍再提交。')

  await page.getByRole('button', { name: '用说的' }).click()
  await reads(page, '正在听，请说…')
  await page.evaluate(() => window.ear?.fail('network'))
  await reads(page, /听写服务现在连不上/)

  await page.getByRole('button', { name: /从名单里选/ }).click()
  for (const name of ['东渡街道', '柳巷社区'])
    await page.getByRole('combobox', { name: '再具体一点' }).selectOption({ label: name })
  await page.getByRole('checkbox', { name: /替别人反映/ }).check()
  await reads(page, /回执给您/)
  await page.getByRole('button', { name: '用说的' }).click()
  await reads(page, '正在听，请说…')
  await hears(page, '楼道很黑', 'guess')
  await reads(page, '楼道很黑')
  await page.getByRole('button', { name: '提交' }).click()
  await reads(page, '已经收到', /柳巷社区的工作人员先看/)
  expect(await page.evaluate(() => window.ear?.isOpen), 'sending ends the listening').toBe(false)
  await page.getByRole('button', { name: '存成图片' }).click()
  const picture = page.getByRole('img', { name: /^回执图片：编号/ })
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 10_000 })
    .toBe(720)

  const desk = site.world.as('community')
  const { rows } = await desk.sees<DeskPage>('/api/desk?queue=screen')
  const story = await desk.sees<CaseStory>(`/api/cases/${rows[0]!.id}`)
  expect(story).toMatchObject({ words: '昨晚起，隔壁奶奶家门口的灯不亮，楼道很黑', onBehalf: 'relative' })
})

test('words and photographs of a half-written report survive a closed page, and go with the sent one', async () => {
  const page = await site.open('/report', { screen: 'phone' })
  const pictures = page.getByRole('img', { name: /^第 \d 张照片$/ })
  await page.getByRole('textbox', { name: '什么事' }).fill('电梯门关不上')
  for (const [before, red] of [40, 200].entries()) {
    const file = { name: 'lift.jpg', mimeType: 'image/jpeg', buffer: await photo(red) }
    await page.getByLabel('拍照或选照片').setInputFiles(file)
    await expect.poll(() => pictures.count(), { timeout: 10_000 }).toBe(before + 1)
  }
  await page.getByRole('button', { name: '移除第 1 张照片' }).click()
  await expect.poll(() => pictures.count(), { timeout: 10_000 }).toBe(1)
  await page.reload()
  await expect.poll(() => pictures.count(), { timeout: 10_000 }).toBe(1)
  await expect
    .poll(() => pictures.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0)
  await page.getByRole('button', { name: '提交' }).click()
  await reads(page, '已经收到')
  await page.goto('/report')
  await reads(page, '拍照或选照片')
  expect(await pictures.count()).toBe(0)
  const desk = site.world.as('centre')
  const { rows } = await desk.sees<DeskPage>('/api/desk?queue=open')
  const stories = await Promise.all(rows.map(({ id }) => desk.sees<CaseStory>(`/api/cases/${id}`)))
  expect(stories.find(({ words }) => words === '电梯门关不上')?.photos).toHaveLength(1)
})

test('without scripts a page says where to go, and the way there reports', async () => {
  const page = await site.open('/plain/report', { screen: 'phone' })
  await page.getByRole('textbox', { name: '什么事' }).fill('单元门口的井盖松了')
  await page.getByRole('button', { name: '提交' }).click()
  await reads(page, '已经收到', /会有首次答复/)
  await page.getByRole('link', { name: '看办到哪一步' }).click()
  await reads(page, '单元门口的井盖松了', '您反映了这件事')
})
