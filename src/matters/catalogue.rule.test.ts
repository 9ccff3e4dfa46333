import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { CatalogueRow } from './catalogue.rule.ts'
import { readCatalogue } from './catalogue.rule.ts'
import { readCatalogueFile, shippedCatalogue } from './catalogue-file.ts'
import { Matter, NewMatter } from './contract.ts'

const lamp = {
  code: 'FA01',
  name_zh: '路灯不亮',
  name_en: 'Street lamp out',
  category: 'FA',
  category_zh: '公共设施',
  category_en: 'Public facilities',
  host_role: '协办',
  host: '服务中心',
  level: '区',
  answers: 'department:public_works',
  response: '2 工作小时',
  resolution: '5 工作日',
  yellow_percent: '33',
  evidence: '照片+说明',
  confidential: '否',
  basis_law: '物业管理条例',
  basis_article: '第四十八条',
  basis_date: '2018-03-19',
  keywords: '路灯；街灯',
}
const rowOf = (changed: CatalogueRow['cells'], rowNumber = 2): CatalogueRow => ({
  rowNumber,
  cells: { ...lamp, ...changed },
})
const matterOf = (changed: CatalogueRow['cells']) => {
  const { matters, faults } = readCatalogue([rowOf(changed)])
  expect(faults).toEqual([])
  return matters[0]!
}

test('a row in Chinese words becomes a matter', () => {
  expect(matterOf({})).toEqual({
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
    response: { amount: 2, unit: 'working_hour' },
    resolution: { amount: 5, unit: 'working_day' },
    yellowPercent: 33,
    limits: { extensions: 2, extensionDays: 20, pauses: 2, pauseDays: 20, listingDays: 180 },
    evidence: { photo: true, note: true },
    confidential: false,
    basis: { law: '物业管理条例', article: '第四十八条', date: '2018-03-19' },
    keywords: ['路灯', '街灯'],
  })
})

test('codes, Chinese names of units, full width and spaces say the same', () => {
  const same = matterOf({
    code: ' ｆａ０１ ',
    host_role: 'Assists',
    host: 'service_centre',
    level: 'DISTRICT',
    answers: '部门： 市政设施',
    response: '２个工作小时',
    resolution: '5 working days',
    yellow_percent: '３３％',
    evidence: 'photo ＋ note',
    confidential: 'No',
    basis_date: '2018年3月19日',
    keywords: ' 路灯 ; 街灯；路灯、',
  })
  expect(same).toEqual(matterOf({}))
})

test.each([
  [{ response: '24小时' }, { response: { amount: 24, unit: 'clock_hour' } }],
  [{ yellow_percent: '' }, { yellowPercent: 33 }],
  [
    { extensions_most: '０', pause_days_most: '5', listing_days_most: '' },
    { limits: { extensions: 0, extensionDays: 20, pauses: 2, pauseDays: 5, listingDays: 180 } },
  ],
  [{ evidence: '无' }, { evidence: { photo: false, note: false } }],
  [{ evidence: '照片' }, { evidence: { photo: true, note: false } }],
  [
    { basis_date: '2020/2/29' },
    { basis: { law: '物业管理条例', article: '第四十八条', date: '2020-02-29' } },
  ],
  [{ basis_law: '', basis_article: '', basis_date: '' }, { basis: null }],
  [
    { answers: '区中心', confidential: '是' },
    { answers: 'centre:any', confidential: true },
  ],
  [{ name_zh: '路灯（含景观灯）' }, { nameZh: '路灯（含景观灯）' }],
] as const)('%j is understood', (changed, understood) => expect(matterOf(changed)).toMatchObject(understood))

test.each([
  [{ code: '' }, 'code', 'missing'],
  [{ code: 'FA1' }, 'code', 'code_form'],
  [{ code: '路灯' }, 'code', 'code_form'],
  [{ category: 'CO' }, 'category', 'category_not_of_code'],
  [{ category: '设施' }, 'category', 'category_form'],
  [{ name_en: '　' }, 'name_en', 'missing'],
  [{ name_zh: '灯'.repeat(121) }, 'name_zh', 'too_long'],
  [{ host_role: '主办' }, 'host_role', 'word_unknown'],
  [{ host_role: 'constructor' }, 'host_role', 'word_unknown'],
  [{ host: '物业' }, 'host', 'word_unknown'],
  [{ level: '市' }, 'level', 'word_unknown'],
  [{ answers: 'department:magic' }, 'answers', 'unit_unknown'],
  [{ answers: 'department' }, 'answers', 'unit_unknown'],
  [{ answers: 'department:any' }, 'answers', 'unit_unknown'],
  [{ answers: 'property_firm:water' }, 'answers', 'unit_unknown'],
  [{ answers: 'toString:any' }, 'answers', 'unit_unknown'],
  [{ answers: 'centre:any:water' }, 'answers', 'unit_unknown'],
  [{ response: '尽快' }, 'response', 'allowance_form'],
  [{ response: '0 工作小时' }, 'response', 'allowance_form'],
  [{ response: '1000 小时' }, 'response', 'allowance_form'],
  [{ resolution: '5' }, 'resolution', 'allowance_form'],
  [{ resolution: '-5 工作日' }, 'resolution', 'allowance_form'],
  [{ resolution: '2 周' }, 'resolution', 'allowance_form'],
  [{ resolution: '' }, 'resolution', 'missing'],
  [{ yellow_percent: '0' }, 'yellow_percent', 'percent_range'],
  [{ extensions_most: '100' }, 'extensions_most', 'limit_range'],
  [{ extension_days_most: '-1' }, 'extension_days_most', 'limit_range'],
  [{ pauses_most: '很多' }, 'pauses_most', 'limit_range'],
  [{ pause_days_most: '2.5' }, 'pause_days_most', 'limit_range'],
  [{ listing_days_most: '1000' }, 'listing_days_most', 'limit_range'],
  [{ yellow_percent: '100' }, 'yellow_percent', 'percent_range'],
  [{ yellow_percent: '0.33' }, 'yellow_percent', 'percent_range'],
  [{ evidence: '录像' }, 'evidence', 'word_unknown'],
  [{ evidence: '无+照片' }, 'evidence', 'word_unknown'],
  [{ evidence: '' }, 'evidence', 'missing'],
  [{ confidential: '' }, 'confidential', 'missing'],
  [{ confidential: '也许' }, 'confidential', 'word_unknown'],
  [{ basis_article: '' }, 'basis_article', 'basis_half'],
  [{ basis_date: '' }, 'basis_date', 'basis_half'],
  [{ basis_date: '2023-02-29' }, 'basis_date', 'date_form'],
  [{ basis_date: '去年' }, 'basis_date', 'date_form'],
  [{ keywords: '灯'.repeat(31) }, 'keywords', 'too_long'],
  [{ host_role: '承办' }, 'answers', 'host_in_charge_must_answer'],
  [{ answers: 'service_centre:any' }, 'answers', 'host_assists_cannot_answer'],
  [{ confidential: '是' }, 'answers', 'confidential_needs_centre'],
] as const)('%j is a fault in %s: %s', (changed, column, reason) => {
  const { matters, faults } = readCatalogue([rowOf(changed, 7)])
  expect(faults).toEqual([{ row: 7, column, reason }])
  expect(matters).toEqual([])
})

