import { expect, test } from 'vitest'
import type { Act, PostKind } from '../../../people/contract.ts'
import { permissions } from '../../../people/permission.rule.ts'
import { type BulkChoice, bulkActsOf, rehearsalOf, singleAct, wayBack } from './bulk-acts.ts'

const choice: BulkChoice = { into: 'b', granted: false, reason: ' 理由不够 ' }
const row = { caseId: 'a', requestId: 'r', summary: '灯不亮' }
const me = (kind: PostKind) => ({ acts: Object.keys(permissions[kind]) as Act[] })

test.each([
  ['centre', 'open', ['sign', 'dispatch', 'decide', 'join', 'publish', 'close']],
  ['street_desk', 'check', ['publish']],
  ['unit_desk', 'work', ['sign']],
  ['unit_desk', 'open', ['sign']],
  ['evaluator', 'open', []],
  ['centre', 'ended', []],
] as const)('%s may do for many in %s: %j', (kind, queue, acts) => {
  expect(bulkActsOf(me(kind), queue)).toEqual(acts)
})

test.each([
  ['sign', '/api/cases/a/sign', {}],
  ['dispatch', '/api/cases/a/dispatch', { assistUnitIds: [] }],
  ['join', '/api/cases/a/join', { into: 'b' }],
  ['publish', '/api/cases/a/publish', { summary: '灯不亮' }],
  ['decide', '/api/cases/a/requests/r/decide', { granted: false, reason: '理由不够' }],
  ['close', '/api/cases/a/close', {}],
] as const)('%s sends a row where its own form would', (act, path, body) => {
  expect(singleAct(act, row, choice)).toEqual({ path, body })
})

test('what is rehearsed is what is then sent', () => {
  expect(rehearsalOf('decide', ['a'], choice)).toEqual({
    act: 'decide',
    caseIds: ['a'],
    granted: false,
    reason: '理由不够',
  })
  expect(rehearsalOf('decide', ['a'], { ...choice, granted: true, reason: '' })).not.toHaveProperty('reason')
  expect(rehearsalOf('join', ['a'], choice)).toEqual({ act: 'join', caseIds: ['a'], into: 'b' })
})

test('there is a way back from a pause and from a joining, and from nothing else', () => {
  const after = (stage: 'paused' | 'handling' | 'joined') => ({
    caseId: 'a',
    after: { stage, unit: null, dueAt: null },
  })
  const matters: Record<string, string> = { b: 'FA02' }
  const matterOf = (id: string) => matters[id]
  expect(wayBack('decide', after('paused'), choice, matterOf)).toEqual({
    path: '/api/cases/a/resume',
    body: {},
  })
  expect(wayBack('decide', after('handling'), choice, matterOf)).toBeNull()
  expect(wayBack('join', after('joined'), choice, matterOf)).toEqual({
    path: '/api/cases/a/screen',
    body: { matter: 'FA02', publish: false },
  })
  expect(wayBack('join', after('joined'), choice, () => undefined)).toBeNull()
  expect(wayBack('sign', after('handling'), choice, matterOf)).toBeNull()
})
