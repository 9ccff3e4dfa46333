import { expect, test } from 'vitest'
import { answeringWords } from './answering-words.rule.ts'
import { readCatalogue } from './catalogue.rule.ts'
import { readCatalogueFile, shippedCatalogue } from './catalogue-file.ts'

test.each([
  ['street_team:urban_management', '街道城管执法队伍', 'Street team: urban management'],
  ['department:water', '区水务部门', 'District department: water'],
  ['property_firm:any', '物业企业', 'Property firm'],
  ['centre:any', '区中心', 'District centre'],
])('%s is %s', (answers, zh, en) => expect(answeringWords(answers)).toEqual({ zh, en }))

test('whoever answers in the catalogue that comes along has words of its own', async () => {
  const { matters } = readCatalogue(await readCatalogueFile(shippedCatalogue.pathname, 'catalogue.csv'))
  const codes = new Set(matters.map(({ answers }) => answers))
  const words = [...codes].map(answeringWords)
  for (const { zh, en } of words) {
    expect(zh).toMatch(/^[\p{Script=Han}（）]+$/u)
    expect(en).toMatch(/^[A-Z][a-z :]+$/)
  }
  expect(new Set(words.map(({ zh }) => zh)).size).toBe(codes.size)
})

test('an unknown kind is a bug', () => expect(() => answeringWords('guild:any')).toThrow('guild:any'))
