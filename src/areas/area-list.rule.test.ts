import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { placeName, readAreaList } from './area-list.rule.ts'

const district = { code: '990104', name: '望江区（演示）' }
const street = { code: '990104001', name: '桐荫街道', areaCode: '990104' }
const town = { code: '990104101', name: '稻香镇', areaCode: '990104' }
const community = { code: '990104001001', name: '槐市社区居委会', streetCode: '990104001' }
const village = { code: '990104101201', name: '稻花村委会', streetCode: '990104101' }
const list = (change: object) => ({
  district,
  streets: [street, town],
  communities: [community, village],
  ...change,
})

test('an official list becomes a tree of areas with codes of twelve digits, wider areas first', () => {
  const { areas, faults } = readAreaList(list({}))
  expect(faults).toEqual([])
  expect(areas.map(({ kind, code, nameZh, parentCode }) => [kind, code, nameZh, parentCode])).toEqual([
    ['district', '990104000000', '望江区（演示）', null],
    ['street', '990104001000', '桐荫街道', '990104000000'],
    ['street', '990104101000', '稻香镇', '990104000000'],
    ['community', '990104001001', '槐市社区', '990104001000'],
    ['community', '990104101201', '稻花村', '990104101000'],
  ])
})

test.each([
  ['a repeated code', { communities: [community, community] }, 2, 'communities.code', 'code_repeated'],
  [
    'a missing code',
    { streets: [{ ...street, code: ' ' }, town, { ...street }] },
    1,
    'streets.code',
    'code_missing',
  ],
  [
    'a code of letters',
    { communities: [{ ...community, code: '槐市' }] },
    1,
    'communities.code',
    'code_malformed',
  ],
  ['a missing name', { communities: [{ ...community, name: null }] }, 1, 'communities.name', 'name_missing'],
  [
    'an unknown parent',
    { communities: [village, { ...community, streetCode: '990104077' }] },
    2,
    'communities.streetCode',
    'parent_unknown',
  ],
  [
    'no parent',
    { communities: [{ ...community, streetCode: undefined }] },
    1,
    'communities.streetCode',
    'parent_missing',
  ],
  [
    'a parent as narrow',
    { communities: [village, { ...community, streetCode: '990104101201' }] },
    2,
    'communities.streetCode',
    'parent_not_wider',
  ],
] as const)('%s is named by list, row and field, and the rest is taken', (_, change, row, field, reason) => {
  const { areas, faults } = readAreaList(list(change))
  expect(faults).toEqual([{ row, field, reason }])
  expect(areas.length).toBeGreaterThanOrEqual(3)
})

test('what lies under a faulty street is left out with it', () => {
  const { areas, faults } = readAreaList(list({ streets: [{ ...street, name: '' }, town] }))
  expect(areas.map(({ nameZh }) => nameZh)).toEqual(['望江区（演示）', '稻香镇', '稻花村'])
  expect(faults).toEqual([
    { row: 1, field: 'streets.name', reason: 'name_missing' },
    { row: 1, field: 'communities.streetCode', reason: 'parent_faulty' },
  ])
})

test.each([[null], [[]], [{ district }], [{ ...list({}), streets: 'none' }]])('%j is no list', (file) =>
  expect(() => readAreaList(file)).toThrow('import_file_unreadable'),
)

test.each([
  ['槐市社区居委会', '槐市社区'],
  ['槐市社区居民委员会', '槐市社区'],
  ['槐市社区委员会', '槐市社区'],
  ['槐市社区', '槐市社区'],
  ['稻花村委会', '稻花村'],
  ['稻花村村民委员会', '稻花村'],
  ['柳渡新村社区居委会', '柳渡新村社区'],
  ['河口管区村委会', '河口管区'],
])('%s is the committee of %s', (name, place) => expect(placeName(name)).toBe(place))

const realList = new URL('../../../shared/data/yuelu-areas.json', import.meta.url)
test('a real district of 19 streets and towns and 192 communities and villages comes in whole', (context) => {
  context.skip(!existsSync(realList), 'the real list lies beside the project, not in it, and is not there')
  const { areas, faults } = readAreaList(JSON.parse(readFileSync(realList, 'utf8')))
  expect(faults).toEqual([])
  const count = (kind: string) => areas.filter((area) => area.kind === kind).length
  expect([count('district'), count('street'), count('community')]).toEqual([1, 19, 192])
})
