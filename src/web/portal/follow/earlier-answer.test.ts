import { expect, test } from 'vitest'
import { isEarlierAnswer } from './earlier-answer.ts'

const told = (...kinds: string[]) =>
  kinds.map((kind, index) => ({
    seq: index + 1,
    kind: `case.${kind}`,
    at: '2026-11-20T10:00:00Z',
    enteredAt: null,
    by: null,
    unit: null,
    texts: [],
    facts: {},
  }))

test.each([
  [['accepted', 'replied'], false],
  [['accepted', 'replied', 'rated', 'reopened'], true],
  [['accepted', 'replied', 'rated', 'reopened', 'signed'], true],
  [['accepted', 'replied', 'rated', 'reopened', 'replied'], false],
  [['accepted', 'joined', 'answered_with', 'rated', 'reopened'], true],
] as const)('%j', (kinds, earlier) => expect(isEarlierAnswer(told(...kinds))).toBe(earlier))
