import { expect, test } from 'vitest'
import { readCatalogue } from './catalogue.rule.ts'
import { readCatalogueFile, shippedCatalogue } from './catalogue-file.ts'
import { catalogueCells } from './catalogue-row.rule.ts'

test.each(['zh', 'en'] as const)('what goes out in %s comes in again as it was', async (language) => {
  const { matters } = readCatalogue(await readCatalogueFile(shippedCatalogue.pathname, 'catalogue.csv'))
  expect(matters.length).toBeGreaterThanOrEqual(97)
  const rows = matters.map((matter, at) => ({ rowNumber: at + 2, cells: catalogueCells(matter, language) }))
  expect(readCatalogue(rows)).toEqual({ matters, faults: [] })
})

test('a matter without evidence says so, and in words of the language asked for', async () => {
  const { matters } = readCatalogue(await readCatalogueFile(shippedCatalogue.pathname, 'catalogue.csv'))
  const matter = { ...matters[0]!, evidence: { photo: false, note: false } }
  expect(catalogueCells(matter, 'zh').evidence).toBe('无')
  expect(catalogueCells(matter, 'en').evidence).toBe('none')
  expect(readCatalogue([{ rowNumber: 2, cells: catalogueCells(matter, 'zh') }]).matters).toEqual([matter])
})
