import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Who } from '../platform/ctx.ts'
import { passerBy, postHolder } from '../testing/bare-district.ts'
import { type MappedDistrict, mappedDistrict } from '../testing/small-map.ts'
import { readCatalogue } from './catalogue.rule.ts'
import { readCatalogueFile, shippedCatalogue } from './catalogue-file.ts'
import type { NewMatter, PublicMatter } from './contract.ts'
import { importCatalogue, importCatalogueFile } from './import-catalogue.ts'
import { currentMatter, currentMatters, matterOf } from './matters.ts'
import { matterRoutes } from './routes.ts'

let nowIs = Temporal.Instant.from('2026-06-01T02:00:00Z')
let mapped: MappedDistrict
let app: FastifyInstance
let who: Who
let shipped: NewMatter[]
let districtId: string

beforeAll(async () => {
  mapped = await mappedDistrict({ now: () => nowIs })
  app = await mapped.serve([matterRoutes], () => who)
  shipped = readCatalogue(await readCatalogueFile(shippedCatalogue.pathname, 'catalogue.csv')).matters
  districtId = (await mapped.area('999101')).id
})
afterAll(async () => {
  await app.close()
  await mapped.close()
})

const told = async () => (await mapped.lines()).filter((line) => line.kind === 'matter.catalogue_imported')

describe('import of the catalogue', () => {
  test('needs matter.manage', async () => {
    await expect(importCatalogue(mapped.ctx(passerBy), shipped)).rejects.toMatchObject({
      code: 'sign_in_needed',
    })
    const desk = mapped.ctx(postHolder('community_desk', districtId))
    await expect(importCatalogue(desk, shipped)).rejects.toMatchObject({ code: 'not_permitted' })
  })

  test('writes the file as it was read, once', async () => {
    const first = await importCatalogueFile(mapped.ctx(), shippedCatalogue.pathname, 'catalogue.csv')
    expect(first).toEqual({ added: shipped.length, changed: 0, same: 0, retired: 0, faults: [] })
    expect(shipped.length).toBeGreaterThanOrEqual(97)
    const stored = (await currentMatters(mapped.ctx())).map(({ id: _id, ...matter }) => matter)
    expect(stored).toEqual([...shipped].sort((a, b) => (a.code < b.code ? -1 : 1)))
    expect(await importCatalogue(mapped.ctx(), shipped)).toMatchObject({ added: 0, same: shipped.length })
    expect(await told()).toMatchObject([{ data: { added: shipped.length, fromDay: '2026-06-01' } }])
  })

  test('a changed matter begins anew; a case of an earlier day keeps the rule of its day', async () => {
    nowIs = Temporal.Instant.from('2026-07-01T02:00:00Z')
    const resolution = { amount: 5, unit: 'working_day' } as const
    const changed = shipped.map((matter) => (matter.code === 'FA01' ? { ...matter, resolution } : matter))
    expect(await importCatalogue(mapped.ctx(), changed)).toMatchObject({ added: 0, changed: 1 })
    expect((await matterOf(mapped.ctx(), 'FA01')).resolution).toEqual(resolution)
    expect((await matterOf(mapped.ctx(), 'FA01', '2026-06-30')).resolution).toEqual({
      amount: 3,
      unit: 'working_day',
    })
    const corrected = shipped.map((matter) =>
      matter.code === 'FA01' ? { ...matter, keywords: [], basis: null } : matter,
    )
    expect(await importCatalogue(mapped.ctx(), corrected)).toMatchObject({ added: 0, changed: 1 })
    expect((await matterOf(mapped.ctx(), 'FA01')).keywords).toEqual([])
    expect(await importCatalogue(mapped.ctx(), corrected)).toMatchObject({ changed: 0, same: shipped.length })
    await expect(importCatalogue(mapped.ctx(), shipped, { fromDay: '2026-06-15' })).rejects.toMatchObject({
      code: 'version_conflict',
      facts: { matter: 'FA01' },
    })
  })

  test('a retired matter is given to no new case, and brings the open ones to their end', async () => {
    nowIs = Temporal.Instant.from('2026-08-01T02:00:00Z')
    const fewer = (await currentMatters(mapped.ctx()))
      .map(({ id: _id, ...matter }) => matter)
      .filter(({ code }) => code !== 'FA02')
    expect(await importCatalogue(mapped.ctx(), fewer)).toMatchObject({ retired: 0 })
    expect(await importCatalogue(mapped.ctx(), fewer, { retire: true })).toMatchObject({
      changed: 0,
      retired: 1,
    })
    await expect(currentMatter(mapped.ctx(), 'FA02')).rejects.toMatchObject({ code: 'matter_unknown' })
    expect(await matterOf(mapped.ctx(), 'FA02')).toMatchObject({ nameZh: '楼道灯不亮' })
    await expect(matterOf(mapped.ctx(), 'FA02', '2026-01-01')).rejects.toMatchObject({
      code: 'matter_unknown',
    })
    await expect(matterOf(mapped.ctx(), 'ZZ99')).rejects.toMatchObject({ code: 'matter_unknown' })
  })

  test('with a faulty row nothing is retired', async () => {
    const before = await currentMatters(mapped.ctx())
    const file = Buffer.from('code,name_zh\nFA01,路灯不亮\n')
    await expect(importCatalogueFile(mapped.ctx(), file, 'short.csv')).rejects.toMatchObject({
      code: 'import_header_missing',
    })
    const header = (await import('./contract.ts')).catalogueColumns.join(',')
    const result = await importCatalogueFile(
      mapped.ctx(),
      Buffer.from(`${header}\nFA01,路灯不亮\n`),
      'a.csv',
      {
        retire: true,
      },
    )
    expect(result).toMatchObject({ added: 0, retired: 0 })
    expect(result.faults.length).toBeGreaterThan(0)
    expect(await currentMatters(mapped.ctx())).toEqual(before)
  })
})

