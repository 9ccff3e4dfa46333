import { expect, test } from 'vitest'
import { readAreaGeoJson } from './area-geojson.rule.ts'

const square = [
  [112.5, 29],
  [112.51, 29],
  [112.51, 29.01],
  [112.5, 29.01],
  [112.5, 29],
]
const polygon = { type: 'Polygon', coordinates: [square] }
const districtFeature = feature({
  code: 990104,
  name: '望江区（演示）',
  kind: 'district',
  nameEn: 'Wangjiang',
})
const townProperties = { code: '990104101', name: '稻香镇', kind: 'town', parent: '990104' }

function feature(properties: object, geometry: unknown = polygon) {
  return { type: 'Feature', properties, geometry }
}
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features })

test('features become areas with shapes, whatever their order', () => {
  const file = collection(feature(townProperties, null), districtFeature)
  expect(readAreaGeoJson(file)).toEqual({
    areas: [
      {
        code: '990104000000',
        kind: 'district',
        nameZh: '望江区（演示）',
        nameEn: 'Wangjiang',
        parentCode: null,
        shape: polygon,
      },
      { code: '990104101000', kind: 'street', nameZh: '稻香镇', parentCode: '990104000000' },
    ],
    faults: [],
  })
})

test('a parent that is there already is a parent', () => {
  const known = new Map([['990104000000', 'district'] as const])
  expect(readAreaGeoJson(collection(feature(townProperties)), 'wgs84', known).areas).toHaveLength(1)
})

test('positions of a map in GCJ-02 are brought to WGS-84', () => {
  const { areas } = readAreaGeoJson(collection(districtFeature), 'gcj02')
  const [lon, lat] = areas[0]!.shape!.coordinates[0]![0] as [number, number]
  expect(112.5 - lon).toBeCloseTo(0.0056, 3)
  expect(lat - 29).toBeCloseTo(0.003, 3)
})

test.each([
  ['no kind', { ...townProperties, kind: 'hamlet' }, polygon, 'kind', 'kind_unknown'],
  ['no parent', { ...townProperties, parent: null }, polygon, 'parent', 'parent_missing'],
  ['an unknown parent', { ...townProperties, parent: '990199' }, polygon, 'parent', 'parent_unknown'],
  ['a point', townProperties, { type: 'Point', coordinates: [112.5, 29] }, 'geometry', 'shape_not_polygon'],
  ['no ring', townProperties, { type: 'Polygon', coordinates: [] }, 'geometry', 'shape_not_polygon'],
  [
    'an open ring',
    townProperties,
    { type: 'Polygon', coordinates: [square.slice(0, 4)] },
    'geometry.coordinates.0',
    'ring_not_closed',
  ],
  [
    'a short ring',
    townProperties,
    { type: 'Polygon', coordinates: [square.slice(3)] },
    'geometry.coordinates.0',
    'ring_too_short',
  ],
  [
    'metres',
    townProperties,
    {
      type: 'MultiPolygon',
      coordinates: [[square], [square, square.map(([lon, lat]) => [lon! * 1000, lat])]],
    },
    'geometry.coordinates.1.1',
    'position_out_of_range',
  ],
  [
    'a flat ring',
    townProperties,
    { type: 'Polygon', coordinates: [square.map(([lon]) => [lon, 29])] },
    'geometry.coordinates.0',
    'ring_without_area',
  ],
])('%s is named by row and field', (_, properties, geometry, field, reason) => {
  const { areas, faults } = readAreaGeoJson(collection(districtFeature, feature(properties, geometry)))
  expect(areas).toHaveLength(1)
  expect(faults).toEqual([{ row: 2, field, reason }])
})

test.each([[null], ['{}'], [polygon], [{ type: 'FeatureCollection' }]])('%j is no collection', (file) =>
  expect(() => readAreaGeoJson(file)).toThrow('import_file_unreadable'),
)
