import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { literal } from './literal.ts'

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: inject('ownerUrl') })
  await client.connect()
})
afterAll(() => client.end())

const read = async (sql: string): Promise<unknown> => (await client.query(`select ${sql} as v`)).rows[0].v
// PostgreSQL holds any text but the character NUL.
const text = fc.string({ unit: 'binary' }).map((s) => s.replaceAll('\u0000', '').toWellFormed())

test('any text, list of texts, bytes come back as they went, whatever they hold', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.option(text)), fc.uint8Array(), async (one, many, bytes) => {
      expect(await read(`${literal(one)}::text`)).toBe(one)
      expect(await read(`${literal(many)}::text[]`)).toEqual(many)
      expect(await read(`${literal(Buffer.from(bytes))}::bytea`)).toEqual(Buffer.from(bytes))
      expect(await read(`${literal([Buffer.from(bytes)])}::bytea[]`)).toEqual([Buffer.from(bytes)])
    }),
    { numRuns: 60 },
  )
})

test.each([
  [7, 7],
  [true, true],
  [null, null],
  ["'; drop table cases; --", "'; drop table cases; --"],
  ['\\', '\\'],
])('%j is itself', async (value, back) => expect(await read(literal(value))).toEqual(back))
