import { expect, test } from 'vitest'
import type { Matter } from '../../../matters/contract.ts'
import { draftFaults, editedOf, matterOf } from './draft.ts'

const lamp: Matter = {
  id: '018f0000-0000-7000-8000-000000000001',
  code: 'FA01',
  nameZh: '路灯不亮',
  nameEn: 'Street lamp out',
  category: 'FA',
  categoryZh: '公共设施',
  categoryEn: 'Public facilities',
  hostRole: 'assists',
  host: 'service_centre',
  level: 'district',
  answers: 'department:public_works',
  response: { amount: 4, unit: 'working_hour' },
  resolution: { amount: 3, unit: 'working_day' },
  limits: { extensions: 2, extensionDays: 20, pauses: 2, pauseDays: 20, listingDays: 180 },
  yellowPercent: 33,
  evidence: { photo: true, note: true },
  confidential: false,
  basis: { law: '法', article: '第一条', date: '2020-01-01' },
  keywords: ['路灯', '街灯'],
}

test('what is not changed comes back as it was', () => {
  const { id: _id, ...matter } = lamp
  const edited = editedOf(lamp, '2026-11-19')
  expect(draftFaults(edited)).toEqual([])
  expect(matterOf(edited)).toEqual(matter)
})

test.each([
  [{ code: 'A1' }, ['code']],
  [{ code: 'fa01' }, []],
  [{ responseAmount: '' }, ['response']],
  [{ resolutionAmount: '1.5' }, ['resolution']],
  [{ yellowPercent: '100' }, ['yellowPercent']],
  [{ law: '' }, ['basis']],
  [{ law: '', article: '', date: '' }, []],
  [{ answers: '' }, ['answers']],
])('%j has the faults %j', (change, faults) => {
  expect(draftFaults({ ...editedOf(lamp, '2026-11-19'), ...change })).toEqual(faults)
})

test('keywords are taken apart as people separate them', () => {
  const keywords = ' 路灯；街灯、灯杆,灯  ；'
  expect(matterOf({ ...editedOf(lamp, ''), keywords }).keywords).toEqual(['路灯', '街灯', '灯杆', '灯'])
})
