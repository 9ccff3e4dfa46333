import { beforeAll, expect, test } from 'vitest'
import type { PersonCard } from '../../people/register/read.contract.ts'
import type { RightPage } from '../../people/rights/contract.ts'
import { browserTests, look, reads } from './browser.ts'
import { bringRegister, type RegisteredHome } from './register-pages.ts'

const site = browserTests()
let home: RegisteredHome
beforeAll(async () => {
  home = await bringRegister(site.world)
})

test('the centre sees that it cannot answer; the desk refuses on a ground with a reason, and erases after reading what goes', async () => {
  const centre = await site.open('/console/rights', { screen: 'desk', as: 'centre' })
  await centre.getByRole('button', { name: '删除信息' }).click()
  await reads(centre, '您的岗位看得到这个请求，但不能答复')
  expect(await centre.getByRole('button', { name: '同意：删除信息' }).count()).toBe(0)

  await centre.getByRole('link', { name: '个人信息请求', exact: true }).waitFor()

  const page = await site.open('/console/rights', { screen: 'desk', as: 'community' })
  await page.getByRole('link', { name: '个人信息请求 2 个等答复' }).waitFor()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await press('更正信息')
  await reads(page, '我的生日写错了，应是 3 月 8 日。', '打开本人的登记')
  await press('不同意：更正信息')
  await press('不同意，答复本人')
  await reads(page, '请选一项依据', '请写理由')
  await page.getByText('核对过，登记的没有错').click()
  await page.getByLabel('给本人说明理由').fill('与您的身份证一致。')
  await look(page, 'console-rights-refuse')
  await press('不同意，答复本人')
  await page.getByRole('button', { name: '更正信息', exact: true }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: '已答复' }).click()
  await press('更正信息')
  await reads(page, '与您的身份证一致。', '个人信息保护法第四十六条第二款')

  await page.getByRole('link', { name: '等答复', exact: true }).click()
  await press('删除信息')
  await press('同意：删除信息')
  await press('看看会删什么')
  await reads(page, '删除本人的信息？', '会留下')
  await press('删除，不能撤回')
  await reads(page, '没有等答复的请求')
  await page.getByRole('link', { name: '个人信息请求', exact: true }).waitFor()

  const { rows } = await site.world.as('community').sees<RightPage>('/api/rights?stage=answered')
  const answers = Object.fromEntries(rows.map(({ kind, stage, ground }) => [kind, [stage, ground]]))
  expect(answers).toEqual({ erase: ['granted', null], correct: ['refused', 'right_as_held'] })
  const erased = await site.world.as('community').sees<PersonCard>(`/api/register/people/${home.ownerId}`)
  expect(erased).toMatchObject({ name: null, phone: null, identityEnd: null, care: [{ reason: null }] })
})
