import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BareDistrict, bareDistrict } from '../testing/bare-district.ts'
import type { OpenDistrict } from './district.ts'
import { keep } from './kept.ts'

let bare: BareDistrict
let other: OpenDistrict
let loads = 0
let broken = false
const load = async () => {
  loads += 1
  if (broken) throw new Error('no rows today')
  return loads
}

beforeAll(async () => {
  bare = await bareDistrict({ now: () => Temporal.Instant.from('2026-06-01T02:00:00Z') })
  other = await bare.another()
})
afterAll(() => bare.close())

test('is loaded once for many readers, and again after a change by this server', async () => {
  const kept = keep('one', load)
  const first = await Promise.all([kept.of(bare), kept.of(bare), kept.of(bare)])
  expect(new Set(first).size).toBe(1)
  await bare.ctx().transaction((tx) => kept.change(tx))
  expect(await kept.of(bare)).toBe(first[0])
  kept.forget(bare)
  expect(await kept.of(bare)).toBe(first[0]! + 1)
})

test('another server sees the change at its next look, and loads no more without one', async () => {
  const kept = keep('two', load, 0)
  const before = await kept.of({ district: other })
  expect(await kept.of({ district: other })).toBe(before)
  await bare.ctx().transaction((tx) => kept.change(tx))
  const after = await kept.of({ district: other })
  expect(after).toBeGreaterThan(before)
  expect(await kept.of({ district: other })).toBe(after)
})

test('whoever has just read the revision gets what holds as of it, however lately others looked', async () => {
  const kept = keep('two and a half', load)
  const revision = async () =>
    (
      await bare
        .ctx()
        .read((tx) =>
          tx.query<{ revision: string }>('revision_of', `select revision from revisions where what = $1`, [
            'two and a half',
          ]),
        )
    )[0]?.revision ?? null
  const before = await kept.of({ district: other }, await revision())
  expect(await kept.of({ district: other }, null)).toBe(before)
  await bare.ctx().transaction((tx) => kept.change(tx))
  expect(await kept.of({ district: other })).toBe(before)
  const after = await kept.of({ district: other }, await revision())
  expect(after).toBe(before + 1)
  expect(await kept.of({ district: other }, await revision())).toBe(after)
})

test('a change that is rolled back is none', async () => {
  const kept = keep('three', load, 0)
  const before = await kept.of(bare)
  const failing = bare.ctx().transaction(async (tx) => {
    await kept.change(tx)
    throw new Error('on second thoughts')
  })
  await expect(failing).rejects.toThrow('on second thoughts')
  expect(await kept.of(bare)).toBe(before)
})

test('a load that fails is told, and tried again by the next reader', async () => {
  const kept = keep('four', load)
  broken = true
  await expect(kept.of(bare)).rejects.toThrow('no rows today')
  broken = false
  expect(await kept.of(bare)).toBe(loads)
})

test('does not wait for a connection of the pool that its callers hold', async () => {
  const kept = keep('five', load)
  const held = Array.from({ length: 40 }, () => bare.ctx().read(() => kept.of(bare)))
  expect(new Set(await Promise.all(held)).size).toBe(1)
})
