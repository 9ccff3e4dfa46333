import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { bareDistrict, passerBy, postHolder } from '../testing/bare-district.ts'
import { box, type MappedDistrict, mappedDistrict, smallMap } from '../testing/small-map.ts'
import { atlasOf } from './atlas.ts'
import type { NewArea } from './contract.ts'
import { importAreas } from './import-areas.ts'
import { whereIs } from './where-is.ts'

const clock = { now: () => Temporal.Instant.from('2026-06-01T02:00:00Z') }
let mapped: MappedDistrict

beforeAll(async () => {
  mapped = await mappedDistrict(clock)
})
afterAll(() => mapped.close())

describe('import', () => {
  test('writes the tree once; the same map again changes nothing and writes no line', async () => {
    const before = await mapped.lines()
    expect(before).toMatchObject([
      { kind: 'area.imported', data: { count: 11, added: 11, kinds: { grid: 4 } } },
    ])
    expect(await importAreas(mapped.ctx(), smallMap)).toEqual({ added: 0, changed: 0, same: 11, faults: [] })
    expect(await mapped.lines()).toEqual(before)
  })

  test('keeps the shape and the English name that a list does not say, and the old name as a version', async () => {
    const list = smallMap.map(({ code, kind, nameZh, parentCode }) => ({ code, kind, nameZh, parentCode }))
    const renamed = list.map((area) => (area.code === '999101002' ? { ...area, nameZh: '东圩镇' } : area))
    expect(await importAreas(mapped.ctx(), renamed)).toEqual({ added: 0, changed: 1, same: 10, faults: [] })
    const street = await mapped.area('999101002')
    expect(street).toMatchObject({ nameZh: '东圩镇', nameEn: 'Dongwei' })
    expect((await whereIs(mapped.ctx(), { point: { lon: 113.075, lat: 28.01 } })).area.id).toBe(street.id)
    const { rows } = await mapped.district.pools.reader.query(
      'select name_zh, valid_from, valid_to from area_versions where area_id = $1',
      [street.id],
    )
    expect(rows).toEqual([{ name_zh: '东圩街道', valid_from: '2026-01-01', valid_to: '2026-06-01' }])
  })

  test('a list that hangs a community elsewhere moves it with its grids, from the day of the import', async () => {
    const own = await bareDistrict(clock)
    await importAreas(own.ctx(), smallMap, { fromDay: '2026-01-01' })
    const moved = smallMap.map((area) =>
      area.code === '999101001001' ? { ...area, parentCode: '999101009' } : area,
    )
    const street = { code: '999101009', kind: 'street', nameZh: '新街道', parentCode: '999101' } as const
    expect(await importAreas(own.ctx(), [...moved, street])).toEqual({
      added: 1,
      changed: 1,
      same: 10,
      faults: [],
    })
    const atlas = await atlasOf(own.ctx())
    const estate = atlas.find('柳岸花园', 1)[0]!
    expect(atlas.stepsOf(estate).map((step) => step.nameZh)).toEqual([
      '望江区',
      '新街道',
      '柳岸社区',
      '柳岸一网格',
      '柳岸花园',
    ])
    expect(await importAreas(own.ctx(), [...moved, street])).toMatchObject({ added: 0, changed: 0, same: 12 })
    await own.close()
  })

  test('takes in three and a half thousand areas at once', async () => {
    const large = await bareDistrict(clock)
    const areas: NewArea[] = [{ code: '999201', kind: 'district', nameZh: '区', parentCode: null }]
    for (let s = 0; s < 17; s++) {
      const street = `999201${String(s).padStart(3, '0')}`
      areas.push({ code: street, kind: 'street', nameZh: street, parentCode: '999201' })
      for (let c = 0; c < 200; c++) {
        const code = `${street}${String(c).padStart(3, '0')}`
        areas.push({ code, kind: 'community', nameZh: code, parentCode: street, shape: box(s, c, 1, 1) })
      }
    }
    expect(await importAreas(large.ctx(), areas)).toMatchObject({ added: 3418, faults: [] })
    await large.close()
  })

  test('needs area.manage', async () => {
    await expect(importAreas(mapped.ctx(passerBy), smallMap)).rejects.toMatchObject({
      code: 'sign_in_needed',
    })
    await expect(importAreas(mapped.ctx(postHolder('centre', newId(0))), smallMap)).rejects.toMatchObject({
      code: 'not_permitted',
    })
  })
})
