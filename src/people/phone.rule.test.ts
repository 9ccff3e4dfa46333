import { expect, test } from 'vitest'
import { maskPhone, normalPhone } from './phone.rule.ts'

test.each([
  ['138 0000 1234', '+8613800001234'],
  ['+86-13800001234', '+8613800001234'],
  ['008613800001234', '+8613800001234'],
  ['0731-88880000', '073188880000'],
  ['12345', null],
  ['+1234567890123456', null],
  ['1380000123x', null],
])('%s is kept as %s', (typed, kept) => expect(normalPhone(typed)).toBe(kept))

test.each([
  ['+8613800001234', '138****1234'],
  ['073188880000', '073****0000'],
])('%s is shown as %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown))
