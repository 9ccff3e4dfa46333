import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../cases/contract.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act, type Person } from '../testing/world-client.ts'
import type { NoticePage } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const report = (words: string) =>
  world.anonymous().does<Receipt>('/api/reports', act({ words, areaId: world.places.grid1.id }))

async function kindsOf(person: Person, { number }: Receipt): Promise<string[]> {
  await world.followersSettled()
  const page = await person.sees<NoticePage>('/api/notices?limit=100')
  return page.rows.filter((notice) => notice.caseNumber === number).map(({ kind }) => kind)
}

test('whoever stands in for a post is told what waits for it, for those days and no longer', async () => {
  const [postId, toAccountId] = [world.staff.worker.postId, world.staff.worker2.accountId]
  const lent = act({ postId, toAccountId, endsOn: '2026-12-08' })
  const { delegationId } = await world.as('worker').does<{ delegationId: string }>('/api/delegations', lent)
  const [first, second] = [world.as('worker2'), world.as('worker')]
  const during = await report('三楼楼道灯不亮')
  expect(await kindsOf(first, during)).toEqual(await kindsOf(second, during))
  expect(await kindsOf(first, during)).not.toEqual([])
  await world.as('worker').does(`/api/delegations/${delegationId}/end`, act())
  world.clock.advance({ days: 1 })
  const after = await report('五楼楼道灯不亮')
  expect(await kindsOf(first, after)).toEqual([])
  expect(await kindsOf(second, after)).not.toEqual([])
})
