import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { StaffName } from '../testing/world-people.ts'
import type {
  CommunityCard,
  DeskQuestionPage,
  OwnQuestion,
  OwnQuestions,
  PublicAnswerPage,
  QuestionReceipt,
} from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  // Rows and lines must agree also where no two looks at a clock do.
  world.clock.tick()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const words = '我住三栋二单元，老年食堂几点开门？'
const asked = (body: object = {}) => act({ areaId: world.places.estate1.id, words, ...body })
const ask = (person = world.anonymous(), body: object = {}) =>
  person.does<QuestionReceipt>('/api/questions', asked(body))
const desk = (who: StaffName, path: string, body: object) =>
  world.as(who).post(`/api/questions/${path}`, act(body))
const answer = { answer: '周一到周六，11:00 到 13:00。', publicQuestion: '老年食堂几点开门？' }
const card = () => world.anonymous().sees<CommunityCard>(`/api/communities/${world.places.community1.id}`)
const waiting = async (who: StaffName) =>
  (await world.as(who).sees<DeskQuestionPage>('/api/community-desk/questions')).rows

test('somebody without an account asks, the desk answers, everybody reads what staff confirmed', async () => {
  const somebody = world.anonymous()
  const { questionId, receiptCode } = await ask(somebody)
  const own = () => somebody.withReceipt(receiptCode).sees<OwnQuestion>('/api/questions/asked')
  expect(await own()).toMatchObject({ stage: 'asked', words, community: { zh: '柳巷社区' }, answer: null })
  expect((await card()).answers.rows).toEqual([])
  expect(await waiting('community')).toMatchObject([{ id: questionId, words }])

  expect((await desk('community', `${questionId}/answer`, answer)).status).toBe(200)
  expect(await own()).toMatchObject({ stage: 'answered', answer: answer.answer })
  const { answers } = await card()
  expect(answers.rows).toMatchObject([
    { question: answer.publicQuestion, answer: answer.answer, unit: { id: world.units.committee1 } },
  ])
  expect(JSON.stringify(answers)).not.toContain('二单元')
  expect(await waiting('community')).toEqual([])
})

test('an answer may stay between asker and desk, and what was declined is told to the asker alone', async () => {
  const resident = world.resident()
  const before = (await card()).answers.rows.length
  const first = await ask(resident)
  await desk('street', `${first.questionId}/answer`, { ...answer, publicQuestion: null })
  world.clock.advance({ minutes: 1 })
  const second = await ask(resident, { words: '楼下那家的孩子在哪里上学？' })
  const declined = { because: 'personal', words: '别人家的事，社区不能说。' }
  expect((await desk('community', `${second.questionId}/decline`, declined)).status).toBe(200)
  const { rows } = await resident.sees<OwnQuestions>('/api/my/questions')
  expect(rows).toMatchObject([
    { stage: 'declined', because: 'personal', answer: declined.words },
    { stage: 'answered', answer: answer.answer, unit: { id: world.units.office1 } },
  ])
  expect((await card()).answers.rows).toHaveLength(before)
})

