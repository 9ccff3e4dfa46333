import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { lineWriter } from '../platform/events.ts'
import { kyselyOn } from '../platform/transaction.ts'
import { type BareDistrict, bareDistrict } from '../testing/bare-district.ts'
import { againAfter } from './again.projection.ts'

const line = lineWriter({ 'case.tested': z.strictObject({}), 'station.tested': z.strictObject({}) })
const start = Temporal.Instant.from('2026-11-01T00:00:00Z')
let now = start

let bare: BareDistrict
beforeAll(async () => {
  bare = await bareDistrict({ now: () => now })
})
afterAll(() => bare.close())

test('after a month is closed, the cases with a later line are told again, on each chain, and no other subjects', async () => {
  const [chain, other] = [randomUUID(), randomUUID()]
  const write = async (kind: 'case.tested' | 'station.tested', on: string, minutes: number) => {
    const subject = randomUUID()
    now = start.add({ minutes })
    await bare.ctx().transaction(async (tx) => {
      tx.record(line(kind, { chain: on, subject, seq: 1, data: {} }))
    })
    return subject
  }
  await write('case.tested', chain, -300)
  const late = [await write('case.tested', chain, 2), await write('case.tested', other, 1)]
  // Its writer waited for the chain, with its moment taken before the month was closed.
  await write('case.tested', chain, -1)
  await write('station.tested', chain, 3)
  const { reader } = bare.district.pools
  const db = kyselyOn({ query: (text, values) => reader.query({ text, values: [...values] }) })
  await againAfter(db, start)
  const { rows } = await reader.query<{ subject: string }>('select subject from assessment_again')
  expect(rows.map(({ subject }) => subject).sort()).toEqual(late.sort())
})
