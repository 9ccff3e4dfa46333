import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { climbWhistles, recordAbsences } from '../../cases/door.ts'
import type { WhistlePage } from '../../cases/whistle/contract.ts'
import type { FactPage } from '../../evaluation/contract.ts'
import { elsewhere, onCall, onTheSpot } from '../whistle-acts.ts'
import type { StaffName } from '../world-people.ts'
import type { UnitName } from '../world-units.ts'
import { atRest, browserTests, choose, look, reads } from './browser.ts'

const site = browserTests()

/** A phone that says where it is, or is not asked. */
async function phoneOf(
  as: StaffName,
  whistleId: string,
  where?: { lon: number; lat: number },
): Promise<Page> {
  const page = await site.open(`/console/whistles/${whistleId}`, { screen: 'phone', as })
  if (where) {
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation({ longitude: where.lon, latitude: where.lat })
  }
  return page
}

const press = (page: Page | Locator, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()

/** The line of one unit on the whistle's page. */
const lineOf = (page: Page, unit: string) =>
  page.locator('.whistle__calls > li').filter({ has: page.getByRole('heading', { name: unit }) })

/** So many minutes later, as the program's round of the minute would have it. */
async function later(minutes: number): Promise<void> {
  site.world.clock.advance({ minutes })
  await site.settled()
  await recordAbsences(site.world.system)
  await climbWhistles(site.world.system)
  await site.settled()
}

/** A street calls four departments from its desk, and the number of the whistle's page comes back. */
async function blow(): Promise<string> {
  const street = await site.open('/console/whistles/new', { screen: 'desk', as: 'street' })
  await press(street, '吹哨')
  await reads(street, '请选一种情形。', '请选地点。', '请至少选一个单位。', '请写明什么事。')
  await street.getByRole('radio', { name: '综合执法' }).check()
  await choose(street.getByLabel('到哪里'), '柳岸小区3栋')
  for (const unit of ['东渡街道城管中队', '西塘街道城管中队', '区城管局', '区水务局'])
    await choose(street.getByLabel('叫哪些单位'), unit)
  await street.keyboard.press('Escape')
  await street.getByLabel('什么事，要各单位做什么').fill('三栋楼顶违建又开工了，请到现场')
  await look(street, 'console-whistle-blow-desk')
  await press(street, '吹哨')
  await street.waitForURL(/whistles\/[0-9a-f-]{36}$/)
  return street.url().split('/').pop()!
}

/** The four answer, each in its own way, on phones as they have them. */
async function answer(whistleId: string): Promise<void> {
  const { world } = site
  world.clock.advance({ minutes: 20 })

  const team = await phoneOf('team', whistleId, onTheSpot)
  await press(team, '签收')
  await reads(team, '已签收')
  world.clock.advance({ minutes: 10 })
  await press(team, '我到现场了')
  await reads(team, '已到场')
  await look(team, 'console-whistle-arrived-phone')

  const department = await phoneOf('department', whistleId, elsewhere)
  await press(department, '签收')
  await press(department, '我到现场了')
  await reads(department, /位置不在现场/, '今天 10:00 报到时不在现场')

  const water = await phoneOf('water', whistleId)
  await press(water, '拒绝')
  await press(water, '拒绝到场')
  await reads(water, '请写明理由。')
  await water.getByLabel('为什么').fill('不属于我局职责')
  await press(water, '拒绝到场')
  await reads(water, '“不属于我局职责”')

  await later(35)
  const late = await phoneOf('team2', whistleId)
  await press(late, '签收')
  await reads(late, '签收迟了')
  await look(late, 'console-whistle-late-phone')
  await site.settled()
}

test('of four departments one signs late, one refuses, one reports from the wrong place, and it shows', async () => {
  const { world } = site
  const whistleId = await blow()
  await answer(whistleId)

  const board = await site.open('/console/whistles', { screen: 'desk', as: 'street' })
  await reads(board, '已到场', '到场待确认', '拒绝', '签收迟了')
  await look(board, 'console-whistles-desk')
  const { rows } = await world.as('street').sees<WhistlePage>('/api/whistles?list=mine')
  expect(rows.map(({ id }) => id)).toEqual([whistleId])

  const told = await site.open('/console/notices', { screen: 'desk', as: 'street' })
  await reads(
    told,
    /没按时签收，已记缺席/,
    /过了时限才签收/,
    /答复不来/,
    /位置对不上，请确认/,
    /没有响应，请过问/,
  )

  const street = await site.open(`/console/whistles/${whistleId}`, { screen: 'desk', as: 'street' })
  await atRest(street)
  await look(street, 'console-whistle-desk')
  const says = async (unit: string) => ((await lineOf(street, unit).textContent()) ?? '').replace(/\s+/g, ' ')
  expect(await says('东渡街道城管中队')).toMatch(/已到场.*签收.*到场/)
  expect(await says('东渡街道城管中队')).not.toMatch(/迟|缺席|拒绝/)
  expect(await says('区城管局')).toMatch(/到场待确认.*报到时不在现场/)
  expect(await says('区水务局')).toMatch(/拒绝.*“不属于我局职责”/)
  expect(await says('西塘街道城管中队')).toMatch(/记为缺席.*签收，迟 5 分钟/)
  const climbed = await street.getByText(/还没.*已告知/).allTextContents()
  expect(new Set(climbed.map((said) => said.split('还没')[0]))).toEqual(
    new Set(['区水务局', '西塘街道城管中队']),
  )
  await coordinate(street, whistleId)

  await site.settled()
  const scored = async (unit: UnitName) => {
    const of = `/api/assessment/units/${world.units[unit]}/facts?month=2026-11`
    const { rows: facts } = await world.as('centre').sees<FactPage>(of)
    const said = facts.map(({ measure, points, because }) => `${measure} ${points} ${because}`)
    return said.filter((fact) => !fact.endsWith('marked')).sort()
  }
  expect(await scored('team1')).toEqual(['answered 1 released', 'arrived 1 in_time', 'signed 1 in_time'])
  expect(await scored('team2')).toEqual(['answered 0 absent', 'arrived 1 in_time', 'signed 0 late'])
  expect(await scored('water')).toEqual(['answered 0 refused', 'arrived 0 refused', 'signed 0 refused'])
  expect(await scored('urban')).toEqual(['answered 1 released', 'arrived 0 elsewhere', 'signed 1 in_time'])
})

/** The street confirms who is there, releases all, rates who refused, ends it, and advises on who refused. */
async function coordinate(street: Page, whistleId: string): Promise<void> {
  const { world } = site
  const send = (line: Locator, name: string) => line.locator('form').getByRole('button', { name }).click()
  const late = lineOf(street, '西塘街道城管中队')
  await press(late, '确认在现场')
  await send(late, '确认在现场')
  await late.getByText('今天 10:35 到场').waitFor()
  await later(60)
  await street.getByText('再叫单位', { exact: true }).click()
  await choose(street.getByLabel('再叫哪些单位'), '柳岸物业')
  await street.keyboard.press('Escape')
  await press(street, '叫来')
  await lineOf(street, '柳岸物业').getByText('等签收').first().waitFor()
  const astray = lineOf(street, '区城管局')
  await press(astray, '放行')
  await send(astray, '放行')
  await astray.getByText('已放行、到时没有到场').waitFor()
  const call = onCall(world, whistleId)
  for (const unit of [world.units.team1, world.units.team2, world.units.property1])
    await call(world.as('street'), unit, 'release')
  const water = lineOf(street, '区水务局')
  await press(water, '打分')
  await water.getByLabel('效果').selectOption('1')
  await water.getByLabel('态度').selectOption('2')
  await look(street, 'console-whistle-rate-desk')
  await send(water, '提交打分')
  await reads(street, /效果 1，态度 2/)
  await street.getByLabel('结果').fill('已停工')
  await press(street, '结束')
  await reads(street, '已经结束', '结果：已停工')

  await water.getByRole('link', { name: '提干部建议' }).click()
  await street.getByRole('radio', { name: '惩处' }).check()
  await street.getByLabel('建议和理由').fill('两次吹哨都不来，建议约谈')
  await look(street, 'console-whistle-advice-desk')
  await press(street, '提交建议')
  await reads(street, '区水务局 · 惩处', '第 1 次应哨：拒绝')
}
