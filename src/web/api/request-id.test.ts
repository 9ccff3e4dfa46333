import { expect, test } from 'vitest'
import { requestAnswered, requestIdFor } from './request-id.ts'

test('the same content is sent under the same id until it is answered, other content under another', () => {
  const first = requestIdFor('report', { words: 'the lamp is out' })
  expect(requestIdFor('report', { words: 'the lamp is out' })).toBe(first)
  expect(requestIdFor('rate', { words: 'the lamp is out' })).not.toBe(first)

  const changed = requestIdFor('report', { words: 'the lamp is out', notEmergency: true })
  expect(changed).not.toBe(first)
  // Only the latest sending is remembered: going back to old content is a new act.
  expect(requestIdFor('report', { words: 'the lamp is out' })).not.toBe(first)

  const again = requestIdFor('report', { words: 'the lamp is out' })
  requestAnswered('report')
  expect(requestIdFor('report', { words: 'the lamp is out' })).not.toBe(again)
})
