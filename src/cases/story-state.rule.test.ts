import { describe, expect, test } from 'vitest'
import type { StoryLine } from './story-state.rule.ts'
import { differences, stateOf } from './story-state.rule.ts'

const at = (minutes: number) => Temporal.Instant.from('2026-11-18T01:00:00Z').add({ minutes })
const lead = { unitId: 'lead', role: 'lead' }
const assist = { unitId: 'assist', role: 'assist' }
const accepted = { number: 'WJ1', kind: 'appeal', source: 'portal', areaId: 'grid' }

/** A story of one line a minute. */
const story = (...lines: readonly (readonly [kind: string, data?: Record<string, unknown>])[]): StoryLine[] =>
  [['accepted', accepted] as const, ...lines].map(([kind, data = {}], minute) => ({
    kind: `case.${kind}`,
    recordedAt: at(minute),
    occurredAt: at(minute),
    data,
  }))

const screened = ['screened', { matter: 'FA02', public: true }] as const
const dispatched = ['dispatched', { units: [lead, assist] }] as const
const solved = [
  screened,
  dispatched,
  ['signed', { unitId: 'lead' }],
  ['resolved', { unitId: 'lead', whole: true }],
  ['replied'],
] as const
const asked = (kind: string, granted: boolean, unitId = 'lead') =>
  ['request_decided', { kind, granted, unitId }] as const

describe('what the lines say', () => {
  test.each([
    ['accepted alone', story(), { stage: 'accepted', matter: null, public: false }],
    ['screened', story(screened), { stage: 'screened', matter: 'FA02', public: true }],
    ['dispatched', story(screened, dispatched), { stage: 'dispatched', leadUnitId: 'lead' }],
    [
      'an assisting unit signs',
      story(screened, dispatched, ['signed', { unitId: 'assist' }]),
      { stage: 'dispatched' },
    ],
    ['the lead gives it back', story(screened, dispatched, asked('return', true)), { stage: 'returned' }],
    [
      'an assisting unit gives back',
      story(screened, dispatched, asked('return', true, 'assist')),
      { stage: 'dispatched' },
    ],
    ['a pause refused', story(screened, dispatched, asked('pause', false)), { stage: 'dispatched' }],
    ['more time', story(screened, dispatched, asked('extension', true)), { stage: 'dispatched' }],
    ['replied', story(...solved), { stage: 'replied', resolvedAt: at(4), repliedAt: at(5) }],
    [
      'rated, then sent back',
      story(...solved, ['rated', { solved: true, rating: 5 }], ['checked', { passed: false }]),
      { stage: 'handling', resolvedAt: null, solved: null, rating: null },
    ],
    [
      'closed',
      story(...solved, ['checked', { passed: true }], ['closed']),
      { stage: 'closed', closedAt: at(7), reopened: 0 },
    ],
    [
      'not solved after the close',
      story(...solved, ['closed'], ['rated', { solved: false, rating: 1 }], ['reopened', { units: [lead] }]),
      { stage: 'dispatched', closedAt: null, resolvedAt: null, solved: null, rating: null, reopened: 1 },
    ],
    [
      'opened again at the desk',
      story(screened, ['reopened', { units: [] }]),
      { stage: 'screened', reopened: 1 },
    ],
    [
      'joined',
      story(['joined', { into: 'other' }]),
      { stage: 'joined', joinedInto: 'other', matter: undefined },
    ],
    [
      'taken out again',
      story(['joined', { into: 'other' }], screened),
      { stage: 'screened', joinedInto: null },
    ],
    ['withdrawn', story(['withdrawn']), { stage: 'withdrawn', closedAt: at(1) }],
    [
      'history with a reply',
      story(['history', { repliedAt: at(9).toString(), closedAt: at(9).toString() }]),
      { stage: 'closed', repliedAt: at(9), closedAt: at(9), resolvedAt: null },
    ],
    [
      'history with a close alone',
      story(['history', { repliedAt: null, closedAt: at(9).toString() }]),
      { stage: 'closed', repliedAt: null, resolvedAt: at(9) },
    ],
    [
      'history with a target alone',
      story(['history', { repliedAt: null, closedAt: null }]),
      { stage: 'accepted' },
    ],
  ] as const)('%s', (_what, lines, expected) => {
    expect(stateOf(lines)).toMatchObject(expected)
  })
  test('a story without its acceptance says nothing', () => {
    expect(stateOf(story(screened).slice(1))).toBeNull()
    expect(stateOf([])).toBeNull()
  })
})

describe('a row beside its story', () => {
  const told = stateOf(story(...solved))!
  test.each([
    [{}, []],
    [{ stage: 'closed' }, ['stage']],
    [{ rating: 5, solved: true }, ['solved', 'rating']],
    [{ leadUnitId: 'assist' }, ['leadUnitId']],
    [{ repliedAt: null }, ['repliedAt']],
    // An act waited for its chain: its row is a little earlier than its line.
    [{ repliedAt: told.repliedAt!.subtract({ seconds: 90 }) }, []],
    [{ repliedAt: told.repliedAt!.subtract({ minutes: 3 }) }, ['repliedAt']],
    [{ acceptedAt: told.acceptedAt.add({ milliseconds: 1 }) }, ['acceptedAt']],
  ] as const)('%o', (changed, names) => {
    expect(differences({ ...told, ...changed }, told)).toEqual(names)
  })
  test('the matter of a joined case is not told', () => {
    const joined = stateOf(story(['joined', { into: 'other' }]))!
    expect(differences({ ...joined, matter: 'FA02' }, joined)).toEqual([])
  })
})
