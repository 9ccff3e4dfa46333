import { expect, test } from 'vitest'
import { emptyReport, missingIn, type ReportDraft, reportOf } from './report-draft.ts'

const draft = (change: Partial<ReportDraft>): ReportDraft => ({
  ...emptyReport,
  words: '路灯不亮',
  ...change,
})

test.each([
  [draft({}), []],
  [draft({ words: ' \n' }), ['words']],
  [draft({ words: '灯'.repeat(5001) }), ['words']],
  [draft({ phone: '138 0013 8000' }), []],
  [draft({ phone: '没有' }), ['phone']],
  [draft({ solved: true }), ['matter', 'summary', 'note']],
  [draft({ solved: true, matter: 'HW01', summary: '路灯修好', note: '换了灯泡' }), []],
  [draft({ solved: true, matter: 'HW01', summary: '修好', note: '换了灯泡' }), ['summary']],
  // Without the switch, what stands in the second half is not asked for.
  [draft({ solved: false, summary: '修' }), []],
])('what is missing in a draft, case %#', (written, missing) => {
  expect(Object.keys(missingIn(written))).toEqual(missing)
})

test('what was left empty is not sent', () => {
  expect(reportOf(draft({}), [], false)).toEqual({ words: '路灯不亮', photos: [], notEmergency: false })
})

test('a scanned place is sent as its code, a chosen one by its id, and neither stands in for the position', () => {
  const place = { id: 'a1', steps: [] }
  const position = { lon: 112.9, lat: 28.2, metres: 12 }
  expect(reportOf(draft({ place }), [], false)).toMatchObject({ areaId: 'a1' })
  expect(reportOf(draft({ place: { ...place, scanned: 'WJ3-7K2' } }), [], false)).toMatchObject({
    place: 'WJ3-7K2',
  })
  expect(reportOf(draft({ position }), [], false)).toMatchObject({ point: { lon: 112.9, lat: 28.2 } })
})

test('a name without a telephone is a contact', () => {
  expect(reportOf(draft({ name: ' 张女士 ' }), [], true)).toMatchObject({
    contact: { name: '张女士' },
    notEmergency: true,
  })
})
