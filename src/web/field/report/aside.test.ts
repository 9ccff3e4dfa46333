import { afterEach, expect, test } from 'vitest'
import { forgetDraft, keepDraft, keptDraft } from '../../api/draft.ts'
import { emptyReport, type ReportDraft } from '../../shared/report/report-draft.ts'
import { countAside, layAside, takeUp } from './aside.ts'
import { ASIDE, REPORT } from './report-keys.ts'

afterEach(() => {
  for (const key of [REPORT, ASIDE]) forgetDraft(key)
})

const write = (words: string) => keepDraft(REPORT, { ...emptyReport, words })
const inForm = () => keptDraft<ReportDraft>(REPORT)?.words ?? null

test('what was begun makes room, waits while another stands in the form, and comes back, the last first', async () => {
  write('二楼的灯不亮')
  await layAside()
  expect(inForm()).toBeNull()
  write('东门栏杆倒了')
  await layAside()
  write('改好的一件')
  expect(await takeUp()).toBe(false)
  expect([inForm(), countAside()]).toEqual(['改好的一件', 2])

  forgetDraft(REPORT)
  expect([await takeUp(), inForm(), countAside()]).toEqual([true, '东门栏杆倒了', 1])
  forgetDraft(REPORT)
  expect([await takeUp(), inForm(), countAside()]).toEqual([true, '二楼的灯不亮', 0])
  forgetDraft(REPORT)
  expect(await takeUp()).toBe(false)
})

test('an empty form leaves nothing aside', async () => {
  keepDraft(REPORT, { ...emptyReport, place: { id: 'g', steps: [] } })
  await layAside()
  expect(countAside()).toBe(0)
})
