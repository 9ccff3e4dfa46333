import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine, cleanText } from './clean-text.ts'

test.each([
  ['　　三楼路灯不亮　', '三楼路灯不亮'],
  ['a\u00a0\u3000\t b', 'a b'],
  ['第一段\r\n\r\n\r\n\r\n　　第二段', '第一段\n\n第二段'],
  ['一\r二\u2028三\v四\u0085五', '一\n二\n三\n四\n五'],
  ['行尾有空格   \n   行首也有', '行尾有空格\n行首也有'],
  ['\ufeff零\u200b宽\u00ad字\u202e符\u0007', '零宽字符'],
  ['一家人👨‍👩‍👧', '一家人👨‍👩‍👧'],
  ['三\u200d楼👍\u200d', '三楼👍'],
  ['\ud800半个字', '\ufffd半个字'],
  ['\u0000', ''],
  ['\u200b\u200d\ufeff \u3000\n', ''],
])('%j becomes %j', (raw, clean) => expect(cleanText(raw)).toBe(clean))

test('cleaning twice changes nothing, and nothing unseen is left', () => {
  const dirty = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ' ',
        '\u3000',
        '\u00a0',
        '\n',
        '\r',
        '\t',
        '\u200b',
        '\u200d',
        '\ufeff',
        '\u0000',
        '👍',
        '\ufe0f',
      ),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
  })
  fc.assert(
    fc.property(dirty, (raw) => {
      const clean = cleanText(raw)
      expect(cleanText(clean)).toBe(clean)
      expect(clean).not.toMatch(/[\p{Cc}--\n]|\n{3}| {2}|^\s|\s$/v)
      expect(cleanLine(raw)).not.toMatch(/\n/)
    }),
  )
})
