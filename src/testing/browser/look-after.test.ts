import { expect, test } from 'vitest'
import { declare } from '../emergency-acts.ts'
import { addHome, addPerson } from '../register-acts.ts'
import { browserTests, look, reads } from './browser.ts'

const site = browserTests()

test('while a flood is on the homes to look after stand first, and a call logged there counts', async () => {
  const { world } = site
  const worker = world.as('worker')
  for (const label of ['5-501', '5-502']) {
    const home = await addHome(worker, world.places.building1.id, label)
    await addPerson(worker, home, { name: '陈秀英', fromDay: '2020-01-01', birthDay: '1948-03-01' })
  }
  await declare(world.as('street'), world, { words: '河边的路请绕行' })
  world.clock.advance({ minutes: 5 })
  const page = await site.open('/field', { screen: 'phone', as: 'worker' })
  await reads(page, '防汛：先看望这些住户', /还有 2 户没有看望/)
  await look(page, 'field-look-after-phone')
  await page.getByRole('link', { name: /记走访.*5-502/ }).tap()
  await page.getByRole('radio', { name: '打电话' }).check({ force: true })
  await page.getByRole('button', { name: '记下', exact: true }).tap()
  await reads(page, '已记下这次走访')
  await page.getByRole('link', { name: '今日', exact: true }).tap()
  await reads(page, /还有 1 户没有看望/, /1 户已看望/)
  expect(await page.getByRole('link', { name: /记走访.*5-502/ }).count()).toBe(0)

  const other = await site.open('/field', { screen: 'phone', as: 'worker', language: 'en', theme: 'dark' })
  await reads(other, /1 home is still to be looked after/)
  await look(other, 'field-look-after-phone-en-dark')
})
