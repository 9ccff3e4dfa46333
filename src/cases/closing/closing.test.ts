import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { patterned } from '../../testing/photo.ts'
import { onTheSpot } from '../../testing/whistle-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { StaffName } from '../../testing/world-people.ts'
import type { Receipt } from '../contract.ts'
import { sweepErasedPhotos } from '../reporter.sql.ts'
import type { CaseStory } from '../story.contract.ts'
import type { CaseClosing, FlagPage } from './closing.contract.ts'
import { flagClosing } from './flag-closing.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const closingOf = (at: string, by: StaffName = 'street') => world.as(by).sees<CaseClosing>(`${at}/closing`)
const marksOf = async (at: string) => (await closingOf(at)).flags.map(({ kind }) => kind)
const stageOf = async (at: string) => (await world.as('centre').sees<CaseStory>(at)).stage

async function upload(bytes: Buffer, by: StaffName = 'property'): Promise<string> {
  const { body } = await world.as(by).upload<{ fileId: string }>('/api/photos', { bytes, type: 'image/jpeg' })
  return body.fileId
}

let seed = 100
/** A picture that no other case shows. */
async function fresh(by: StaffName = 'property'): Promise<string> {
  seed += 1
  return upload(await patterned(seed), by)
}

/** A case that the property firm has in hand, by whoever reported it. */
async function signed(assistUnitIds: readonly string[] = []) {
  const reporter = world.anonymous()
  const body = act({ words: '楼道灯不亮', place: world.places.building1.placeCode })
  const { caseId, receiptCode } = await reporter.does<Receipt>('/api/reports', body)
  const at = `/api/cases/${caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter: 'FA02', summary: '楼道灯不亮' }))
  await world.as('community').does(`${at}/dispatch`, act({ assistUnitIds }))
  await world.as('property').does(`${at}/sign`, act())
  return { at, caseId, own: reporter.withReceipt(receiptCode) }
}

async function resolved(note: string, photos: string[], visited = true) {
  const found = await signed()
  if (visited) await world.as('property').does(`${found.at}/arrive`, act({ point: onTheSpot }))
  await world.as('property').does(`${found.at}/resolve`, act({ note, photos }))
  return found
}

test('closed without anyone arriving is marked once, for the street and the unit, and hidden from the reporter', async () => {
  const { at, caseId, own } = await resolved('换了一只灯泡', [await fresh()], false)
  const visited = await resolved('换了一只灯', [await fresh()])
  await world.followersSettled()
  expect(await marksOf(visited.at)).toEqual([])
  const { flags, can } = await closingOf(at)
  expect(flags).toMatchObject([{ kind: 'no_visit', unit: { id: world.units.property1 }, verdict: null }])
  expect(can).toEqual(['look'])
  // The unit sees what is asked of its case, and decides nothing about itself.
  expect((await closingOf(at, 'property')).flags).toHaveLength(1)
  const seq = (await world.as('centre').sees<CaseStory>(at)).timeline.find(
    ({ kind }) => kind === 'case.resolved',
  )!.seq
  expect(await flagClosing(world.system, caseId, seq)).toBe(0)
  const reason = '电话核实过，师傅到过现场'
  const look = act({ verdict: 'in_order', reason })
  expect((await world.as('property').post(`${at}/look-at-closing`, look)).refusal).toBe('not_permitted')
  expect((await world.as('street2').post(`${at}/look-at-closing`, look)).refusal).toBe('not_found')
  await world.as('street').does(`${at}/look-at-closing`, look)
  const again = await world
    .as('centre')
    .post(`${at}/look-at-closing`, { ...look, requestId: act().requestId })
  expect(again.refusal).toBe('closing_looked_at')
  expect((await closingOf(at)).flags[0]).toMatchObject({ verdict: 'in_order', reason })
  expect(await stageOf(at)).toBe('resolved')
  expect(JSON.stringify(await own.sees('/api/follow'))).not.toContain('closing_')
})

test('the same picture, sent again smaller, is found in another case and in the own one; its print goes with it', async () => {
  const picture = await patterned(1)
  const first = await resolved('灯泡换好了', [await upload(picture)])
  const smaller = await sharp(picture).resize({ width: 320 }).jpeg({ quality: 50 }).toBuffer()
  const second = await resolved('灯泡已换', [await upload(smaller)])
  const other = await resolved('换好灯泡', [await upload(await patterned(2))])
  await world.followersSettled()
  expect(await marksOf(first.at)).toEqual([])
  expect(await marksOf(other.at)).toEqual([])
  const [mark] = (await closingOf(second.at)).flags
  expect(mark).toMatchObject({ kind: 'same_photo', amount: 1, other: { id: first.caseId } })

  // What a photograph looks like was found when it was taken in: nobody reads the file again to compare.
  const third = await resolved('灯好了', [await fresh()])
  const district = { ...world.district, dataFolder: '' }
  await flagClosing({ ...world.system, district }, third.caseId, 0)
  const kept = await world.sql<{ print: Buffer | null }>(
    'reader',
    'select print from photo_prints where case_id = $1',
    [third.caseId],
  )
  expect(kept.map(({ print }) => print?.length)).toEqual([8])

  const shown = await upload(await patterned(5), 'community')
  const report = act({
    words: '灯又坏了',
    place: world.places.building1.placeCode,
    photos: [shown],
    onBehalf: 'caller',
  })
  const { caseId } = await world.as('community').does<Receipt>('/api/reports', report)
  const at = `/api/cases/${caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter: 'FA02', summary: '灯又坏了' }))
  await world.as('community').does(`${at}/dispatch`, act())
  await world.as('property').does(`${at}/arrive`, act({ point: onTheSpot }))
  const evidence = await upload(await patterned(5))
  await world.as('property').does(`${at}/resolve`, act({ note: '好了', photos: [evidence] }))
  await world.followersSettled()
  expect((await closingOf(at)).flags).toMatchObject([{ kind: 'same_photo', other: null }])

  const prints = () => world.sql('reader', 'select file_id from photo_prints where case_id = $1', [caseId])
  expect(await prints()).toHaveLength(2)
  const erase = act({ reason: '反映人要求', photos: true })
  await world.as('centre').does(`${at}/erase-reporter`, erase)
  await sweepErasedPhotos(world.district)
  expect(await prints()).toEqual([{ file_id: evidence }])
})

