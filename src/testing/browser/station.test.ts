import { expect, test } from 'vitest'
import type { ActionPage } from '../../cases/station/action.contract.ts'
import { openTestStation, seeAction } from '../station-acts.ts'
import { browserTests, choose, look, reads } from './browser.ts'

const site = browserTests()

test('an action of three units: one does its task, one cannot and says why, one is left; it ends with one result', async () => {
  const { world } = site
  await openTestStation(world)
  const lead = await site.open('/console/station', { screen: 'desk', as: 'team' })
  // A draft that was kept at a station which is gone.
  await lead.evaluate(() => {
    const draft = { stationId: '0190a000-0000-7000-8000-000000000000', plan: '' }
    const savedAtMs = Number.MAX_SAFE_INTEGER
    localStorage.setItem('linli.draft.joint-action.', JSON.stringify({ savedAtMs, draft }))
  })
  await lead.getByRole('button', { name: '安排联合行动' }).click()
  await lead.getByRole('button', { name: '通知各单位' }).click()
  await reads(lead, '请写方案。', '请写日期和时间。', '请选单位。', '请写明要做什么。')
  await lead.getByLabel('方案：做什么，怎么做').fill('清理三栋楼顶违建材料')
  await lead.getByLabel('哪天').fill('2026-12-01')
  await lead.getByLabel('几点开始').fill('19:00')
  await lead.getByRole('button', { name: '再加一项任务' }).click()
  await lead.getByRole('button', { name: '再加一项任务' }).click()
  for (const [at, unit] of ['东渡街道城管中队', '区城管局', '区水务局'].entries()) {
    const task = lead.getByRole('group', { name: `第 ${at + 1} 项任务` })
    await choose(task.getByLabel('交给哪个单位'), unit)
    await task.getByLabel('要做什么').fill(`请做第 ${at + 1} 件`)
  }
  await look(lead, 'console-action-plan-desk')
  await lead.getByRole('button', { name: '通知各单位' }).click()
  await lead.waitForURL(/actions\/[0-9a-f-]{36}$/)
  const actionId = lead.url().split('/').pop()!
  await lead.getByRole('button', { name: '记下做完了' }).click()
  await reads(lead, '已完成')

  const water = await site.open(`/console/actions/${actionId}`, { screen: 'phone', as: 'water' })
  await reads(water, '您单位的任务', '请做第 3 件')
  expect(await water.getByText('请做第 1 件').count()).toBe(0)
  await water.getByRole('button', { name: '没做成', exact: true }).click()
  await water.getByRole('button', { name: '记下没做成' }).click()
  await reads(water, '请写明为什么。')
  await water.getByLabel('为什么没做成').fill('抽水车在检修')
  await water.getByRole('button', { name: '记下没做成' }).click()
  await reads(water, '没做成', '抽水车在检修')
  await look(water, 'console-action-own-phone')

  const more = lead.getByText('再派任务', { exact: true })
  const fourth = lead.getByRole('group', { name: '第 4 项任务' }).getByLabel('要做什么')
  await more.click()
  await fourth.fill('把楼道扫干净')
  await lead.reload()
  await more.click()
  expect(await fourth.inputValue(), 'a task half written is kept').toBe('把楼道扫干净')
  await lead.getByText('结束这次行动', { exact: true }).click()
  await lead.getByLabel('区城管局为什么没做').fill('没有派人来')
  await lead.getByLabel('结果').fill('清走两车，其余下周再做')
  await lead.getByRole('button', { name: '结束', exact: true }).click()
  await reads(lead, '已结束', '清走两车，其余下周再做', '没做成，牵头单位写明')
  await look(lead, 'console-action-ended-desk')
  const { tasks, phase } = await seeAction(world.as('street'), actionId)
  expect([phase, ...tasks.map(({ stage, byLead }) => [stage, byLead])]).toEqual([
    'ended',
    ['done', false],
    ['undone', true],
    ['undone', false],
  ])
  const { rows } = await world.as('department').sees<ActionPage>('/api/joint-actions?list=over')
  expect(rows.map(({ id }) => id)).toEqual([actionId])
})
