import { expect, test } from 'vitest'
import type { Delegations } from '../../people/delegation/contract.ts'
import type { PermissionHistory } from '../../people/permission/contract.ts'
import { browserTests, look, reads } from './browser.ts'

const site = browserTests()

test('an administrator looks over what would change, takes one back, saves the other, and finds it on record', async () => {
  const page = await site.open('/console/permissions', { screen: 'desk', as: 'administrator' })
  await page.getByLabel('看哪类岗位').selectOption({ label: '单位经办岗' })
  await page.getByLabel('查看诉求').selectOption({ label: '不给' })
  await reads(page, '单位经办岗的“查看诉求”，从“本单位承办的”改为“不给”')
  await page.getByLabel('看哪类岗位').selectOption({ label: '社区经办岗' })
  await page.getByLabel('甄别诉求').selectOption({ label: '不给' })
  await page.getByRole('button', { name: '检查并保存 2 项改动' }).click()
  const dialog = page.getByRole('dialog')
  await reads(page, '保存这 2 项改动？')
  await look(page, 'console-permissions-asked')
  await dialog.getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: /不改这一项：单位经办岗/ }).click()
  await page.getByRole('button', { name: '检查并保存 1 项改动' }).click()
  await dialog.getByRole('button', { name: '保存' }).click()
  await reads(page, '已改 1 项权限，马上生效')
  await page.getByText('改动记录').click()
  await reads(page, '社区经办岗的“甄别诉求”，从“本社区（村）”改为“不给”', 'administrator')

  const history = await site.world.as('administrator').sees<PermissionHistory>('/api/permissions/history')
  expect(history.changes).toMatchObject([{ kind: 'community_desk', act: 'case.screen', after: [] }])
  const cases = await site.world
    .as('community')
    .get('/api/cases/0192f000-0000-7000-8000-000000000009/suggestions')
  expect(cases.refusal).toBe('not_permitted')
})

test('codes from a phone that were taken away from a colleague are not offered a second time', async () => {
  await site.world.sql(
    'owner',
    `insert into auth_totp (user_id, secret_sealed, confirmed_at, last_step, created_at)
     values ($1, '\\x00', now(), 0, now())`,
    [site.world.staff.team.accountId],
  )
  const page = await site.open('/console/people', { screen: 'desk', as: 'administrator' })
  const open = page.getByRole('button', { name: '取消team的动态验证码' })
  await open.click()
  await page.getByRole('dialog').getByRole('button', { name: '取消动态验证码' }).click()
  await reads(page, '已取消team的动态验证码')
  await open.waitFor({ state: 'detached' })
})

test('a grid worker asks the next grid’s to stand in, who sees for whom, and takes the post back', async () => {
  const page = await site.open('/field/me', { screen: 'phone', as: 'worker' })
  await page.getByRole('link', { name: '代班' }).tap()
  await page.getByRole('button', { name: '委托同事代班' }).tap()
  await page.getByRole('button', { name: '委托', exact: true }).tap()
  await reads(page, '请选一位同事', '请选从开始那天起 60 天以内的日子')
  await page.getByLabel('请谁代班').selectOption({ label: 'worker2 · 网格员 · 柳巷第二网格' })
  await page.getByLabel('代到哪天').fill('2026-11-20')
  await page.getByRole('button', { name: '委托', exact: true }).tap()
  await reads(page, '已委托worker2代班', '代到2026年11月20日')
  await look(page, 'field-stand-in-lent-phone')
  const { given } = await site.world.as('worker').sees<Delegations>('/api/delegations')
  expect(given).toMatchObject([{ to: { name: 'worker2' }, endsOn: '2026-11-21', isNow: true }])

  const deputy = await site.open('/field/me', { screen: 'phone', as: 'worker2' })
  await reads(deputy, '代 worker')
  await page.getByRole('button', { name: '收回：worker2代班' }).tap()
  await reads(page, '代班已经结束', '现在没有人代班。')
  await deputy.reload()
  await reads(deputy, '柳巷第二网格')
  expect(await deputy.getByText('代 worker').count()).toBe(0)
})
