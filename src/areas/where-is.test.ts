import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MappedDistrict, mappedDistrict } from '../testing/small-map.ts'
import { atlasOf } from './atlas.ts'
import { whereIs } from './where-is.ts'

let mapped: MappedDistrict

beforeAll(async () => {
  mapped = await mappedDistrict({ now: () => Temporal.Instant.from('2026-06-01T02:00:00Z') })
})
afterAll(() => mapped.close())

describe('where something is', () => {
  test.each([
    ['a grid', { lon: 113.005, lat: 28.01 }, '999101001001-G01', '999101001001'],
    ['a community without grids', { lon: 113.05, lat: 28.01 }, '999101002001', '999101002001'],
    ['a street beside its communities', { lon: 113.075, lat: 28.01 }, '999101002', '999101002'],
  ])('a point in %s', async (_what, point, areaCode, chainCode) => {
    const found = await whereIs(mapped.ctx(), { point })
    expect(found.area.code).toBe(areaCode)
    expect(found.path.at(-1)).toBe(found.area.id)
    expect(found.chain).toBe((await mapped.area(chainCode)).id)
  })

  test('an estate lies on its community’s chain, the district on its own', async () => {
    const estate = await mapped.area('999101001001-G01-E1')
    expect((await whereIs(mapped.ctx(), { areaId: estate.id })).chain).toBe(
      (await mapped.area('999101001001')).id,
    )
    const { district } = await atlasOf(mapped.ctx())
    expect((await whereIs(mapped.ctx(), { areaId: district.id })).chain).toBe(district.id)
  })

  test('a place code is read as people type it', async () => {
    const estate = await mapped.area('999101001001-G01-E1')
    const place = ` ${estate.placeCode.toLowerCase().slice(0, 4)}-${estate.placeCode.slice(4)} `
    expect((await whereIs(mapped.ctx(), { place })).area.id).toBe(estate.id)
  })

  test.each([
    ['a point outside', { point: { lon: 120, lat: 30 } }, 'area_outside_district'],
    ['an unknown area', { areaId: '0192f000-0000-7000-8000-00000000dead' }, 'area_unknown'],
    ['a place code that is none', { place: '23456789A' }, 'area_unknown'],
    ['nothing', {}, 'area_unknown'],
  ])('%s is refused', async (_what, where, code) => {
    await expect(whereIs(mapped.ctx(), where)).rejects.toMatchObject({ code })
  })
})