describe('nobody else reads a question', () => {
  test('neither by its route nor from the database', async () => {
    const mine = await ask(world.resident())
    const other = world.resident('13900000002')
    expect((await other.sees<OwnQuestions>('/api/my/questions')).rows).toEqual([])
    expect(await world.anonymous().get('/api/my/questions')).toMatchObject({ refusal: 'sign_in_needed' })
    const guessed = world.anonymous().withReceipt('AAAA-AAAA-AAAA')
    expect(await guessed.get('/api/questions/asked')).toMatchObject({ status: 404 })
    expect(await world.anonymous().get('/api/questions/asked')).toMatchObject({ status: 404 })
    for (const settings of [
      {},
      { accountId: randomUUID() },
      { reach: [world.places.community2.id] },
      { reach: [world.places.grid1.id] },
      { units: [world.units.property1] },
    ]) {
      const rows = await world.sql('app', 'select id from questions', [], settings)
      const texts = await world.sql(
        'app',
        'select id from sealed_texts where subject = $1',
        [mine.questionId],
        settings,
      )
      expect([rows, texts]).toEqual([[], []])
    }
    const own = await world.sql('app', 'select id from questions where id = $1', [mine.questionId], {
      reach: [world.places.community1.id],
    })
    expect(own).toHaveLength(1)
  })

  test.each<[StaffName, string]>([
    ['community2', 'not_found'],
    ['street2', 'not_found'],
    ['centre', 'not_permitted'],
    ['worker', 'not_permitted'],
    ['property', 'not_permitted'],
    ['administrator', 'not_permitted'],
  ])('%s cannot answer it', async (who, refusal) => {
    const { questionId } = await ask()
    expect(await desk(who, `${questionId}/answer`, answer)).toMatchObject({ refusal })
  })

  test('a public answer knows nothing of who asked', async () => {
    const { questionId } = await ask(world.resident())
    await desk('community', `${questionId}/answer`, answer)
    const rows = await world.sql('app', 'select * from public_answers where question_id = $1', [questionId])
    expect(rows).toHaveLength(1)
    const texts = await world.sql<{ account_id: string | null; receipt_hash: Buffer | null }>(
      'app',
      'select account_id, receipt_hash, body from sealed_texts where subject = $1',
      [questionId],
    )
    expect(texts).toHaveLength(2)
    expect(texts.every((text) => text.account_id === null && text.receipt_hash === null)).toBe(true)
  })
})

test.each([
  ['楼道里着火了怎么办', 'emergency_first'],
  ['我要举报居委会主任贪污，找谁', 'channel_first'],
  ['网格员态度恶劣，该找谁', 'complaint_first'],
  ['街道办推诿，该找谁', 'complaint_first'],
])('%s is turned to its door first, and asked where the asker confirms', async (said, refusal) => {
  const somebody = world.anonymous()
  expect(await somebody.post('/api/questions', asked({ words: said }))).toMatchObject({
    status: 422,
    refusal,
  })
  expect((await somebody.post('/api/questions', asked({ words: said, doorSeen: true }))).status).toBe(201)
})

test('what is wrong with a question is said', async () => {
  expect(await world.anonymous().post('/api/questions', asked({ words: ' ' }))).toMatchObject({
    refusal: 'input_invalid',
  })
  const wide = asked({ areaId: world.places.district.id })
  expect(await world.anonymous().post('/api/questions', wide)).toMatchObject({ refusal: 'area_unknown' })
  const response = await world.app.inject({ method: 'POST', url: '/api/questions', payload: asked() })
  expect(response.json()).toMatchObject({ error: { code: 'client_secret_needed' } })
})

test('asked twice with one request id it is one question with one receipt', async () => {
  const somebody = world.anonymous()
  const body = asked({ words: '问一次就够了' })
  const first = await somebody.does<QuestionReceipt>('/api/questions', body)
  expect(await somebody.does<QuestionReceipt>('/api/questions', body)).toEqual(first)
  const other = { ...body, words: '换了一个问题' }
  expect(await somebody.post('/api/questions', other)).toMatchObject({ refusal: 'request_id_reused' })
})

test('of two desks that answer at once one does, and what is answered is not declined', async () => {
  const { questionId } = await ask()
  const [one, two] = await Promise.all([
    desk('community', `${questionId}/answer`, answer),
    desk('street', `${questionId}/answer`, answer),
  ])
  expect([one!.status, two!.status].sort()).toEqual([200, 409])
  const declined = { because: 'not_ours', words: '请问物业。' }
  expect(await desk('community', `${questionId}/decline`, declined)).toMatchObject({
    refusal: 'question_ended',
  })
})