test('every fault of a row is told, and the good rows come in', () => {
  const { matters, faults } = readCatalogue([
    rowOf({}),
    rowOf({ level: '市', evidence: '' }, 3),
    rowOf({ code: 'FA02' }, 4),
    rowOf({ code: 'fa02', name_zh: '井盖' }, 5),
    rowOf({ code: 'FA03', category_zh: '设施' }, 6),
  ])
  expect(matters.map(({ code }) => code)).toEqual(['FA01', 'FA02'])
  expect(faults).toEqual([
    { row: 3, column: 'level', reason: 'word_unknown' },
    { row: 3, column: 'evidence', reason: 'missing' },
    { row: 3, column: 'code', reason: 'code_repeated' },
    { row: 5, column: 'code', reason: 'code_repeated' },
    { row: 6, column: 'category_zh', reason: 'category_named_differently' },
  ])
})

let shipped: ReturnType<typeof readCatalogue>
beforeAll(async () => {
  shipped = readCatalogue(await readCatalogueFile(readFileSync(shippedCatalogue), 'catalogue.csv'))
})

test('the shipped catalogue is without fault and every matter keeps the contract', () => {
  expect(shipped.faults).toEqual([])
  expect(shipped.matters.length).toBeGreaterThanOrEqual(97)
  for (const matter of shipped.matters) {
    expect(() => NewMatter.parse(matter)).not.toThrow()
    expect(() => Matter.omit({ id: true }).parse(matter)).not.toThrow()
    expect(matter.nameZh).toMatch(/\p{Script=Han}/u)
    expect(matter.nameEn).toMatch(/^[\p{Script=Latin}\p{P} ]+$/u)
    expect(matter.keywords.length).toBeGreaterThanOrEqual(3)
  }
  expect(new Set(shipped.matters.map(({ nameZh }) => nameZh)).size).toBe(shipped.matters.length)
})

test('hosts, levels and confidence stand as the seed and the care for reporters ask', () => {
  const { matters } = shipped
  const hosted = Object.groupBy(matters, ({ host }) => host)
  expect(hosted.residents_committee!.length).toBeGreaterThanOrEqual(41)
  expect(hosted.service_centre!.length).toBeGreaterThanOrEqual(56)
  // Less burden: what a community is responsible for stays fewer than the 97 of seed 002.
  expect(matters.filter(({ hostRole }) => hostRole === 'in_charge').length).toBeLessThan(97)
  expect(matters.filter(({ confidential }) => confidential).map(({ category }) => category)).toEqual(
    Array(7).fill('CF'),
  )
  const levelOf = { department: ['district'], centre: ['district'], street_team: ['street'] } as const
  for (const { answers, level } of matters) {
    const kind = answers.split(':')[0] as keyof typeof levelOf
    if (levelOf[kind]) expect(levelOf[kind]).toContain(level)
  }
})

test('the file may carry a mark, Chinese headings and a title, and come from a Chinese spreadsheet', async () => {
  const sheet =
    '公共事务目录\n编号,事项名称,英文名称,类别,类别名称,类别英文名称,承办或协办,承接主体,层级,答复单位,响应时限,办结时限,办结凭证,保密\n\nFA01,路灯不亮,Street lamp out,FA,公共设施,Public facilities,协办,服务中心,区,部门:市政设施,2工作小时,5工作日,无,否\nFA02\n'
  const rows = await readCatalogueFile(Buffer.from(`\ufeff${sheet}`), '目录.csv')
  expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([4, 5])
  const { matters, faults } = readCatalogue(rows)
  expect(matters).toMatchObject([{ code: 'FA01', answers: 'department:public_works', yellowPercent: 33 }])
  expect(faults).toContainEqual({ row: 5, column: 'name_zh', reason: 'missing' })
  await expect(readCatalogueFile(Buffer.from('编号,名称\nFA01,路灯\n'), 'a.csv')).rejects.toMatchObject({
    code: 'import_header_missing',
  })
})
