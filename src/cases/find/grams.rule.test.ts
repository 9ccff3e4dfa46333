import { expect, test } from 'vitest'
import { grammedInitials, gramsOf, initialGramsOf } from './grams.rule.ts'

test.each([
  ['楼道灯', ['楼道', '道灯']],
  ['灯', []],
  ['灯 亮', []],
  ['ＬＥＤ灯坏', ['led', 'd灯', '灯坏']],
  ['3栋', ['3', '3栋']],
  ['沾益巷，12号', ['沾益', '益巷', '12', '2号']],
  ['Lamp out', ['lamp', 'out']],
])('%s is found by %j', (text, grams) => {
  expect(gramsOf(text)).toEqual(grams)
})

test('any two neighbouring characters of a text are among its grams, and no text is read without end', () => {
  expect(gramsOf('辶夊囍')).toEqual(['辶夊', '夊囍'])
  expect(gramsOf('字'.repeat(10_000))).toEqual(['字字'])
  expect(gramsOf('a'.repeat(41))).toEqual([])
})

test('typed initials are among those of the text that has them', () => {
  const kept = initialGramsOf('ldd bl')
  expect(kept).toEqual(['~ld', '~ldd', '~dd', '~bl'])
  for (const typed of ['ld', 'ldd', 'dd', 'bl'])
    expect(kept).toEqual(expect.arrayContaining(grammedInitials(typed)))
  expect(kept).not.toEqual(expect.arrayContaining(grammedInitials('ddb')))
  expect(grammedInitials('llhd')).toEqual(['~llh', '~lhd'])
  expect(grammedInitials('l')).toEqual([])
  expect(grammedInitials('灯')).toEqual([])
})
