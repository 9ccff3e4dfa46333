import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { readCatalogue } from './catalogue.rule.ts'
import { readCatalogueFile, shippedCatalogue } from './catalogue-file.ts'
import type { NewMatter } from './contract.ts'
import { suggestMatters } from './suggest.rule.ts'

const matter = (code: string, nameZh: string, ...keywords: string[]) => ({ code, nameZh, keywords })

test('longer keywords weigh more, those within a longer one nothing more, and the reasons are told', () => {
  const matters = [
    matter('SA01', '堵塞消防通道', '消防通道', '通道'),
    matter('NE03', '相邻通行', '通道', '过道'),
    matter('ED06', '活动', '演出'),
  ]
  expect(suggestMatters('楼下消防 通道停满了车，过道也堵', matters)).toEqual([
    { code: 'SA01', score: 16, because: ['消防通道'] },
    { code: 'NE03', score: 8, because: ['过道', '通道'] },
  ])
  expect(suggestMatters('', matters)).toEqual([])
})

test('equal scores stand in order of code, width and case do not count, five at most', () => {
  const matters = ['FA07', 'FA03', 'FA01', 'FA06', 'FA02', 'FA05'].map((code) => matter(code, '名', 'ktv'))
  expect(suggestMatters('ＫＴＶ太吵', matters).map(({ code }) => code)).toEqual([
    'FA01',
    'FA02',
    'FA03',
    'FA05',
    'FA06',
  ])
})

let shipped: NewMatter[]
beforeAll(async () => {
  shipped = readCatalogue(await readCatalogueFile(readFileSync(shippedCatalogue), 'catalogue.csv')).matters
})

test.each([
  ['三楼楼道灯坏了好几天，晚上看不见', 'FA02'],
  ['小区门口的路灯不亮，老人走路不方便', 'FA01'],
  ['马路中间一个井盖松动，车压过去哐哐响', 'FA03'],
  ['门前马路坑洼不平，希望尽快修路', 'FA04'],
  ['每天晚上广场舞音响太大，孩子没法写作业', 'EN01'],
  ['工地半夜施工，凌晨两点还在打桩', 'EN04'],
  ['楼下烧烤摊露天烧烤冒烟，窗户都不敢开', 'EN08'],
  ['隔壁在楼顶私搭乱建，盖了阳光房', 'CO04'],
  ['有人遛狗不牵绳，吓到小孩', 'CO09'],
  ['电梯坏了三天没人修', 'HO03'],
  ['物业费涨价没有征求业主意见', 'HO02'],
  ['我们想成立业委会，不知道怎么开始', 'HO07'],
  ['私家车堵塞消防通道', 'SA01'],
  ['有人把电瓶车推进楼里，电动车上楼充电', 'SA03'],
  ['老板拖欠工资三个月，讨薪没人理', 'LA07'],
  ['想问一下低保申请要什么条件', 'WE01'],
  ['残疾证到期了怎么换', 'WE04'],
  ['孩子今年幼升小，学位够不够', 'ED01'],
  ['楼上漏水把我家天花板泡了，楼上不承认', 'NE02'],
  ['小区里蚊子老鼠太多，请来消杀', 'CO13'],
  ['健身卡退卡，门店关门跑路了', 'MK03'],
  ['小雪之后积雪没人扫，路面湿滑', 'FA17'],
  ['公交站太远，希望增开公交', 'TR03'],
  ['外地人登记，居住证续签去哪里', 'PO01'],
  ['社区工作人员态度恶劣，互相推诿', 'CF01'],
  ['拆迁补偿一直没有发，过渡费也停了', 'HO13'],
])('%s is suggested first as %s', (words, code) => {
  expect(suggestMatters(words, shipped)[0]?.code).toBe(code)
})

test('each reason stands in the words, scores fall, and every matter can be reached', () => {
  for (const { code, keywords, nameZh } of shipped) {
    expect(suggestMatters(`${nameZh}，${keywords.join('，')}`, shipped)[0]?.code).toBe(code)
  }
  const pieces = shipped.flatMap(({ keywords }) => keywords)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), (said) => {
      const words = said.join(' ')
      const suggestions = suggestMatters(words, shipped)
      expect(suggestions.length).toBeLessThanOrEqual(5)
      for (const [at, { because, score }] of suggestions.entries()) {
        expect(score).toBeLessThanOrEqual(suggestions[at - 1]?.score ?? score)
        for (const keyword of because) expect(said.join('')).toContain(keyword)
      }
    }),
    { numRuns: 50 },
  )
})
