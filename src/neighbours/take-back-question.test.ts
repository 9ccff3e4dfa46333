import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type { CommunityCard, DeskQuestionPage, OwnQuestions, QuestionReceipt } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  // Rows and lines must agree also where no two looks at a clock do.
  world.clock.tick()
})
afterAll(() => world.close())

const ask = (person = world.anonymous()) =>
  person.does<QuestionReceipt>(
    '/api/questions',
    act({ areaId: world.places.estate1.id, words: '我是三栋的老周，一个人住，食堂几点开门？' }),
  )
const takeBack = (id: string, person: Pick<ReturnType<World['anonymous']>, 'post'>) =>
  person.post(`/api/questions/${id}/take-back`, act())
const desk = (path: string, body: object) => world.as('community').post(`/api/questions/${path}`, act(body))
const atDesk = async (stage: string, id: string) => {
  const path = `/api/community-desk/questions?stage=${stage}`
  const { rows } = await world.as('community').sees<DeskQuestionPage>(path)
  return rows.find((row) => row.id === id)
}
const shown = { answer: '周一到周六，11:00 到 13:00。', publicQuestion: '食堂几点开门？' }

test('by the receipt, before it is answered: its words are gone, and no desk answers it any more', async () => {
  const somebody = world.anonymous()
  const { questionId, receiptCode } = await ask(somebody)
  expect(await atDesk('asked', questionId)).toBeDefined()
  const own = somebody.withReceipt(receiptCode)
  expect((await takeBack(questionId, own)).status).toBe(200)
  expect(await atDesk('asked', questionId)).toBeUndefined()
  expect(await own.get('/api/questions/asked')).toMatchObject({ status: 404 })
  expect(await takeBack(questionId, own)).toMatchObject({ refusal: 'not_found' })
  const declined = { because: 'not_ours', words: '不归这里' }
  for (const [path, body] of [
    ['answer', shown],
    ['decline', declined],
  ] as const)
    expect(await desk(`${questionId}/${path}`, body), path).toMatchObject({ refusal: 'question_taken_back' })
  const left = 'select 1 from sealed_texts where subject = $1 and (body is not null or salt is not null)'
  expect(await world.sql('owner', left, [questionId])).toEqual([])
  expect((await world.verify()).flaws).toEqual([])
})

test('by the account, after it was answered: what staff made public stays, and who asked is forgotten', async () => {
  const resident = world.resident()
  const { questionId } = await ask(resident)
  await desk(`${questionId}/answer`, shown)
  for (const other of [world.resident('13900000062'), world.as('community'), world.anonymous()])
    expect(await takeBack(questionId, other)).toMatchObject({ refusal: 'not_found' })
  expect((await takeBack(questionId, resident)).status).toBe(200)
  expect((await resident.sees<OwnQuestions>('/api/my/questions')).rows).toEqual([])
  const card = `/api/communities/${world.places.community1.id}`
  const { answers } = await world.anonymous().sees<CommunityCard>(card)
  expect(answers.rows).toMatchObject([{ question: shown.publicQuestion, answer: shown.answer }])
  const row = await atDesk('answered', questionId)
  expect(row).toMatchObject({ words: '', ...shown })
  expect(row?.takenBackAt).not.toBeNull()
  for (const [table, key] of [
    ['questions', 'id'],
    ['sealed_texts', 'subject'],
  ]) {
    const named = `select 1 from ${table} where ${key} = $1 and account_id is not null`
    expect(await world.sql('owner', named, [questionId]), table).toEqual([])
  }
  expect((await desk(`${questionId}/withdraw`, { reason: '一并撤下' })).status).toBe(200)
  expect((await world.verify()).flaws).toEqual([])
})

test('sent twice it is one act; of two at once one does it', async () => {
  const resident = world.resident()
  const { questionId, receiptCode } = await ask(resident)
  const path = `/api/questions/${questionId}/take-back`
  const body = act()
  const both = await Promise.all([
    resident.post(path, body),
    takeBack(questionId, world.anonymous().withReceipt(receiptCode)),
  ])
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  const again = await resident.post(path, body)
  expect(again.status).toBe(both[0].status === 200 ? 200 : 404)
})

test('words that are emptied by hand, without a line, are named by verify', async () => {
  const { questionId } = await ask()
  const empty = 'update sealed_texts set body = null, salt = null, erased_at = now() where subject = $1'
  await world.sql('owner', empty, [questionId])
  expect((await world.verify()).flaws).toContainEqual(expect.objectContaining({ kind: 'text_missing' }))
})
