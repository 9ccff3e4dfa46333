import { expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import type { CaseStory } from '../../cases/story.contract.ts'
import { act } from '../world-client.ts'
import { browserTests, look, reads } from './browser.ts'

const site = browserTests()

async function screened(): Promise<string> {
  const { world } = site
  const body = act({ words: '楼道灯不亮', place: world.places.building1.placeCode })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', body)
  await world
    .as('community')
    .does(`/api/cases/${caseId}/screen`, act({ matter: 'FA02', summary: '楼道灯不亮' }))
  return caseId
}
const see = (caseId: string) => site.world.as('centre').sees<CaseStory>(`/api/cases/${caseId}`)

/** The firm gave it back; the team has it now and wants to give it back too. */
async function disputed(): Promise<string> {
  const { world } = site
  const caseId = await screened()
  const at = `/api/cases/${caseId}`
  const toFirm = { leadUnitId: world.units.property1, reason: '先派物业' }
  await world.as('community').does(`${at}/dispatch`, act(toFirm))
  await world
    .as('property')
    .does(`${at}/request`, act({ kind: 'return', reason: '灯在公共线路上，不归物业' }))
  const [first] = (await see(caseId)).requests
  await world.as('street').does(`${at}/requests/${first!.id}/decide`, act({ granted: true }))
  await world.as('street').does(`${at}/dispatch`, act({ leadUnitId: world.units.team1, reason: '改派中队' }))
  world.clock.advance({ minutes: 20 })
  await world.as('team').does(`${at}/request`, act({ kind: 'return', reason: '中队不管照明' }))
  return caseId
}

test.each(['phone', 'desk'] as const)(
  'on a %s, from the second return to the binding word, and to the next dispatch by it',
  async (screen) => {
    const { world } = site
    const caseId = await disputed()
    const street = await site.open(`/console/cases/${caseId}`, { screen, as: 'street' })
    await reads(street, '第二次退单：等区中心裁定由谁办，时间照常计算。')
    expect(await street.getByRole('button', { name: '提交审批' }).count()).toBe(0)

    const centre = await site.open('/console/approvals', { screen, as: 'centre' })
    await reads(centre, '“中队不管照明”', /已经退过/, '“灯在公共线路上，不归物业”')
    await centre.getByRole('button', { name: '裁定', exact: true }).click()
    await reads(centre, '请选由哪家单位办。', '请写理由，至少 2 个字。')
    await centre.getByText('退过这件事的单位').click()
    await centre.getByLabel('裁定理由').fill('按移交清单，楼道照明由物业养护')
    await look(centre, `console-arbitrate-${screen}`)
    await centre.getByRole('button', { name: '裁定', exact: true }).click()
    await reads(centre, '现在没有等您审批的申请', /已裁定：/)
    const lead = (await see(caseId)).parts.find(({ stage }) => stage !== 'returned')
    expect([lead?.unit.id, lead?.stage]).toEqual([world.units.property1, 'dispatched'])

    const firm = await site.open(`/console/cases/${caseId}`, { screen, as: 'property' })
    await firm.getByRole('button', { name: '申请延期、挂起、挂账、退单' }).click()
    await firm.getByText('不归本单位办').click()
    await reads(firm, '区中心已经裁定由本单位办，不能再退。')
    await look(firm, `console-bound-${screen}`)

    const nextId = await screened()
    const desk = await site.open(`/console/cases/${nextId}`, { screen, as: 'community' })
    await reads(desk, /区中心裁定由这家单位办/, '裁定理由：按移交清单，楼道照明由物业养护')
    await look(desk, `console-by-precedent-${screen}`)
    await desk.getByRole('button', { name: '派单', exact: true }).last().click()
    await reads(desk, '等单位签收。')
    expect((await see(nextId)).parts[0]?.unit.id).toBe(world.units.property1)

    const list = await site.open('/console/precedents', { screen, as: 'centre' })
    await reads(list, /由.*办/, '裁定理由：按移交清单，楼道照明由物业养护')
    await look(list, `console-precedents-${screen}`)
    await list.getByRole('button', { name: /^停用：/ }).click()
    await list.getByLabel('为什么停用？').fill('目录已改')
    await list.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click()
    await reads(list, '还没有裁定先例')
  },
)

test('a listing comes back on its day: listed on with a reason, then struck off, and the clock runs again', async () => {
  const { world } = site
  const caseId = await screened()
  const at = `/api/cases/${caseId}`
  await world
    .as('community')
    .does(`${at}/dispatch`, act({ leadUnitId: world.units.property1, reason: '派物业' }))
  await world.as('property').does(`${at}/sign`, act())
  const firm = await site.open(`/console/cases/${caseId}`, { screen: 'phone', as: 'property' })
  await firm.getByRole('button', { name: '申请延期、挂起、挂账、退单' }).click()
  await firm.getByText('时间不够，还能办').click()
  await reads(firm, '还可以延期 2 次，一共 20 个工作日。')
  await firm.getByText('短期办不了').click()
  await firm.getByLabel('等什么条件？').fill('年度改造资金下达')
  await firm.getByLabel('哪天复查？').fill('2026-11-25')
  await firm.getByLabel('理由').fill('要等大修')
  await firm.getByRole('button', { name: '提交申请' }).click()
  await reads(firm, '等上级经办岗审批，时间照常计算。')
  const [asked] = (await see(caseId)).requests
  await world.as('street').does(`${at}/requests/${asked!.id}/decide`, act({ granted: true }))

  world.clock.set('2026-11-25T09:30:00+08:00')
  const street = await site.open('/console/approvals', { screen: 'phone', as: 'street' })
  await reads(street, '有 1 件挂账该复查了', '等的条件：年度改造资金下达', /该复查了/)
  await street.getByRole('button', { name: /^继续挂账/ }).click()
  await street.getByLabel('下次哪天复查？').fill('2026-12-25')
  await street.getByLabel('为什么继续挂账？').fill('资金还没有到')
  await look(street, 'console-review-phone')
  await street.getByRole('button', { name: '继续挂账', exact: true }).last().click()
  await reads(street, '现在没有到期要复查的挂账')
  expect((await see(caseId)).parts[0]?.listing?.reviewOn).toBe('2026-12-25')

  await street.getByText('全部挂账').click()
  await street.getByRole('button', { name: /^销账/ }).click()
  await reads(street, '现在没有挂账的事')
  expect((await see(caseId)).parts[0]).toMatchObject({ stage: 'handling', listing: null })
})