test('the same long words for a third case, and many within minutes by one account, are marked', async () => {
  const words = '已安排维修人员到现场检查并更换损坏的灯具，恢复正常。'
  const ends: string[] = []
  const ready = []
  for (let n = 0; n < 8; n += 1) {
    const found = await signed()
    await world.as('property').does(`${found.at}/arrive`, act({ point: onTheSpot }))
    ready.push({ ...found, photos: [await fresh()] })
  }
  // What was resolved before lies further back than minutes.
  world.clock.advance({ minutes: 30 })
  for (const [n, { at, photos }] of ready.entries()) {
    const note = n < 3 ? words.replace('。', n === 1 ? ' ！' : '。') : `第 ${n} 只灯`
    await world.as('property').does(`${at}/resolve`, act({ note, photos }))
    world.clock.advance({ minutes: 1 })
    await world.followersSettled()
    ends.push((await marksOf(at)).join())
  }
  expect(ends).toEqual(['', '', 'same_words', '', '', '', '', 'many_at_once'])
})

test('resolved minutes before its deadline and reopened is marked; not in order, a closed case is done again', async () => {
  const { at, own } = await signed()
  await world.as('property').does(`${at}/arrive`, act({ point: onTheSpot }))
  const dueAt = (await world.as('centre').sees<CaseStory>(at)).parts[0]!.account.dueAt!
  world.clock.set(Temporal.Instant.from(dueAt).subtract({ minutes: 9 }).toString())
  await world.as('property').does(`${at}/resolve`, act({ note: '换好了', photos: [await fresh()] }))
  await world.as('community').does(`${at}/reply`, act({ answer: '修好了' }))
  await own.does('/api/follow/rate', act({ solved: false, rating: 1 }))
  await world.followersSettled()
  expect((await closingOf(at)).flags).toMatchObject([{ kind: 'last_minute', amount: 9 }])
  await world.as('centre').does(`${at}/look-at-closing`, act({ verdict: 'not_in_order', reason: '赶时限' }))
  // It is back already.
  expect(await stageOf(at)).toBe('dispatched')

  const closed = await resolved('说是好了', [await fresh()], false)
  await world.as('community').does(`${closed.at}/reply`, act({ answer: '修好了' }))
  await world.as('centre').does(`${closed.at}/check`, act({ passed: true }))
  await world.as('centre').does(`${closed.at}/close`, act())
  await world.followersSettled()
  await world
    .as('street')
    .does(`${closed.at}/look-at-closing`, act({ verdict: 'not_in_order', reason: '没人去过' }))
  expect(await stageOf(closed.at)).toBe('dispatched')
  const story = await world.as('centre').sees<CaseStory>(closed.at)
  expect(story.timeline.at(-1)).toMatchObject({ kind: 'case.reopened', facts: { because: 'found_hollow' } })
  // What a desk sent back takes nothing of the reporter's right.
  await world.as('property').does(`${closed.at}/arrive`, act({ point: onTheSpot }))
  await world.as('property').does(`${closed.at}/resolve`, act({ note: '这次好了', photos: [await fresh()] }))
  await world.as('community').does(`${closed.at}/reply`, act({ answer: '这次修好了' }))
  await closed.own.does('/api/follow/rate', act({ solved: false, rating: 1 }))
  expect(await stageOf(closed.at)).toBe('dispatched')
})

