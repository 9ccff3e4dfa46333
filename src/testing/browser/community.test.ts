import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { DeskQuestionPage } from '../../neighbours/contract.ts'
import { worldPassword } from '../world-people.ts'
import { browserTests, look, reads } from './browser.ts'

const site = browserTests()

const asked = '我住三栋，老年食堂几点开门？'
const shown = '老年食堂几点开门？'
const answer = '周一到周六，11:00 到 13:00。'

test('a resident asks, the desk answers for everybody, and what is announced is ready for the group', async () => {
  const { id } = site.world.places.community1
  const resident = await site.open(`/community/${id}`, { screen: 'phone' })
  await reads(resident, '柳巷社区', '还没有公告', '小周')
  await ask(resident)

  const desk = await signedIn()
  await answerPublicly(desk)
  await announce(desk)

  await resident.reload()
  await reads(resident, '周六上午停水', `问：${shown}`, `答：${answer}`, '我问过的', /答了$/)
  await look(resident, 'portal-community-answered-phone')
  const neighbour = await site.open(`/community/${id}`, { screen: 'phone' })
  await reads(neighbour, `问：${shown}`)
  expect(await neighbour.getByText('我住三栋').count()).toBe(0)
  expect(await neighbour.title()).toContain('柳巷社区')
})

test('whoever asked without an account takes the question back, and it is gone from page, phone and desk', async () => {
  const { id } = site.world.places.community2
  const resident = await site.open(`/community/${id}`, { screen: 'phone' })
  const words = '我妈一个人住，能不能送餐？'
  await resident.getByRole('textbox', { name: '您的问题' }).fill(words)
  await resident.getByRole('button', { name: '提问' }).click()
  await reads(resident, '等社区回答')
  await resident.getByRole('button', { name: `收回这个问题：${words}` }).click()
  await look(resident, 'portal-community-take-back-phone')
  await resident.getByRole('dialog').getByRole('button', { name: '收回', exact: true }).click()
  await reads(resident, '已经收回，原话已删掉')
  await resident.reload()
  await reads(resident, '问社区一句')
  expect(await resident.getByText('我问过的').count()).toBe(0)
  const { rows } = await site.world
    .as('community2')
    .sees<DeskQuestionPage>('/api/community-desk/questions?stage=asked')
  expect(rows.map((row) => row.words)).not.toContain(words)
})

/** Words of an emergency are turned to the telephone first; then the question is asked. */
async function ask(page: Page): Promise<void> {
  const field = page.getByRole('textbox', { name: '您的问题' })
  await field.fill('楼道里着火了怎么办')
  await page.getByRole('button', { name: '提问' }).click()
  await page.getByRole('heading', { name: '这听起来是急事，请先打电话' }).waitFor()
  await page.getByRole('link', { name: /拨打 119/ }).waitFor()
  await look(page, 'portal-community-door-phone')
  await page.getByRole('button', { name: '回去修改' }).click()
  await field.fill(asked)
  await page.getByRole('button', { name: '提问' }).click()
  await reads(page, '问题已送到社区', '我问过的', '等社区回答')
}

async function signedIn(): Promise<Page> {
  const page = await site.open('/console/community', { screen: 'desk' })
  await page.getByRole('textbox', { name: '账号' }).fill('community')
  await page.getByRole('textbox', { name: '密码' }).fill(worldPassword)
  await page.getByRole('button', { name: '登录' }).click()
  return page
}

async function answerPublicly(page: Page): Promise<void> {
  await page.getByRole('link', { name: '公告与问答' }).click()
  await page.getByRole('button', { name: `回答：${asked}`, exact: true }).click()
  await page.getByRole('textbox', { name: '回答' }).fill(answer)
  await page.getByRole('button', { name: '发出回答' }).click()
  await reads(page, '请选给谁看')
  await page.getByRole('radio', { name: /公开在社区页/ }).check()
  await page.getByRole('textbox', { name: '公开的问题' }).fill(shown)
  await look(page, 'console-community-answer-desk')
  await page.getByRole('button', { name: '发出回答' }).click()
  await reads(page, '没有等着回答的问题')
}

async function announce(page: Page): Promise<void> {
  await page.getByRole('link', { name: '公告', exact: true }).click()
  await page.getByRole('button', { name: '发公告' }).click()
  await page.getByRole('textbox', { name: '标题' }).fill('周六上午停水')
  await page.getByRole('textbox', { name: '正文' }).fill('本周六 8:00 到 12:00 检修水管。')
  await page.getByRole('button', { name: '发布' }).click()
  await reads(page, '展示中')
  await page.getByRole('button', { name: '复制到居民群：周六上午停水' }).click()
  const text = await page.getByRole('textbox', { name: '粘贴到群里的文字' }).inputValue()
  expect(text).toContain('【柳巷社区】周六上午停水')
  expect(text).toContain(`/community/${site.world.places.community1.id}`)
}
