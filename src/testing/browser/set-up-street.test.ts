import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { bodyWorkbook } from '../body-workbook.ts'
import { browserTests, choose, look, reads } from './browser.ts'

const site = browserTests({ empty: true })
const workerPassword = '小区的灯都亮着呢'

// A whole afternoon in one walk: a busy machine needs longer for it than for a page.
const patience = { timeout: 300_000 }

test(
  'an administrator sets up a street from nothing, and its grid worker finds their grid',
  patience,
  async () => {
    const page = await site.open('/console', { screen: 'desk' })
    await setUpDistrict(page)
    await bringAreas(page)
    await bringBodies(page)
    await foundGroup(page)
    await linkCadre(page)
    await openAccount(page, {
      name: '贺川',
      post: '街道经办岗',
      field: '管哪个街道（镇）',
      place: '柳巷街道',
    })
    const given = await openAccount(page, {
      name: '周小满',
      post: '网格员',
      field: '管哪个网格',
      place: '柳巷第一网格',
    })
    await belongsTo([
      ['grid_worker', '柳巷社区居委会'],
      ['street_desk', '柳巷街道办事处'],
    ])
    await findsTheGrid('周小满', given)
  },
)

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const write = (page: Page, field: string, words: string) =>
  page.getByRole('textbox', { name: field, exact: true }).fill(words)
const go = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()

async function setUpDistrict(page: Page): Promise<void> {
  await reads(page, '初始设置')
  await write(page, '区（县）名称', '望江区（演示）')
  await write(page, '行政区划代码', '990101')
  await write(page, '您的姓名', '林主任')
  await write(page, '密码', '江边第一盏路灯亮')
  await write(page, '再输一次密码', '江边第一盏路灯亮')
  await press(page, '完成设置并登录')
}

/** Streets and communities say by their official codes what they are; grids and below say their kind. */
const areaSheet = `编号,级别,名称
990101001000,,柳巷街道
990101001001,,柳巷社区居委会
990101001001-G1,网格,柳巷第一网格
990101001001-G2,网格,柳巷第二网格
990101001001-G1-1,小区,柳岸小区
`

async function bringAreas(page: Page): Promise<void> {
  await go(page, '区域')
  await reads(page, '还没有录入街道、社区和网格')
  await look(page, 'set-up-areas')
  await go(page, '去导入区域')
  await giveFile(page, '区域.csv', 'text/csv', Buffer.from(areaSheet))
  await press(page, '先试读，不写入')
  await reads(page, '还什么都没有写入。')
  await press(page, '导入')
  await reads(page, '导入完成')
  await look(page, 'set-up-areas-in')
}

async function giveFile(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('选文件').first().setInputFiles({ name, mimeType, buffer })
}

/** The street office, its community and the Party committee beside it, with who leads them. */
async function bringBodies(page: Page): Promise<void> {
  const file = await bodyWorkbook({
    bodies: [
      ['JD-1', '街道办', '柳巷街道办事处', '', null, '990101001000'],
      ['JW-1', '居委会', '柳巷社区居委会', '', 'JD-1', '990101001001'],
      ['DW-1', '社区党委', '柳巷社区党委', '', null, '990101001001'],
    ],
    terms: [
      ['JD-1', '主任', null, '顾望舒', '2025-03-01'],
      ['JW-1', '主任', 'R001', '孟晓岚', '2024-02-01'],
      ['DW-1', '书记', 'R001', '孟晓岚', '2024-02-01'],
    ],
  })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await go(page, '组织')
  await page.getByText('用表格导入').click()
  await giveFile(page, '组织.xlsx', type, file)
  await press(page, '先试读，不写入')
  await reads(page, '没有问题')
  await press(page, '导入')
  await reads(page, '已导入', '新增 3 项，改动 0 项，不变 0 项', '符合的有 3 个组织')
  await look(page, 'set-up-bodies')
}

/** Neither its code nor the committee above it is asked: there is only one. */
async function foundGroup(page: Page): Promise<void> {
  await press(page, '新设组织')
  const form = page.getByRole('form', { name: '新设组织' })
  await choose(form.getByLabel('种类', { exact: true }), '居民小组')
  await form.getByLabel('名称', { exact: true }).fill('柳岸居民小组')
  await choose(form.getByLabel('服务区域'), '柳岸', /柳岸小区$/)
  await press(page, '设立')
  await reads(page, '已设立柳岸居民小组')
  await go(page, '柳岸居民小组')
  await reads(page, '990101001001-G1-1-B1', '柳巷社区居委会')
}

async function linkCadre(page: Page): Promise<void> {
  await go(page, '联系')
  await press(page, '新加联系')
  const form = page.getByRole('form', { name: '新加联系' })
  await choose(form.getByLabel('哪一类'), '联点干部')
  await choose(form.getByLabel('谁来联系'), '沈立冬', /^新的人/)
  await choose(form.getByLabel('联系点', { exact: true }), '柳巷第一')
  await press(page, '建立联系')
  await reads(page, '联点干部：沈立冬')
}

interface Newcomer {
  readonly name: string
  readonly post: string
  readonly field: string
  readonly place: string
}

/** Opens an account with a post; returns the first password, as it is handed over. */
async function openAccount(page: Page, { name, post, field, place }: Newcomer): Promise<string> {
  await go(page, '人员与岗位')
  await press(page, '开账号')
  const form = page.getByRole('form', { name: '开账号' })
  await form.getByLabel('姓名', { exact: true }).fill(name)
  await choose(form.getByLabel('什么岗'), post)
  await choose(form.getByLabel(field), place)
  await form.getByRole('button', { name: '开账号' }).click()
  const card = page.getByRole('region', { name: `已给${name}开账号` })
  await card.waitFor()
  await look(page, 'set-up-account')
  const told = await card.getByRole('definition').allInnerTexts()
  expect(told[0]).toBe(name)
  await press(page, '已经交给本人')
  return told[1]!
}

/** Each post has its body, which nobody chose. */
async function belongsTo(wanted: readonly (readonly [string, string])[]): Promise<void> {
  const rows = await site.world.sql<{ kind: string; body: string }>(
    'owner',
    `select p.kind, u.name_zh as body from posts p join units u on u.id = p.unit_id order by p.kind`,
  )
  expect(rows).toEqual(wanted.map(([kind, body]) => ({ kind, body })))
}

async function findsTheGrid(name: string, given: string): Promise<void> {
  const page = await site.open('/field/grid', { screen: 'phone', isRefused: true })
  await write(page, '账号', name)
  await write(page, '密码', given)
  await press(page, '登录')
  await reads(page, '请换一个密码')
  await write(page, '现在的密码', given)
  await write(page, '新密码', workerPassword)
  await write(page, '再输一次新密码', workerPassword)
  await press(page, '改密码')
  await page.getByRole('heading', { name: '柳巷第一网格' }).waitFor()
  await reads(page, '柳岸小区', '柳巷社区居委会')
  await look(page, 'set-up-grid')
}
