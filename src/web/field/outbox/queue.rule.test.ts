import { expect, test } from 'vitest'
import type { KeptProblem, Piece } from './piece.ts'
import { bodyOf, isHeld, lateAfter, mostTries, nextToSend, pathOf, pauseMs, verdictOf } from './queue.rule.ts'

const piece = (n: number, caseId: string | null, state: Piece['state'] = 'waiting') => ({ n, caseId, state })

test.each([
  ['nothing waits', [], undefined],
  ['the first in order, however they are read', [piece(3, 'b'), piece(1, 'a'), piece(2, 'a')], 1],
  ['what is stuck holds its own case', [piece(1, 'a', 'stuck'), piece(2, 'a'), piece(3, 'b')], 3],
  ['what came before the stuck one is not held', [piece(1, 'a'), piece(2, 'a', 'stuck')], 1],
  ['reports hold nobody', [piece(1, null, 'stuck'), piece(2, null)], 2],
  ['all stuck or held', [piece(1, 'a', 'stuck'), piece(2, 'a')], undefined],
])('%s', (_what, pieces, n) => {
  expect(nextToSend(pieces)?.n).toBe(n)
})

test('a held piece waits for an earlier one of its case alone', () => {
  const pieces = [piece(1, 'a', 'stuck'), piece(2, 'a'), piece(3, 'b'), piece(4, null)]
  expect(pieces.map((one) => isHeld(one, pieces))).toEqual([false, true, false, false])
})

const problem = (change: Partial<KeptProblem>): KeptProblem => ({
  kind: 'refused',
  status: 409,
  code: '',
  facts: {},
  ...change,
})

test.each([
  ['no signal, however often', { kind: 'offline', status: 0 }, 99, 'later'],
  ['the page of a hotel’s network', { kind: 'broken', status: 200 }, 99, 'later'],
  ['a server that breaks', { kind: 'broken', status: 500 }, 1, 'later'],
  ['a server that breaks on this one', { kind: 'broken', status: 500 }, mostTries, 'stuck'],
  ['too many requests', { status: 429, code: 'too_many_requests' }, 9, 'later'],
  ['busy', { status: 503, code: 'try_again_soon' }, 9, 'later'],
  ['the session is over', { status: 401, code: 'sign_in_needed' }, 1, 'sign_in'],
  ['a second factor is asked for now', { status: 403, code: 'second_factor_needed' }, 1, 'sign_in'],
  ['photographs swept meanwhile', { status: 404, code: 'not_found', facts: { kind: 'photo' } }, 1, 'photos'],
  [
    'the case is not theirs any more',
    { status: 404, code: 'not_found', facts: { kind: 'case' } },
    1,
    'stuck',
  ],
  ['somebody wrote at the same moment', { code: 'version_conflict' }, 1, 'again'],
  ['and again and again', { code: 'version_conflict' }, mostTries, 'stuck'],
  ['handed out anew', { code: 'case_moved_on' }, 1, 'stuck'],
  ['somebody else finished it', { code: 'case_move_not_allowed' }, 1, 'stuck'],
  ['an emergency', { status: 422, code: 'emergency_first' }, 1, 'stuck'],
  ['a no that this page does not know', { status: 422, code: 'brand_new' }, 1, 'stuck'],
] as const)('%s', (_what, change, tries, verdict) => {
  expect(verdictOf(problem(change as Partial<KeptProblem>), tries)).toBe(verdict)
})

test('pauses grow, and stay at five minutes', () => {
  expect([0, 1, 2, 3, 9].map(pauseMs)).toEqual([5_000, 15_000, 60_000, 300_000, 300_000])
})

const kept = (change: Partial<Piece>): Piece => ({
  n: 1,
  account: 'a',
  act: 'note',
  caseId: 'c',
  about: { zh: '', en: '' },
  body: { note: '已清理' },
  requestId: 'r',
  doneAt: '2026-11-18T02:00:00.000Z',
  late: true,
  wentOut: false,
  photos: [],
  state: 'waiting',
  problem: null,
  tries: 0,
  ...change,
})
const occurredAt = '2026-11-18T02:00:00.000Z'
const found = { part: 'found', fileId: 'f1' } as const
const result = { part: 'act', fileId: 'f2' } as const

test.each([
  [{ photos: [result] }, '/api/cases/c/note', { note: '已清理', requestId: 'r', occurredAt, photos: ['f2'] }],
  [{ act: 'sign', body: {} }, '/api/cases/c/sign', { requestId: 'r', occurredAt }],
  [{ act: 'sign', body: {}, late: false }, '/api/cases/c/sign', { requestId: 'r' }],
  [
    { act: 'report', caseId: null, body: { words: 'x' }, photos: [found] },
    '/api/reports',
    { words: 'x', requestId: 'r', occurredAt, photos: ['f1'] },
  ],
  [
    { act: 'solved', caseId: null, body: { report: { words: 'x' }, note: 'y' }, photos: [found, result] },
    '/api/reports/solved',
    { report: { words: 'x', requestId: 'r', occurredAt, photos: ['f1'] }, note: 'y', photos: ['f2'] },
  ],
  [
    { act: 'visit', caseId: null, body: { id: 'v', homeId: 'h', how: 'door' } },
    '/api/visits',
    { id: 'v', homeId: 'h', how: 'door', requestId: 'r', occurredAt },
  ],
] as const)('%o goes to %s', (change, path, body) => {
  const sent = kept(change as Partial<Piece>)
  expect(pathOf(sent)).toBe(path)
  expect(bodyOf(sent)).toEqual(body)
})

test.each([
  ['it never went out', { late: false, wentOut: false }, true],
  ['it went out, and its answer was lost', { late: false, wentOut: true }, false],
  ['it went out late', { late: true, wentOut: true }, true],
  ['it was late before, and has not gone out yet', { late: true, wentOut: false }, true],
])('after a try in vain: %s', (_what, piece, late) => {
  expect(lateAfter(piece)).toBe(late)
})

test('once it went out, no number of tries changes what is sent', () => {
  const first = kept({ late: false, wentOut: true })
  const tried = { ...first, late: lateAfter(first), tries: 3 }
  expect(bodyOf({ ...tried, late: lateAfter(tried) })).toEqual(bodyOf(first))
})
