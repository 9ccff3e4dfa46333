import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedFields, diffCatalogues } from './catalogue-diff.rule.ts'
import type { Matter } from './contract.ts'

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
  basis: null,
  keywords: ['路灯'],
}

test.each([
  [{}, []],
  [{ id: '018f0000-0000-7000-8000-000000000002' }, []],
  [{ resolution: { amount: 5, unit: 'working_day' } }, ['resolution']],
  [{ resolution: { unit: 'working_day', amount: 3 } }, []],
  [{ keywords: ['路灯', '街灯'], nameZh: '路灯坏了' }, ['nameZh', 'keywords']],
  [{ basis: { law: '法', article: '第一条', date: '2020-01-01' } }, ['basis']],
  [{ evidence: { photo: true, note: false }, confidential: true }, ['evidence', 'confidential']],
] as const)('%j differs in %j', (change, fields) => {
  expect(changedFields(lamp, { ...lamp, ...change } as Matter)).toEqual(fields)
})

test('what came, what changed and what went', () => {
  const [drain, hedge] = ['FA03', 'HJ01'].map((code) => ({ ...lamp, code }))
  const slower = { ...lamp, resolution: { amount: 9, unit: 'working_day' as const } }
  expect(diffCatalogues([lamp, drain!], [slower, hedge!])).toEqual({
    added: [hedge],
    changed: [{ before: lamp, after: slower, fields: ['resolution'] }],
    retired: [drain],
  })
})

const catalogue = fc
  .uniqueArray(
    fc.record({ code: fc.integer({ min: 10, max: 30 }), amount: fc.integer({ min: 1, max: 3 }) }),
    {
      selector: ({ code }) => code,
    },
  )
  .map((rows) =>
    rows.map(
      ({ code, amount }): Matter => ({
        ...lamp,
        code: `FA${code}`,
        resolution: { amount, unit: 'working_day' },
      }),
    ),
  )

test('backwards, a diff says the same the other way about; with itself, nothing', () => {
  fc.assert(
    fc.property(catalogue, catalogue, (one, other) => {
      const there = diffCatalogues(one, other)
      const back = diffCatalogues(other, one)
      const codes = (matters: readonly Matter[]) => matters.map(({ code }) => code).sort()
      expect(codes(there.added)).toEqual(codes(back.retired))
      expect(there.changed.map(({ after }) => after.code).sort()).toEqual(
        codes(back.changed.map((x) => x.before)),
      )
      expect(one.length - there.retired.length + there.added.length).toBe(other.length)
      expect(diffCatalogues(one, one)).toEqual({ added: [], changed: [], retired: [] })
    }),
  )
})