test('an answer that is taken back stays with the asker, and with nobody else', async () => {
  const somebody = world.anonymous()
  const { questionId, receiptCode } = await ask(somebody, { words: '要撤下的问题' })
  const away = () => desk('community', `${questionId}/withdraw`, { reason: '时间改了' })
  expect(await away()).toMatchObject({ refusal: 'answer_not_public' })
  await desk('community', `${questionId}/answer`, { ...answer, publicQuestion: '要撤下的公开问题' })
  expect((await away()).status).toBe(200)
  expect(await away()).toMatchObject({ refusal: 'withdrawn_already' })
  expect(JSON.stringify((await card()).answers)).not.toContain('要撤下的公开问题')
  const own = await somebody.withReceipt(receiptCode).sees<OwnQuestion>('/api/questions/asked')
  expect(own.answer).toBe(answer.answer)
  const { rows } = await world
    .as('community')
    .sees<DeskQuestionPage>('/api/community-desk/questions?stage=answered')
  expect(rows.find(({ id }) => id === questionId)?.withdrawnAt).not.toBeNull()
})

test('pages of answers follow each other without a gap or a repeat', async () => {
  const areaId = world.places.community2.id
  for (const n of [1, 2, 3, 4, 5]) {
    const { questionId } = await ask(undefined, { areaId })
    await desk('community2', `${questionId}/answer`, { ...answer, publicQuestion: `第 ${n} 问` })
    world.clock.advance({ minutes: 1 })
  }
  const read: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const path = `/api/communities/${areaId}/answers?limit=2${next && `&after=${next}`}`
    const page: PublicAnswerPage = await world.anonymous().sees(path)
    read.push(...page.rows.map(({ question }) => question))
    next = page.next
  }
  expect(read).toEqual([5, 4, 3, 2, 1].map((n) => `第 ${n} 问`))
})

test('a flood of questions from one address is stopped, as one of reports is', async () => {
  const limited = await world.app.inject({ method: 'POST', url: '/api/questions', payload: {} })
  const reports = await world.app.inject({ method: 'POST', url: '/api/reports', payload: {} })
  expect(limited.headers['x-ratelimit-limit']).toBe(reports.headers['x-ratelimit-limit'])
})

test('a community that moves to another street is answered for there', async () => {
  const { questionId } = await ask(undefined, { words: '搬家前问的' })
  const { id } = world.places.community1
  const parentId = world.places.street2.id
  await world.as('administrator').does(`/api/areas/${id}/move`, act({ parentId, fromDay: '2026-11-18' }))
  await world.followersSettled()
  expect(await desk('street', `${questionId}/answer`, answer)).toMatchObject({ refusal: 'not_found' })
  expect((await desk('street2', `${questionId}/answer`, answer)).status).toBe(200)
  const [row] = await world.sql<{ reach: string[] }>('reader', 'select reach from questions where id = $1', [
    questionId,
  ])
  expect(row!.reach).toContain(parentId)
})

test('the lines hold no words, and all of it verifies', async () => {
  const lines = await world.sql<{ data: unknown }>(
    'reader',
    `select data from journal where kind like 'question.%'`,
  )
  expect(lines.length).toBeGreaterThan(20)
  expect(JSON.stringify(lines)).not.toMatch(/[一-鿿]/)
  expect((await world.verify()).flaws).toEqual([])
})

test.each([
  ['a stage', `update questions set stage = 'asked', ended_at = null, answer_id = null where id = $1`],
  ['an answer that was put for another', 'update questions set answer_id = words_id where id = $1'],
  ['a taking back', 'update questions set taken_back_at = ended_at where id = $1'],
  ['a withdrawal', 'update public_answers set withdrawn_at = answered_at where question_id = $1'],
])('verify names %s that was set by hand', async (_, change) => {
  const { questionId } = await ask()
  await desk('street2', `${questionId}/answer`, answer)
  await world.sql('owner', change, [questionId])
  const { flaws } = await world.verify()
  expect(flaws).toContainEqual(
    expect.objectContaining({ kind: 'row_changed', about: `question ${questionId}` }),
  )
})
