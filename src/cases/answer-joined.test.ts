import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Receipt } from './contract.ts'
import { answerJoined } from './door.ts'
import type { BoardRow, FollowedCase } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

async function report() {
  const person = world.anonymous()
  const body = act({ words: '地下车库积水', place: world.places.building1.placeCode })
  const { caseId, number, receiptCode } = await person.does<Receipt>('/api/reports', body)
  const follow = () => person.withReceipt(receiptCode).sees<FollowedCase>('/api/follow')
  const desk = (what: string, more: object = {}) =>
    world.as('community').does(`/api/cases/${caseId}/${what}`, act(more))
  return { caseId, number, follow, desk }
}

async function answer(whole: Awaited<ReturnType<typeof report>>, words: string): Promise<void> {
  const [firm, at] = [world.as('property'), `/api/cases/${whole.caseId}`]
  await firm.does(`${at}/sign`, act())
  const file = { bytes: await photo(3), type: 'image/jpeg' }
  const { fileId } = (await firm.upload<{ fileId: string }>('/api/photos', file)).body
  await firm.does(`${at}/resolve`, act({ note: '已经抽干', photos: [fileId] }))
  await whole.desk('reply', { answer: words })
  await world.followersSettled()
}

test('whoever was joined, one case into the next, reads the answer that is not on the board', async () => {
  const [first, second, whole, late] = [await report(), await report(), await report(), await report()]
  await first.desk('join', { into: second.caseId })
  await second.desk('join', { into: whole.caseId })
  await whole.desk('screen', { matter: 'FA02', publish: false })
  await whole.desk('dispatch')
  await answer(whole, '积水已抽干，水泵已更换。')

  for (const joined of [first, second]) {
    const followed = await joined.follow()
    expect(followed).toMatchObject({ stage: 'joined', answer: '积水已抽干，水泵已更换。' })
    expect(followed.timeline.at(-1)).toMatchObject({ kind: 'case.answered_with', by: 'office' })
    expect(JSON.stringify(followed)).not.toContain(whole.number)
  }
  expect((await world.anonymous().get(`/api/board/${whole.number}`)).refusal).toBe('not_found')

  await late.desk('join', { into: whole.caseId })
  await world.followersSettled()
  expect((await late.follow()).answer).toBe('积水已抽干，水泵已更换。')
  expect(await answerJoined(world.system, whole.caseId)).toBe(0)
  expect((await world.verify()).flaws).toEqual([])
})

test('a case that is taken out again leaves the answer behind that was not its own', async () => {
  const [joined, whole] = [await report(), await report()]
  await joined.desk('join', { into: whole.caseId })
  await whole.desk('screen', { matter: 'FA02', summary: '地下车库积水待抽干' })
  await whole.desk('dispatch')
  await answer(whole, '一号车库已抽干。')
  expect((await joined.follow()).answer).toBe('一号车库已抽干。')

  await joined.desk('screen', { matter: 'FA02', summary: '二号车库积水待抽干' })
  await world.followersSettled()
  expect((await joined.follow()).answer).toBeNull()
  const shown = await world.anonymous().sees<BoardRow>(`/api/board/${joined.number}`)
  expect(shown).toMatchObject({ stage: 'screened', answer: null })
})
