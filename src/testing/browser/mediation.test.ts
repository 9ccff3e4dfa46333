import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import { consented, seeMediation } from '../mediation-acts.ts'
import { act } from '../world-client.ts'
import { browserTests, look, reads } from './browser.ts'

const site = browserTests()

/** The agreement, as the law has its parts, and its sheet. */
async function write(desk: Page): Promise<void> {
  await desk.getByText('写协议').click()
  await desk.getByLabel('起因').first().selectOption('noise')
  await desk.getByLabel('主要事实、争议事项和各方责任').fill('夜里有响声，双方各有说法。')
  await desk.getByLabel('达成的协议内容').fill('晚上十点以后不拖家具。')
  await desk.getByRole('button', { name: '写好了' }).click()
  await desk.getByRole('link', { name: '打印协议书' }).click()
  await reads(
    desk,
    '人民调解协议书',
    '晚上十点以后不拖家具。',
    '周女士（签名、盖章或按指印）',
    '人民调解委员会（盖章）',
  )
  await look(desk, 'console-mediation-paper')
  await desk.getByRole('link', { name: '回到这件调解' }).click()
}

test('a neighbour asks, both consent, they meet, sign on paper, and the agreement is kept watch over', async () => {
  const { world } = site
  const areaId = world.places.grid1.id
  const resident = world.resident('13800000471')
  const { caseId } = await resident.does<Receipt>('/api/reports', act({ areaId, words: '楼上夜里总有响声' }))

  const asking = await site.open(`/my/${caseId}`, { screen: 'phone', resident: '13800000471' })
  await asking.getByRole('link', { name: '谈不拢？请人调解' }).click()
  await asking.getByLabel('怎么称呼您').fill('陈先生')
  await asking.getByLabel('对方是谁').fill('302 的住户')
  await asking.getByLabel('为了什么事，希望怎么解决').fill('夜里别拖椅子')
  await look(asking, 'portal-mediation-ask')
  await asking.getByRole('button', { name: '申请调解' }).click()
  await reads(asking, '等各方答复愿不愿意')

  const desk = await site.open('/console/mediations', { screen: 'desk', as: 'community' })
  await desk.locator('.mediations a').first().click()
  await reads(desk, '夜里别拖椅子')
  await desk.getByText('加一位当事人').first().click()
  await desk.getByLabel('怎么称呼').fill('周女士')
  await desk.getByRole('button', { name: '加一位当事人' }).click()
  const code = (await desk.locator('.mediation__code').textContent()) ?? ''
  await look(desk, 'console-mediation-code')
  await desk.getByRole('button', { name: '已经交给本人' }).click()

  const other = await site.open(`/mediation#${code}`, { screen: 'phone' })
  await reads(other, '您愿意参加调解吗？')
  await look(other, 'portal-mediation-consent')
  await other.getByRole('button', { name: '愿意', exact: true }).click()
  await reads(other, '都愿意了，社区在定调解员')
  expect(await other.content()).not.toContain('夜里别拖椅子')

  await desk.reload()
  await desk.getByRole('button', { name: '定下调解员' }).click()
  await desk.getByLabel('时间').first().fill('2026-11-20')
  await desk.getByLabel('地点').fill('社区调解室')
  await desk.getByRole('button', { name: '约调解会' }).click()
  await reads(desk, /社区调解室/)
  await asking.reload()
  await reads(asking, /社区调解室/)

  await write(desk)
  await desk.getByRole('button', { name: '陈先生已签字' }).click()
  await desk.getByRole('button', { name: '周女士已签字' }).click()
  await desk.getByRole('button', { name: '盖章生效' }).click()
  await reads(desk, /司法确认/, /该回访了/)
  await look(desk, 'console-mediation-in-force')
  await desk.getByLabel('履行得怎么样').selectOption('kept')
  await desk.getByLabel('这是最后一次回访').check()
  await desk.getByRole('button', { name: '记下回访' }).click()
  await reads(desk, /已办完/)
  await other.reload()
  await reads(other, '约定的都做到了。')
})

test('a party asks to be forgotten: the community says to whom to go, and whoever may erases it without a name', async () => {
  const { world } = site
  const { id } = await consented(world)
  const { parties } = await seeMediation(world, id)
  const desk = await site.open(`/console/mediations/${id}`, { screen: 'desk', as: 'community' })
  await desk.getByText('本人要求删除个人信息').nth(1).click()
  await reads(desk, '由区中心或区管理员办理', '这个人的称呼和电话')
  await look(desk, 'console-mediation-forget')
  const address = (await desk.locator('.mediation__address').nth(1).textContent()) ?? ''
  const path = new URL(address.trim()).pathname
  expect(path).toContain(parties[1]!.id)

  const office = await site.open(path, { screen: 'phone', as: 'administrator' })
  await reads(office, '不显示是谁')
  expect(await office.content()).not.toContain('周女士')
  await office.getByRole('button', { name: '永久删除' }).click()
  await look(office, 'console-mediation-erase-ask')
  await office.getByRole('dialog').getByRole('button', { name: '永久删除' }).click()
  await reads(office, '删好了')
  await desk.reload()
  await reads(desk, '已删除')
  const refused = await site.open(path, { screen: 'desk', as: 'community' })
  await reads(refused, '您的岗位没有这项权限')
})