test('before it was checked, what is not in order goes on at the unit, and the list is read by page and kind', async () => {
  const { at } = await resolved('没去', [await fresh()], false)
  await world.followersSettled()
  await world.as('street').does(`${at}/look-at-closing`, act({ verdict: 'not_in_order', reason: '没人去过' }))
  expect(await stageOf(at)).toBe('handling')
  for (let n = 0; n < 3; n += 1) await resolved(`灯 ${n}`, [await fresh()], false)
  await world.followersSettled()
  const list = (query: string, by: StaffName = 'street') =>
    world.as(by).sees<FlagPage>(`/api/closings?${query}`)
  const all = (await list('kind=no_visit&limit=50')).rows.map(({ flag }) => flag.id)
  expect(all.length).toBeGreaterThanOrEqual(3)
  const first = await list('kind=no_visit&limit=2')
  const rest = await list(`kind=no_visit&limit=50&after=${encodeURIComponent(first.next!)}`)
  expect([...first.rows, ...rest.rows].map(({ flag }) => flag.id)).toEqual(all)
  expect((await list('kind=last_minute')).rows).toEqual([])
  const looked = (await list('state=looked&limit=50')).rows
  expect(looked.find(({ caseId }) => at.endsWith(caseId))).toMatchObject({ canLook: true })
  expect((await list('', 'street2')).rows).toEqual([])
  expect((await world.as('property').get('/api/closings')).refusal).toBe('not_permitted')
  expect((await world.as('street').get('/api/closings?after=x')).refusal).toBe('input_invalid')
  expect((await world.verify()).flaws).toEqual([])
})

test('who answered a case does not look at their own answer', async () => {
  world.clock.advance({ minutes: 30 })
  const answer = '经与物业核对，该处灯具已经更换完毕，请您放心。'
  let last = ''
  for (let n = 0; n < 3; n += 1) {
    const { at } = await resolved(`第 ${n} 处`, [await fresh()])
    await world.as('street').does(`${at}/reply`, act({ answer }))
    await world.followersSettled()
    last = at
  }
  expect((await closingOf(last)).flags).toMatchObject([{ kind: 'same_words', unit: null }])
  expect((await closingOf(last)).can).not.toContain('look')
  const look = () => act({ verdict: 'in_order', reason: '同一批灯' })
  expect((await world.as('street').post(`${last}/look-at-closing`, look())).refusal).toBe('not_permitted')
  const listed = async (by: StaffName) => {
    const { rows } = await world.as(by).sees<FlagPage>('/api/closings?kind=same_words&limit=50')
    return rows.find(({ caseId }) => last.endsWith(caseId))?.canLook
  }
  expect([await listed('street'), await listed('centre')]).toEqual([false, true])
  expect((await closingOf(last, 'centre')).can).toContain('look')
  await world.as('centre').does(`${last}/look-at-closing`, look())
})

test('a part that was done before the whole does not go back alone', async () => {
  const { at } = await signed([world.units.team1])
  await world.as('team').does(`${at}/sign`, act())
  await world.as('team').does(`${at}/resolve`, act({ note: '拉了线', photos: [await fresh('team')] }))
  await world.followersSettled()
  expect((await closingOf(at)).flags).toMatchObject([{ kind: 'no_visit', unit: { id: world.units.team1 } }])
  const look = () =>
    world.as('centre').post(`${at}/look-at-closing`, act({ verdict: 'not_in_order', reason: '没人去过' }))
  expect((await look()).refusal).toBe('closing_part_open')
  await world.as('property').does(`${at}/arrive`, act())
  await world.as('property').does(`${at}/resolve`, act({ note: '换了灯', photos: [await fresh()] }))
  expect((await look()).status).toBe(200)
  expect(await stageOf(at)).toBe('handling')
})

test('what a desk found hollow is not marked again as done at the last minute', async () => {
  const { at } = await signed()
  const dueAt = (await world.as('centre').sees<CaseStory>(at)).parts[0]!.account.dueAt!
  world.clock.set(Temporal.Instant.from(dueAt).subtract({ minutes: 9 }).toString())
  await world.as('property').does(`${at}/resolve`, act({ note: '换好', photos: [await fresh()] }))
  await world.as('community').does(`${at}/reply`, act({ answer: '换好了' }))
  await world.as('centre').does(`${at}/check`, act({ passed: true }))
  await world.followersSettled()
  await world.as('street').does(`${at}/look-at-closing`, act({ verdict: 'not_in_order', reason: '没人去过' }))
  await world.followersSettled()
  expect(await stageOf(at)).toBe('dispatched')
  expect(await marksOf(at)).toEqual(['no_visit'])
})

test('however many photographs look alike, the very same one is found', async () => {
  const picture = await patterned(7)
  const first = await resolved('旧的', [await upload(picture)])
  const busy = await resolved('别的', [await fresh()])
  await world.followersSettled()
  // One band in common with it, nothing else, and all of them later.
  await world.sql(
    'owner',
    `insert into photo_prints (case_id, file_id, sha256, print, bands, added_at)
      select $2, gen_random_uuid(), decode(md5(n::text), 'hex'), decode('00000000aaaaaaaa', 'hex'), p.bands, p.added_at + interval '1 second'
      from photo_prints p, generate_series(1, 600) n where p.case_id = $1`,
    [first.caseId, busy.caseId],
  )
  world.clock.advance({ minutes: 1 })
  const again = await resolved('新的', [await upload(picture)])
  await world.followersSettled()
  expect((await closingOf(again.at)).flags).toMatchObject([
    { kind: 'same_photo', other: { id: first.caseId } },
  ])
})
