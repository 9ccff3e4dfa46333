import { randomUUID } from 'node:crypto'
import { access } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileFolder } from '../platform/files.ts'
import { sweep } from '../platform/sweep.ts'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Person } from '../testing/world-client.ts'
import type { Receipt } from './contract.ts'
import { sweepErasedPhotos } from './reporter.sql.ts'
import { forgetOldContacts } from './reporter.ts'
import type { CaseStory, DeskPage, FollowedCase } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const upload = async (person: Person, red: number) =>
  (await person.upload<{ fileId: string }>('/api/photos', { bytes: await photo(red), type: 'image/jpeg' }))
    .body.fileId

async function declined(person: Person, more: object) {
  const report = act({ words: '想问一件小事', areaId: world.places.grid1.id, ...more })
  const receipt = await person.does<Receipt>('/api/reports', report)
  const at = `/api/cases/${receipt.caseId}`
  await world.as('community').does(`${at}/decline`, act({ reason: '不属于受理范围' }))
  return { ...receipt, at }
}

const reason = '本人要求'

test.each(['administrator', 'centre'] as const)(
  'the %s erases name, telephone and account; the receipt still opens the case',
  async (eraser) => {
    const resident = world.resident(eraser === 'centre' ? '13900000021' : '13900000022')
    const contact = { name: '孙小梅', phone: '13600000555' }
    const { at, caseId, receiptCode } = await declined(resident, { contact })
    await world.followersSettled()
    const told = async () =>
      (await resident.sees<{ rows: { caseId: string | null; kind: string }[] }>('/api/notices')).rows.filter(
        (row) => row.caseId === caseId,
      )
    expect(await told()).not.toEqual([])

    await world.as(eraser).does(`${at}/erase-reporter`, act({ reason }))

    expect((await world.as('centre').sees<CaseStory>(at)).reporter).toBeNull()
    for (const [table, key] of [
      ['cases', 'id'],
      ['sealed_texts', 'subject'],
      ['case_photos', 'case_id'],
    ]) {
      const sql = `select 1 from ${table} where ${key} = $1 and account_id is not null`
      expect(await world.sql('owner', sql, [caseId]), table).toEqual([])
    }
    const kinds = ['reporter_name', 'reporter_phone']
    const left = 'select 1 from sealed_texts where subject = $1 and kind = any($2) and body is not null'
    expect(await world.sql('owner', left, [caseId, kinds])).toEqual([])
    expect((await resident.sees<DeskPage>('/api/my/cases')).rows.map((row) => row.id)).not.toContain(caseId)
    expect((await resident.get(`/api/my/cases/${caseId}`)).refusal).toBe('not_found')
    const holder = world.anonymous().withReceipt(receiptCode)
    expect(await holder.sees<FollowedCase>('/api/follow')).toMatchObject({ caseId })
    await world.followersSettled()
    expect(await told()).toEqual([])
    await world.rebuilt()
    expect(await told()).toEqual([])
    expect((await world.as(eraser).post(`${at}/erase-reporter`, act({ reason }))).refusal).toBe(
      'reporter_has_no_contact',
    )
  },
)

test('an account alone is erased too, and photographs only where it is asked for', async () => {
  const resident = world.resident('13900000023')
  const [mine, alike] = [await upload(resident, 40), await upload(resident, 220)]
  const { at, caseId } = await declined(resident, { photos: [mine, alike] })
  const other = world.anonymous()
  await declined(other, { photos: [await upload(other, 220)] })
  const hashes = await world.sql<{ id: string; sha256: Buffer }>(
    'owner',
    'select id, sha256 from files where id = any($1)',
    [[mine, alike]],
  )
  const stands = (id: string) =>
    access(fileFolder(world.district.dataFolder, hashes.find((file) => file.id === id)!.sha256)).then(
      () => true,
      () => false,
    )
  const centre = world.as('centre')
  const small = `/api/photos/${mine}?size=small`

  await centre.does(`${at}/erase-reporter`, act({ reason }))
  expect((await world.app.inject({ url: small, headers: await centre.headers() })).statusCode).toBe(200)
  expect((await centre.sees<CaseStory>(at)).photos.map((shown) => shown.fileId)).toEqual([mine, alike].sort())

  await centre.does(`${at}/erase-reporter`, act({ reason, photos: true }))
  expect((await centre.sees<CaseStory>(at)).photos).toEqual([])
  for (const shown of [`/api/photos/${mine}`, small])
    expect((await centre.get(shown)).refusal, shown).toBe('not_found')
  const texts = `select 1 from sealed_texts where subject = $1 and kind = 'photo' and body is not null`
  expect(await world.sql('owner', texts, [caseId])).toEqual([])
  await sweepErasedPhotos(world.district)
  expect(await world.sql('owner', 'select 1 from case_photos where case_id = $1', [caseId])).toEqual([])
  await sweep(world.district, world.clock)
  // The other one is somebody else's picture too.
  expect([await stands(mine), await stands(alike)]).toEqual([false, true])
  expect((await world.verify()).flaws).toEqual([])
})

test('closed for long enough a case forgets who reported it, and so does what was joined to it', async () => {
  const contact = { name: '孙小梅', phone: '13600000555' }
  const report = (person: Person) =>
    person.does<Receipt>(
      '/api/reports',
      act({ words: '想问一件小事', areaId: world.places.grid1.id, contact }),
    )
  const desk = world.as('community')
  const at = ({ caseId }: Receipt) => `/api/cases/${caseId}`
  const join = (one: Receipt, into: Receipt) => desk.does(`${at(one)}/join`, act({ into: into.caseId }))
  const whole = await report(world.anonymous())
  const joined = await report(world.resident('13900000024'))
  const joinedToThat = await report(world.anonymous())
  await join(joinedToThat, joined)
  await join(joined, whole)
  const open = await report(world.anonymous())
  const joinedToOpen = await report(world.anonymous())
  await join(joinedToOpen, open)
  await desk.does(`${at(whole)}/decline`, act({ reason: '不属于受理范围' }))
  const closedAt = world.clock.now()
  const isKnown = async (one: Receipt) =>
    (await world.as('centre').sees<CaseStory>(at(one))).reporter !== null

  await forgetOldContacts(world.system, closedAt)
  expect(await Promise.all([whole, joined, joinedToThat].map(isKnown))).toEqual([true, true, true])
  const later = closedAt.add({ hours: 1 })
  expect(await forgetOldContacts(world.system, later)).toBeGreaterThanOrEqual(3)
  expect(await Promise.all([whole, joined, joinedToThat].map(isKnown))).toEqual([false, false, false])
  expect(await Promise.all([open, joinedToOpen].map(isKnown))).toEqual([true, true])
  expect(await forgetOldContacts(world.system, later)).toBe(0)
  expect((await world.verify()).flaws).toEqual([])
})
