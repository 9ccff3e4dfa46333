import { expect, test } from 'vitest'
import { piecesOf } from './draw-receipt.ts'

test.each([
  ['点“进度”，查。', ['点', '“进', '度”，', '查。']],
  ['Scan the QR code.', ['Scan ', 'the ', 'QR ', 'code.']],
  ['编号 2026-1，请收好', ['编', '号', ' ', '2026-1，', '请', '收', '好']],
])('“%s” breaks between words and never before a stop', (text, pieces) => {
  expect(piecesOf(text)).toEqual(pieces)
  expect(piecesOf(text).join('')).toBe(text)
})