describe('the catalogue over HTTP', () => {
  test('confidential matters are shown to staff alone, and units and keywords to nobody', async () => {
    const list = async (asker: Who): Promise<PublicMatter[]> => {
      who = asker
      return (await app.inject('/api/matters')).json()
    }
    const [open, all] = [await list(passerBy), await list(postHolder('unit_desk', districtId))]
    expect(open.some((matter) => matter.confidential)).toBe(false)
    expect(open.every((matter) => matter.answering === null)).toBe(true)
    expect(all.every((matter) => matter.answering !== null)).toBe(true)
    const told = all.filter((matter) => !matter.confidential)
    expect(told.map((matter) => ({ ...matter, answering: null }))).toEqual(open)
    expect(all.length).toBeGreaterThan(open.length)
    expect(Object.keys(open[0]!)).not.toEqual(expect.arrayContaining(['answers']))
    expect(Object.keys(open[0]!)).not.toEqual(expect.arrayContaining(['keywords']))
  })

  test('whoever takes reports in is shown what words point to; a passer-by is not', async () => {
    const ask = () =>
      app.inject({ method: 'POST', url: '/api/matters/suggest', payload: { words: '楼下井盖松动，很危险' } })
    for (const kind of ['centre', 'street_desk', 'community_desk', 'grid_leader', 'grid_worker']) {
      who = postHolder(kind, districtId)
      expect((await ask()).json()[0], kind).toMatchObject({
        code: 'FA03',
        because: expect.arrayContaining(['井盖松动']),
      })
    }
    who = postHolder('unit_desk', districtId)
    expect((await ask()).statusCode).toBe(403)
    who = passerBy
    expect((await ask()).statusCode).toBe(401)
  })

  test('whoever keeps the catalogue sees all of a matter', async () => {
    who = postHolder('administrator', districtId)
    expect((await app.inject('/api/matters/FA03')).json()).toMatchObject({
      answers: 'street_team:urban_management',
    })
    who = postHolder('unit_desk', districtId)
    expect((await app.inject('/api/matters/FA03')).statusCode).toBe(403)
  })
})
