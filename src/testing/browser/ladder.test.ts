import { expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import type { LadderView } from '../../cases/ladder/press.contract.ts'
import { act } from '../world-client.ts'
import { browserTests, look, reads } from './browser.ts'

const site = browserTests()

test('a street reads who hears next and instructs the unit, which answers on a phone', async () => {
  const { world } = site
  const body = act({ words: '路口有人占道卖水果', place: world.places.building1.placeCode })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', body)
  const at = `/api/cases/${caseId}`
  await world.as('street').does(`${at}/screen`, act({ matter: 'HJ02', summary: '路口占道经营' }))
  await world.as('street').does(`${at}/dispatch`, act())

  const street = await site.open(`/console/cases/${caseId}`, { screen: 'desk', as: 'street' })
  await reads(street, /催办，告知经办岗/)
  await street.getByText('下督办件').first().click()
  await street.getByRole('button', { name: '下督办件', exact: true }).click()
  await reads(street, '请写明要求，至少 2 个字。')
  await street.getByLabel('要求做什么').fill('请今天到场劝离')
  await look(street, 'console-instruct-desk')
  await street.getByRole('button', { name: '下督办件', exact: true }).click()
  await reads(street, '“请今天到场劝离”', /下督办件/)

  // Above the unit's queue, and answered where it stands.
  const team = await site.open('/console/desk', { screen: 'phone', as: 'team' })
  await reads(team, '1 份督办件等您单位回复', '“请今天到场劝离”')
  await team.getByRole('button', { name: /^回复 .* 的督办件$/ }).click()
  await team.getByLabel('回复内容').fill('已经劝离')
  await look(team, 'console-instructed-phone')
  await team.getByRole('button', { name: '回复督办件', exact: true }).click()
  await reads(team, '已回复')
  const { instructions } = await world.as('street').sees<LadderView>(`${at}/ladder`)
  expect(instructions).toMatchObject([{ answer: '已经劝离', can: [] }])
})
