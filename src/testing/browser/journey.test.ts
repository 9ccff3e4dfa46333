import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { photo } from '../photo.ts'
import type { StaffName } from '../world-people.ts'
import { worldPassword } from '../world-people.ts'
import { browserTests, look, reads } from './browser.ts'

const site = browserTests()

const words = '三楼楼道灯不亮，老人下楼看不见'
const summary = '某小区三楼楼道灯不亮'

test('a problem goes from a phone to a unit, is answered, is not solved, is done again and closed', async () => {
  const resident = await site.open(`/?place=${site.world.places.building1.placeCode}`, { screen: 'phone' })
  const { number, code } = await report(resident)

  const desk = await signedIn('/console', 'community', 'desk')
  await screenAndDispatch(desk)
  site.world.clock.advance({ minutes: 20 })
  const firm = await signedIn('/field', 'property', 'phone')
  await handle(firm)
  await reply(desk, '灯已修好，感谢反映。')

  await site.settled()
  await boardShows(resident, '灯已修好，感谢反映。')
  await rate(resident, { solved: '没有解决', rating: '不满意' })
  await reads(resident, '已退回重办，重新计时', '按您的评价退回重办', /等柳岸物业签收办理/)

  site.world.clock.advance({ hours: 2 })
  await handleAgain(firm)
  await reply(desk, '线路老化，已全部更换。')
  const otherPhone = await site.open('/follow', { screen: 'phone' })
  await findByCode(otherPhone, code, number)
  await reads(otherPhone, '线路老化，已全部更换。')
  await rate(otherPhone, { solved: '解决了', rating: '满意' })
  await reads(otherPhone, '谢谢，评价已收到', '您评价：解决了，满意')

  await checkAndClose(await signedIn('/console', 'centre', 'desk'))
  await resident.goto(`/follow/${number}`)
  await reads(resident, '已结案', '按您的评价退回重办，重新计时', '线路老化，已全部更换。')
  await look(resident, 'portal-follow-closed-phone')
  await site.settled()
  await inEnglish({ number, code })
})

/** A resident scans the building's code, says what is wrong with a photograph, and keeps the receipt. */
async function report(page: Page): Promise<{ number: string; code: string }> {
  await reads(page, '我的网格员', '小周', '来自二维码')
  await look(page, 'portal-home-phone')
  await page.getByRole('link', { name: '我要反映' }).click()
  await reads(page, '柳岸小区3栋', '您的信息怎么用')
  await page.getByRole('textbox', { name: '什么事' }).fill(words)
  await addPhoto(page, 1)
  await look(page, 'portal-report-phone')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { name: '已经收到' }).waitFor()
  await look(page, 'portal-receipt-phone')
  const said = async (term: string) =>
    (await page.getByRole('definition').allInnerTexts()).at(
      (await page.getByRole('term').allInnerTexts()).indexOf(term),
    )!
  const receipt = { number: await said('编号'), code: await said('回执码') }
  expect(receipt.number).toMatch(/^20261118-\d{7}-\d$/)
  await reads(page, /今天 1[0-9]:\d\d 前，会有首次答复/)
  await page.getByRole('link', { name: '查看进度' }).click()
  await reads(page, words, '您反映了这件事', /工作人员看过后，交给该管的单位/)
  return receipt
}

async function signedIn(path: string, name: StaffName, screen: 'phone' | 'desk'): Promise<Page> {
  const page = await site.open(path, { screen })
  await page.getByRole('heading', { name: '工作人员登录' }).waitFor()
  await page.getByRole('textbox', { name: '账号' }).fill(name)
  await page.getByRole('textbox', { name: '密码' }).fill(worldPassword)
  await page.getByRole('button', { name: '登录' }).click()
  return page
}

/** The community's desk says which matter it is and what the public may read, and gives it to the unit. */
async function screenAndDispatch(page: Page): Promise<void> {
  await page.getByRole('link', { name: '待甄别' }).click()
  await look(page, 'console-desk-screen-desk')
  await page.getByRole('link', { name: words }).click()
  await reads(page, words, '等甄别')
  await page.getByRole('button', { name: '楼道灯不亮' }).click()
  await page.getByRole('textbox', { name: '公开摘要' }).fill(summary)
  await look(page, 'console-case-screen-desk')
  await send(page, '确定事项')
  await reads(page, '甄别好了，等派单', '甄别完成')
  expect(await page.getByRole('radio', { name: '柳岸物业' }).isChecked()).toBe(true)
  await send(page, '派单')
  await reads(page, '已派单', '派单给柳岸物业', '等单位签收')
  await look(page, 'console-case-dispatched-desk')
}

/** The property firm, on a phone on the spot: signs, says that it came, and resolves with a photograph. */
async function handle(page: Page): Promise<void> {
  await reads(page, '待办 1 件')
  await look(page, 'field-today-phone')
  await page.getByRole('link', { name: '楼道灯不亮' }).click()
  await reads(page, words, '已派单，等签收')
  expect(await page.getByText('张').count(), 'the unit sees the place and not the person').toBe(0)
  await page.getByRole('button', { name: '签收', exact: true }).click()
  await reads(page, '柳岸物业签收')
  await look(page, 'field-case-phone')
  await page.getByRole('link', { name: '拍照处置' }).click()
  await page.getByRole('textbox', { name: '做了什么' }).fill('电工已到现场')
  await page.getByRole('button', { name: '记下' }).click()
  await reads(page, '已记下', '柳岸物业处置')
  await resolve(page, '换了灯泡', 2)
}

