import { createHash, randomUUID } from 'node:crypto'
import canonicalize from 'canonicalize'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BareDistrict, bareDistrict } from '../testing/bare-district.ts'
import { systemClock } from './clock.ts'
import { actOnce } from './once.ts'

let bare: BareDistrict
beforeAll(async () => {
  bare = await bareDistrict(systemClock)
})
afterAll(() => bare.close())

test('a body is known again, and cannot be guessed back from what is kept of it', async () => {
  const ctx = bare.ctx()
  const body = { requestId: randomUUID(), number: '110101199003070011' }
  let done = 0
  const act = (sent: typeof body) => actOnce(ctx, sent, async () => ({ done: ++done }))
  expect(await act(body)).toEqual({ done: 1 })
  expect(await act({ ...body })).toEqual({ done: 1 })
  await expect(act({ ...body, number: '110101199003070038' })).rejects.toMatchObject({
    code: 'request_id_reused',
  })
  const { rows } = await bare.district.pools.reader.query<{ body_hash: Buffer }>(
    'select body_hash from requests where request_id = $1',
    [body.requestId],
  )
  const guessed = createHash('sha256').update(canonicalize(body)!).digest()
  expect(rows.map((row) => row.body_hash.equals(guessed))).toEqual([false])
})
