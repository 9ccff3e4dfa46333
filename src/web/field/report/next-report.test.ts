import { afterEach, expect, test } from 'vitest'
import { forgetDraft, keepDraft, keptDraft } from '../../api/draft.ts'
import { emptyReport, type ReportDraft } from '../../shared/report/report-draft.ts'
import { beginReport, hasBegun, takeNext, waitingReport } from './next-report.ts'
import { NEXT, REPORT } from './report-keys.ts'

afterEach(() => {
  for (const key of [REPORT, NEXT]) forgetDraft(key)
})

const place = { id: 'g', steps: [] }
const begins = (id: string) => ({ place, occasion: { kind: 'grid_day', id } as const })
const write = (draft: Partial<ReportDraft>) => keepDraft(REPORT, { ...emptyReport, ...draft })

test('a report that begins on an errand leaves the words that were begun, until they are let go of', async () => {
  write({ words: '二楼的灯不亮' })
  beginReport(begins('a'))
  expect(keptDraft<ReportDraft>(REPORT)).toEqual({ ...emptyReport, words: '二楼的灯不亮' })
  expect(await hasBegun()).toBe(true)
  await takeNext(waitingReport()!)
  // Nothing of the one is in the other.
  expect(keptDraft(REPORT)).toEqual(begins('a'))
  expect(waitingReport()).toBeNull()
})

test('an errand whose report is being written goes on with it', async () => {
  write({ words: '听老人说楼道漏水', ...begins('a') })
  beginReport(begins('a'))
  expect(waitingReport()).toBeNull()
  expect(keptDraft<ReportDraft>(REPORT)?.words).toBe('听老人说楼道漏水')
})

test.each<[string, Partial<ReportDraft>, boolean]>([
  ['nothing', {}, false],
  ['a place alone', { place }, false],
  ['spaces', { words: '  ' }, false],
  ['words', { words: '灯不亮' }, true],
  ['what was done', { note: '换了灯' }, true],
])('%s stands in the form', async (_, draft, begun) => {
  write(draft)
  expect(await hasBegun()).toBe(begun)
})