async function handleAgain(page: Page): Promise<void> {
  await page.goto('/field')
  await reads(page, '退回重办 1 次')
  await page.getByRole('link', { name: '楼道灯不亮' }).click()
  await reads(page, '重新办理：反映人说没有解决')
  await page.getByRole('button', { name: '签收', exact: true }).click()
  await resolve(page, '换了线路', 3)
}

async function resolve(page: Page, note: string, red: number): Promise<void> {
  await page.getByRole('link', { name: '办结', exact: true }).click()
  await page.getByRole('textbox', { name: '办好了什么' }).fill(note)
  await addPhoto(page, red)
  await page.getByRole('button', { name: '办结', exact: true }).click()
  await reads(page, '已办结', '今天没有待办')
}

/** The desk answers; it has the queue of what waits for an answer before it. */
async function reply(page: Page, answer: string): Promise<void> {
  await page.goto('/console/desk')
  await page.getByRole('link', { name: '待答复' }).click()
  await page.getByRole('link', { name: '楼道灯不亮' }).click()
  await reads(page, '单位已办结，等答复反映人。', '柳岸物业办结')
  await page.getByRole('textbox', { name: '答复内容' }).fill(answer)
  await send(page, '发出答复')
  await reads(page, '答复已发给反映人', '已答复，等反映人评价和中心核查。')
}

/** Everybody reads the summary and the answer, nobody the resident's own words. */
async function boardShows(page: Page, answer: string): Promise<void> {
  await page.getByRole('link', { name: '公示' }).click()
  await reads(page, '原话和个人信息不公示', '答复：')
  await look(page, 'portal-board-phone')
  await page.getByRole('link', { name: summary }).click()
  await page.getByRole('heading', { name: summary }).waitFor()
  await reads(page, answer, '柳巷社区', '楼道灯不亮')
  await look(page, 'portal-board-case-phone')
  const shown = await page.locator('body').textContent()
  expect(shown).not.toContain('老人')
  expect(shown, 'the building would point to the person').not.toContain('3栋')
}

async function rate(page: Page, said: { solved: string; rating: string }): Promise<void> {
  await page.goto('/follow')
  await page.getByRole('link', { name: words.slice(0, 6) }).click()
  await look(page, `portal-follow-${said.solved}-phone`)
  await page.getByRole('radio', { name: said.solved }).check()
  await page.getByRole('radio', { name: new RegExp(`^${said.rating}`) }).check()
  await page.getByRole('button', { name: '提交评价' }).click()
}

/** Another phone knows the case by its receipt code alone. */
async function findByCode(page: Page, code: string, number: string): Promise<void> {
  await page.getByRole('textbox', { name: '输入回执码' }).fill(code.toLowerCase())
  await page.getByRole('button', { name: '查', exact: true }).click()
  await reads(page, `编号 ${number}`)
}

async function checkAndClose(page: Page): Promise<void> {
  await page.getByRole('link', { name: '待核查' }).click()
  await page.getByRole('link', { name: '楼道灯不亮' }).click()
  await page.getByRole('radio', { name: '通过', exact: true }).check()
  await send(page, '提交核查')
  await reads(page, '核查结果已记下', '核查通过，等结案。')
  await send(page, '结案')
  await reads(page, '已结案。反映人评价没解决，会重新办理。')
  await look(page, 'console-case-closed-desk')
}

/** The same pages once more for readers of English: the interface's words are theirs, what people wrote stays. */
async function inEnglish({ number, code }: { number: string; code: string }): Promise<void> {
  const resident = await site.open(`/?place=${site.world.places.building1.placeCode}`, {
    screen: 'phone',
    language: 'en',
  })
  await reads(resident, 'My grid worker', 'Liu’an Estate Building 3')
  await resident.getByRole('link', { name: 'Report a problem' }).click()
  await resident.getByRole('textbox', { name: 'What is it' }).waitFor()
  await resident.goto(`/follow#${code}`)
  await reads(resident, `Number ${number}`, 'Closed', 'Stairwell lamp out', words)
  await resident.goto('/board')
  await resident.getByRole('link', { name: summary }).click()
  await reads(resident, 'Stairwell lamp out', 'Closed', 'Answer')

  const desk = await site.open('/console/desk?queue=ended', {
    screen: 'desk',
    language: 'en',
    as: 'community',
  })
  await desk.getByRole('link', { name: 'Stairwell lamp out' }).click()
  await reads(desk, 'Closed', words)
  const firm = await site.open('/field', { screen: 'phone', language: 'en', as: 'property' })
  await reads(firm, 'Today')
}

const addPhoto = async (where: Page | Locator, red: number): Promise<void> => {
  const file = { name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: await photo(red) }
  await where.getByLabel('拍照或选照片').setInputFiles(file)
  await where.getByRole('img', { name: '第 1 张照片' }).waitFor()
}

/** The button that sends the open form; the list of acts above it has one of the same name. */
const send = (page: Page, name: string): Promise<void> =>
  page.locator('form').getByRole('button', { name, exact: true }).click()
