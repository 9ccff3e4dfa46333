import { expect, test } from 'vitest'
import { draftsOf, shiftOf } from './shift-draft.ts'

const lin = { id: 'lin', name: '林' }
const shen = { id: 'shen', name: '沈' }

test('who left is not sent again with the day, and a shift that nobody is left of asks who', () => {
  const shifts = [
    { fromMinute: 480, untilMinute: 1080, people: [lin, shen] },
    { fromMinute: 1080, untilMinute: 1920, people: [shen] },
  ]
  const [day, night] = draftsOf(shifts, [lin])
  expect(shiftOf(day!)).toEqual({ fromMinute: 480, untilMinute: 1080, personIds: ['lin'] })
  expect(night).toMatchObject({ from: '18:00', until: '08:00', who: [] })
  expect(shiftOf(night!)).toBeNull()
  expect(draftsOf([], [lin])).toHaveLength(1)
})
