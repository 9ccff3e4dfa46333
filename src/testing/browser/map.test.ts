import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import type { AreaPath } from '../../areas/contract.ts'
import { browserTests, look, reads } from './browser.ts'
import { bringCases } from './pages.ts'

const site = browserTests()
beforeAll(async () => {
  await bringCases(site.world)
  await site.settled()
})

const drawn = async (page: Page): Promise<void> => page.locator('[data-drawn="yes"]').last().waitFor()

/** The map as it is seen, once it has stopped moving. */
async function picture(page: Page): Promise<Buffer> {
  await drawn(page)
  const canvas = page.locator('canvas').first()
  for (let last = await canvas.screenshot(); ; ) {
    await page.waitForTimeout(400)
    const next = await canvas.screenshot()
    if (next.equals(last)) return next
    last = next
  }
}

async function coloursIn(png: Buffer): Promise<number> {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  const colours = new Set<number>()
  for (let at = 0; at < data.length; at += info.channels) colours.add(data.readUIntBE(at, 3))
  return colours.size
}

/** Addresses that a page asks from here on and that are not its own server's. */
function strangersOf(page: Page): string[] {
  const found: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${site.address}/`) && !/^(blob|data):/.test(url)) found.push(url)
  })
  return found
}

test('areas are drawn, walked by keyboard in the list, and the map follows; no other server is asked', async () => {
  const page = await site.open('/console/areas', { screen: 'desk', as: 'administrator' })
  const strangers = strangersOf(page)
  await page.reload()
  const first = await picture(page)
  expect(await coloursIn(first), 'outlines and names on paper').toBeGreaterThan(8)
  const list = page.getByRole('list', { name: '望江区（演示）下辖的区域' })
  await list.getByRole('button', { name: '东渡街道' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '西塘街道', exact: true }).waitFor()
  expect(await list.getByRole('button', { name: '西塘街道' }).getAttribute('aria-current')).toBe('true')
  expect((await picture(page)).equals(first), 'the map follows the list').toBe(false)
  expect(page.url()).toContain(site.world.places.street2.id)
  await page.getByRole('button', { name: '看西塘街道里面' }).press('Enter')
  await reads(page, '荷塘社区')
  await page.getByRole('button', { name: '检查边界' }).press('Enter')
  await reads(page, '下辖区域拼在一起，没有缝隙、没有重叠，也没有越界。')
  expect(strangers).toEqual([])
})

test('a change of boundaries is drawn and counted, asked once more, and then holds', async () => {
  const page = await site.open('/console/areas', { screen: 'desk', as: 'administrator' })
  await page.getByText('调整边界').click()
  await page.getByLabel('边界文件').setInputFiles({
    name: 'border.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify(movedBorder())),
  })
  await page.getByRole('button', { name: '看会改变什么' }).click()
  await reads(page, '改名、改边界或改小区类别 2 个', /换归属的地面 .* 平方公里/)
  await drawn(page)
  await look(page, 'console-areas-change-desk')
  await page.getByRole('button', { name: '生效', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '生效' }).click()
  await reads(page, '已经生效')
  const there = await site.world.anonymous().sees<AreaPath>('/api/areas/locate?lon=120.0095&lat=30.0095')
  expect(there.area.id).toBe(site.world.places.grid2.id)
})

/** The border between the two grids of the first community, a tenth of a grid further west. */
function movedBorder() {
  const { grid1, grid2, community1 } = site.world.places
  const feature = (code: string, name: string, west: number, east: number) => ({
    type: 'Feature',
    properties: { code, name, kind: 'grid', parent: community1.code },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 30],
          [east, 30],
          [east, 30.01],
          [west, 30.01],
          [west, 30],
        ],
      ],
    },
  })
  return {
    type: 'FeatureCollection',
    features: [
      feature(grid1.code, '柳巷第一网格', 120, 120.009),
      feature(grid2.code, '柳巷第二网格', 120.009, 120.02),
    ],
  }
}

test('open cases stand on the map by their lights and in the list, and lead to the case', async () => {
  const page = await site.open('/console/map', { screen: 'desk', as: 'centre' })
  const strangers = strangersOf(page)
  await page.reload()
  expect(await coloursIn(await picture(page))).toBeGreaterThan(8)
  await look(page, 'console-map-desk')
  await page.getByRole('button', { name: '超时' }).first().click()
  await reads(page, '1 件在办')
  await page.getByRole('list', { name: '在办的诉求' }).getByRole('button').press('Enter')
  await page.getByRole('link', { name: /^打开 \d/ }).click()
  await reads(page, '某小区二楼楼道灯闪烁')
  expect(strangers).toEqual([])
})

test('where nothing can be drawn the list is enough, and says so', async () => {
  const page = await site.open('/', { screen: 'phone' })
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await page.goto('/board')
  await page.getByRole('button', { name: '看地图' }).click()
  await reads(page, '这台设备画不出地图，请用旁边的列表，内容是一样的。', /在办 \d+ 件，办结 \d+ 件/)
  await page.getByRole('list', { name: '各社区办理情况' }).getByRole('button').press('Enter')
  await page.getByRole('button', { name: '只看柳巷社区的事' }).press('Enter')
  await reads(page, '某小区三楼楼道灯不亮')
})

test.each([
  ['zh', '在地图上选', '选地图正中这一点', '就是这里', /选的是：/, '已在地图上标出位置'],
  [
    'en',
    'Choose on the map',
    'Choose the middle of the map',
    'This is the place',
    /Chosen: /,
    'marked on the map',
  ],
] as const)(
  'in %s a resident picks the place on the map by keyboard',
  async (language, open, middle, take, chosen, marked) => {
    const page = await site.open('/report', { screen: 'phone', language })
    const strangers = strangersOf(page)
    await page.reload()
    await page.getByRole('button', { name: open }).press('Enter')
    expect(await coloursIn(await picture(page))).toBeGreaterThan(8)
    await page.getByRole('button', { name: middle }).press('Enter')
    await reads(page, chosen)
    await look(page, `portal-place-map-phone-${language}`)
    await page.getByRole('button', { name: take }).press('Enter')
    await reads(page, marked)
    expect(strangers).toEqual([])
  },
)
