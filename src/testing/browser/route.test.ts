import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import { addHome, addPerson } from '../register-acts.ts'
import { act } from '../world-client.ts'
import { look, reads } from './browser.ts'
import { type OwnPhone, ownPhone, settled } from './own-phone.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let phone: OwnPhone
beforeAll(async () => {
  site = await openSite()
  phone = await ownPhone(site)
  await phone.signsIn('worker')
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error(await phone.says())
})
afterAll(async () => {
  await phone?.close()
  await site?.close()
})

test('homes to visit and estates to walk are stops of the day beside its cases, without signal too', {
  timeout: 90_000,
}, async () => {
  const { world } = site
  const worker = world.as('worker')
  for (const label of ['5-501', '5-502']) {
    const home = await addHome(worker, world.places.building1.id, label)
    await addPerson(worker, home, { name: '宋清和', fromDay: '2020-01-01' })
  }
  const report = act({ words: '楼下垃圾两天没有清运', place: world.places.building1.placeCode })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', report)
  const desk = world.as('community')
  await desk.does(`/api/cases/${caseId}/screen`, act({ matter: 'HJ01', summary: '某小区垃圾没有清运' }))
  await desk.does(`/api/cases/${caseId}/dispatch`, act())

  const page = await phone.open()
  await page.goto('/field')
  await settled(page, [caseId])
  await page.getByRole('link', { name: '排好路线去办' }).tap()
  await reads(page, '诉求 1 件', '走访 2 户', '排查 1 处', /要去 3 处/)
  await phone.setOffline(true)
  await page.reload()
  const stops = page.getByRole('list', { name: '今日路线，按先后' }).getByRole('button')
  await expect.poll(() => stops.count()).toBe(3)
  await page.getByRole('button', { name: /走访：柳岸小区.*2 户/ }).tap()
  await page.getByRole('link', { name: /走访：.*5-502/ }).waitFor()
  await look(page, 'field-route-day-phone')

  await page.getByRole('button', { name: '诉求 1 件' }).tap()
  await expect.poll(() => stops.count()).toBe(2)
  await page.getByRole('link', { name: /走访：.*5-501/ }).tap()
  await page.getByRole('button', { name: '记下', exact: true }).tap()
  await reads(page, '已存在这部手机里，有信号会自动发出')
  await page.goto('/field/route')
  await reads(page, '走访 1 户')
})
