import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { buildLocator, findCoverage, shapeSquareMetres } from '../../areas/door.ts'
import { type DemoArea, demoDistrict, demoSeed } from './district.ts'

const areas = demoDistrict(demoSeed)
const of = (kind: DemoArea['kind'], among = areas) => among.filter((area) => area.kind === kind)
const childrenOf = Map.groupBy(areas, ({ parentCode }) => parentCode)
const asPieces = (among: readonly DemoArea[]) => among.map(({ code, shape }) => ({ id: code, shape }))

test('the district has 15 streets, 2 towns, 168 communities and villages and 582 grids', () => {
  expect(of('district')).toHaveLength(1)
  expect(of('street').filter(({ nameZh }) => nameZh.endsWith('街道'))).toHaveLength(15)
  expect(of('street').filter(({ nameZh }) => nameZh.endsWith('镇'))).toHaveLength(2)
  expect(of('community')).toHaveLength(168)
  expect(of('grid')).toHaveLength(582)
})

test('villages lie in the towns alone, communities in both', () => {
  for (const street of of('street')) {
    const names = childrenOf.get(street.code)!.map(({ nameZh }) => nameZh)
    expect(names.some((name) => name.endsWith('社区'))).toBe(true)
    expect(names.some((name) => name.endsWith('村'))).toBe(street.nameZh.endsWith('镇'))
  }
})

test('a community has about two estates, an estate about six buildings, and every kind of estate occurs', () => {
  const estates = of('estate')
  expect(estates.length / 168).toBeCloseTo(2, 0)
  expect(of('building').length / estates.length).toBeCloseTo(6, 0)
  for (const kind of ['new', 'old', 'unmanaged']) {
    expect(estates.filter(({ estateKind }) => estateKind === kind).length).toBeGreaterThan(50)
  }
})

test('codes are official in form, unique, and begin with the code of what holds them', () => {
  const form = {
    district: /^990104000000$/,
    street: /^990104(0\d\d|1\d\d)000$/,
    community: /^990104\d{3}[0-3]\d\d$/,
    grid: /^990104\d{9}$/,
    estate: /^990104\d{9}-\d\d$/,
    building: /^990104\d{9}-\d\d-\d\d$/,
  }
  for (const { kind, code } of areas) expect(code).toMatch(form[kind])
  expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length)
  const stem = (code: string) => code.replace(/(0{3}){1,2}$/, '')
  for (const { code, parentCode } of areas)
    if (parentCode) expect(code.startsWith(stem(parentCode))).toBe(true)
})

test('each area comes after the one that holds it', () => {
  const seen = new Set<string | null>([null])
  for (const { code, parentCode } of areas) {
    expect(seen.has(parentCode)).toBe(true)
    seen.add(code)
  }
})

test('names are unique within what holds them, and below the grid in the whole district', () => {
  for (const children of childrenOf.values()) {
    for (const name of ['nameZh', 'nameEn'] as const) {
      expect(new Set(children.map((child) => child[name])).size).toBe(children.length)
    }
  }
  const places = areas.filter(({ kind }) => kind !== 'grid' && kind !== 'building')
  expect(new Set(places.map(({ nameZh }) => nameZh)).size).toBe(places.length)
  for (const { nameZh, nameEn } of areas) {
    expect(nameZh).not.toMatch(/undefined|[a-z]/i)
    expect(nameEn).toMatch(/^[A-Z][\w'.,() -]+$/)
  }
})

test.each(['district', 'street', 'community'] as const)('what each %s holds tiles it', (kind) => {
  for (const { code, shape } of of(kind)) {
    const children = childrenOf.get(code)!
    expect(findCoverage(shape, asPieces(children))).toEqual({ gaps: [], overlaps: [], beyond: [] })
    const sum = children.reduce((total, child) => total + shapeSquareMetres(child.shape), 0)
    expect(sum / shapeSquareMetres(shape)).toBeCloseTo(1, 9)
  }
})

/** Every edge of the areas' rings as `from>to`; an edge that occurs twice in one direction would be an overlap. */
function edgesOf(among: readonly DemoArea[]): Set<string> {
  const edges = new Set<string>()
  for (const ring of among.flatMap(({ shape }) => shape.coordinates)) {
    for (let at = 1; at < ring.length; at++) {
      const edge = `${ring[at - 1]}>${ring[at]}`
      expect(edges.has(edge)).toBe(false)
      edges.add(edge)
    }
  }
  return edges
}

test.each([demoSeed, 1, 2, 2015])(
  'with seed %i every border is shared by two grids to the last digit',
  (seed) => {
    const made = demoDistrict(seed)
    const edges = edgesOf(of('grid', made))
    const turned = (edge: string) => edge.split('>').reverse().join('>')
    const alone = [...edges].filter((edge) => !edges.has(turned(edge)))
    expect(new Set(alone)).toEqual(edgesOf(of('district', made)))
    for (const kind of ['street', 'community'] as const) {
      expect([...edgesOf(of(kind, made))].every((edge) => edges.has(edge))).toBe(true)
    }
  },
)

test('every estate lies in its grid and every building in its estate, apart from the others', () => {
  const holders = [...of('grid'), ...of('estate')]
  for (const { code, shape } of holders) {
    const { overlaps, beyond } = findCoverage(shape, asPieces(childrenOf.get(code) ?? []))
    expect([overlaps, beyond]).toEqual([[], []])
  }
})

test('a point in an estate is located in its grid', () => {
  const locate = buildLocator(of('grid').map(({ code, shape }) => ({ id: code, geometry: shape })))
  for (const { shape, parentCode } of of('estate')) {
    const [lon, lat] = shape.coordinates[0]![0] as [number, number]
    expect(locate({ lon, lat })).toBe(parentCode)
  }
})

test('a grid is of moderate size', () => {
  const sizes = of('grid').map(({ shape }) => shapeSquareMetres(shape) / 1e6)
  expect(Math.min(...sizes)).toBeGreaterThan(0.03)
  expect(Math.max(...sizes)).toBeLessThan(4)
})

test('a seed gives the same district on every machine, another seed another', () => {
  const hash = createHash('sha256').update(JSON.stringify(areas)).digest('hex')
  expect(hash).toBe('e28a6381c243fbef374d94e8e1e0e894dc2e6b47bff1a4d991bf293d34fd7a75')
  expect(JSON.stringify(demoDistrict(demoSeed + 1))).not.toBe(JSON.stringify(areas))
})
