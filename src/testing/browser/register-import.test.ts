import { beforeAll, expect, test } from 'vitest'
import type { FoundInRegister, HomeCard } from '../../people/register/read.contract.ts'
import { browserTests, look, reads } from './browser.ts'
import { bringRegister, type RegisteredHome, readRegisterSheet } from './register-pages.ts'

const site = browserTests()
let home: RegisteredHome
beforeAll(async () => {
  home = await bringRegister(site.world)
})

const desk = () => site.world.as('community')
const found = async (text: string) =>
  (await desk().sees<FoundInRegister>(`/api/register/find?text=${encodeURIComponent(text)}`)).people.map(
    ({ name, place }) => [name, place?.label],
  )

test('a desk brings a list in: reads it, says who is meant, takes it in, finds them, and undoes it', async () => {
  const page = await site.open('/console/register', { screen: 'desk', as: 'community' })
  await page.getByRole('link', { name: '用表格导入' }).click()
  await reads(page, '还没有导入过名册')
  await readRegisterSheet(page)
  await reads(page, '“柳岸”第 4 行', /E 列（电话）：电话位数不对。/, '登记里有像是同一个人的，请看看是谁。')
  await look(page, 'console-register-import-read')
  await page.getByRole('button', { name: /^就是这一位：登记里的第 1 位/ }).click()
  await page.getByRole('button', { name: '写入全部 3 行' }).click()
  await reads(page, '已写入 3 行')
  await look(page, 'console-register-import-taken')

  expect(await found('宋新来')).toEqual([['宋新来', '2单元601']])
  expect(await found('沈长风')).toEqual([['沈长风', '2单元502']])
  await page.getByRole('link', { name: '宋新来' }).click()
  await reads(page, /2单元601/, '基本情况')

  await page.goto('/console/register/import')
  await page.getByRole('link', { name: '名册.xlsx' }).click()
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销这次导入' }).click()
  await reads(page, '已撤销 3 行')
  expect(await found('宋新来')).toEqual([])
  const { people } = await desk().sees<HomeCard>(`/api/register/homes/${home.homeId}`)
  expect(people.map(({ name }) => name)).toContain('沈长风')
})
