import { expect, test } from 'vitest'
import { readAreaFile } from './area-file.rule.ts'

const district = { code: '990104', name: '望江区（演示）' }
const area = { code: '990104000000', kind: 'district', nameZh: '望江区（演示）', parentCode: null }

test.each([
  ['an official list', { district, streets: [], communities: [] }],
  [
    'GeoJSON',
    {
      type: 'FeatureCollection',
      features: [{ properties: { ...district, kind: 'district' }, geometry: null }],
    },
  ],
])('%s is known by its form', (_, file) => expect(readAreaFile(file)).toEqual({ areas: [area], faults: [] }))

test.each([[null], ['text'], [{ type: 'Topology' }], [[district]]])('%j is neither', (file) =>
  expect(() => readAreaFile(file)).toThrow('import_file_unreadable'),
)
