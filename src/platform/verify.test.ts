import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import { rehash, tamperings } from '../testing/tamper.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Person } from '../testing/world-client.ts'
import { fileFolder, readPhoto } from './files.ts'
import { hashLine } from './journal-line.rule.ts'
import { readSeals, sealDay, sealFolder } from './seal.ts'
import type { Verdict } from './verify.ts'

let world: World
let chain: string
let caseIds: string[]
beforeEach(async () => {
  world = await openWorld()
  chain = world.places.community1.id
  caseIds = []
  for (const words of ['灯不亮', '井盖响', '水管漏', '门禁坏']) {
    const body = { requestId: randomUUID(), words, place: world.places.building1.placeCode }
    const contact = { name: '王小明', phone: '13800000099' }
    const { caseId } = await world.anonymous().does<{ caseId: string }>('/api/reports', { ...body, contact })
    caseIds.push(caseId)
  }
})
afterEach(() => world.close())

/** Beside the seals that were written outside the database. */
const verdictNow = async (): Promise<Verdict> =>
  world.verify(await readSeals(sealFolder(world.district.dataFolder, world.district.id)))
const flaws = async () => (await verdictNow()).flaws

test('an untouched record has no flaw, also beside its seal', async () => {
  await world.followersSettled()
  await sealDay(world.district, world.clock)
  const verdict = await verdictNow()
  expect(verdict.flaws).toEqual([])
  expect(verdict).toMatchObject({ erased: 0, seals: 1 })
  expect(verdict.lines).toBeGreaterThanOrEqual(4)
  expect(verdict.texts).toBe(12)
})

describe('each tampering is named where it happened', () => {
  test.each([
    ['a changed character in a line', { kind: 'line_changed', n: 2 }],
    ['a deleted middle line', { kind: 'line_missing', n: 2 }],
    ['a deleted last line', { kind: 'tail_missing' }],
    ['two swapped lines', { kind: 'line_changed', n: 2 }],
    ['an altered text', { kind: 'text_changed' }],
    ['a deleted text', { kind: 'text_missing' }],
    ['a stage set by hand', { kind: 'row_changed' }],
    ['a rating set by hand', { kind: 'row_changed' }],
    ['an acceptance set later by hand', { kind: 'row_changed' }],
    ['a close set by hand', { kind: 'row_changed' }],
    ['a deleted row of a case', { kind: 'row_changed' }],
  ] as const)('%s', async (tampering, flaw) => {
    expect(await flaws()).toEqual([])
    await tamperings[tampering](world, { chain, n: 2 })
    expect((await flaws())[0]).toMatchObject({ ...flaw, chain })
  })
})

test.each(['a planted text', 'a committed text under another case'] as const)(
  '%s is found, though every commitment holds',
  async (tampering) => {
    await tamperings[tampering](world, { chain, n: 2 })
    expect((await flaws()).map((flaw) => flaw.kind)).toEqual(['text_planted'])
  },
)

describe('photographs are what their texts say', () => {
  let sha256: Buffer
  beforeEach(async () => {
    const person = world.anonymous()
    const photos = [await uploaded(person)]
    const body = { requestId: randomUUID(), words: '墙上有裂缝', place: world.places.building1.placeCode }
    await person.does('/api/reports', { ...body, photos })
    const [row] = await world.sql<{ sha256: Buffer }>('reader', 'select sha256 from case_photos')
    sha256 = row!.sha256
    expect(await flaws()).toEqual([])
  })
  const path = () => fileFolder(world.district.dataFolder, sha256)
  const kinds = async () => (await flaws()).map((flaw) => flaw.kind)

  test('another hash in the row', async () => {
    await world.sql('owner', `update case_photos set sha256 = sha256('another'::bytea)`)
    expect(await kinds()).toEqual(['file_changed', 'file_missing'])
  })
  test('a photograph taken out of its case', async () => {
    await world.sql('owner', 'delete from case_photos')
    expect(await kinds()).toEqual(['file_missing'])
  })
  test('a file that is gone', async () => {
    await rm(path())
    expect(await kinds()).toEqual(['file_missing'])
  })
  test('another picture under the same name, which is shown to nobody', async () => {
    const shown = () => readPhoto(world.district.dataFolder, sha256, 'full')
    expect((await shown()).length).toBeGreaterThan(0)
    await writeFile(path(), await photo(7))
    expect(await kinds()).toEqual(['file_changed'])
    await expect(shown()).rejects.toMatchObject({ code: 'not_found' })
  })
})

async function uploaded(person: Person): Promise<string> {
  const upload = { bytes: await photo(31), type: 'image/jpeg' }
  return (await person.upload<{ fileId: string }>('/api/photos', upload)).body.fileId
}

test('words of an emergency that were emptied are found', async () => {
  const alert = { requestId: randomUUID(), words: '楼上着火了', place: world.places.building1.placeCode }
  await world.anonymous().does('/api/alerts', alert)
  expect(await flaws()).toEqual([])
  await world.sql(
    'owner',
    `update sealed_texts set body = null, salt = null, erased_at = now() where kind = 'alert'`,
  )
  expect((await flaws()).map((flaw) => flaw.kind)).toEqual(['text_missing'])
})

test('a chain rehashed after a seal that is held outside the database is found', async () => {
  await sealDay(world.district, world.clock)
  await rehash(world, chain, 2, hashLine)
  // The line that was made anew says otherwise than the row of its case, too.
  const found = [{ kind: 'row_changed' }, { kind: 'rehashed', chain }]
  expect(await flaws()).toMatchObject(found)
  // Even a database that was rewritten together with its own seal cannot rewrite the file.
  await world.sql('owner', 'delete from seals')
  expect(await flaws()).toMatchObject(found)
})

test('a last line that a follower had read and that is gone is found without a seal', async () => {
  await world.followersSettled()
  await world.sql('owner', `delete from journal where chain = $1 and n = 4`, [chain])
  expect((await flaws()).map((flaw) => flaw.kind)).toContain('tail_missing')
})

test('erasing who reported leaves the record verifying, and the name nowhere', async () => {
  const erase = { requestId: randomUUID(), reason: '本人要求删除' }
  await world.as('centre').does(`/api/cases/${caseIds[0]}/erase-reporter`, erase)
  const verdict = await world.verify()
  expect(verdict.flaws).toEqual([])
  expect(verdict.erased).toBe(2)
  const left = await world.sql(
    'reader',
    `select body from sealed_texts where subject = $1 and kind like 'reporter%'`,
    [caseIds[0]],
  )
  expect(left).toEqual([{ body: null }, { body: null }])
})

test('a text that was emptied without an erasure on the record is found', async () => {
  await world.sql(
    'owner',
    `update sealed_texts set body = null, salt = null, erased_at = now() where subject = $1`,
    [caseIds[0]],
  )
  expect((await flaws()).map((flaw) => flaw.kind)).toContain('text_missing')
})
