/**
 * The README's pictures, taken anew from the demonstration district: `npm run shots`. The program runs in a folder of
 * its own and is stopped and removed at the end; docs/pictures is all that stays.
 */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { demoPassword } from '../src/app/demo/accounts.ts'
import type { DeskPage } from '../src/cases/story.contract.ts'
import { chromiumPath, quietly } from '../src/testing/browser/chromium.ts'
import { openDemonstrationSite } from '../src/testing/demonstration-site.ts'
import { keepReceiptOf } from '../src/testing/phone-with-receipt.ts'

const folder = resolve(import.meta.dirname, '../docs/pictures')

const screens = {
  phone: { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
  hall: { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 },
} as const

interface Shot {
  readonly name: string
  readonly screen: keyof typeof screens
  /** Brings the page to what the picture shows; the device is signed out at first. */
  readonly bring: (device: BrowserContext) => Promise<Page>
}

const shots: readonly Shot[] = [
  { name: 'portal-home', screen: 'phone', bring: homeOfResident },
  { name: 'portal-board', screen: 'phone', bring: (device) => opened(device, '/board') },
  {
    name: 'field-today',
    screen: 'phone',
    bring: async (device) => {
      await signInByName(device, 'wangge1')
      return opened(device, '/field')
    },
  },
  { name: 'console-case', screen: 'desk', bring: deskWithCase },
  {
    name: 'screen-wall',
    screen: 'hall',
    bring: async (device) => {
      await signInByName(device, 'zhongxin')
      const page = await opened(device, '/screen/')
      await page.locator('.map__zoom').waitFor()
      return page
    },
  },
]

const site = await openDemonstrationSite()
let browser: Browser | undefined
try {
  // Maps are drawn by WebGL, which the processor must do where there is no other.
  const args = [...quietly.filter((option) => option !== '--disable-gpu'), '--enable-unsafe-swiftshader']
  browser = await chromium.launch({ executablePath: chromiumPath(), args })
  await mkdir(folder, { recursive: true })
  for (const shot of shots) await take(browser, shot)
} finally {
  await browser?.close()
  await site.close()
}

async function take(from: Browser, { name, screen, bring }: Shot): Promise<void> {
  const device = await from.newContext({
    ...screens[screen],
    baseURL: site.address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  const page = await bring(device)
  // A palette is enough for paper and ink, and keeps what every clone fetches small.
  const { size } = await sharp(await settledPicture(page))
    .png({ palette: true, colours: 96, compressionLevel: 9, effort: 10 })
    .toFile(join(folder, `${name}.png`))
  console.log(`${name}.png ${Math.round(size / 1024)} KB`)
  await device.close()
}

/** The page once it looks the same for a second: a map is drawn piece by piece. */
async function settledPicture(page: Page): Promise<Buffer> {
  let before = await page.screenshot()
  for (let lookedAt = 0; lookedAt < 30; lookedAt++) {
    await page.waitForTimeout(1000)
    const now = await page.screenshot()
    if (now.equals(before)) return now
    before = now
  }
  throw new Error(`${page.url()} does not come to rest`)
}

/** The page once it has read what it shows. */
async function opened(device: BrowserContext, path: string): Promise<Page> {
  const page = await device.newPage()
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(
    () => document.querySelector('.first-paint, .state--loading, [aria-busy="true"]') === null,
  )
  return page
}

/** A resident who scanned the code at their building has reported, and comes again later. */
async function homeOfResident(device: BrowserContext): Promise<Page> {
  const place = await placeOfWorker(device)
  await keepReceiptOf(device, site.address, { words: '三楼楼道灯不亮，老人下楼看不见', place })
  const scanned = await opened(device, `/?place=${place}`)
  await scanned.close()
  return opened(device, '/')
}

/** What the code at the first building of the demonstration's grid worker says. */
async function placeOfWorker(device: BrowserContext): Promise<string> {
  const other = await device.browser()!.newContext({ baseURL: site.address })
  await signInByName(other, 'wangge1')
  const { grids } = await (await other.request.get('/api/my/grids')).json()
  await other.close()
  return grids[0].estates[0].buildings[0].placeCode
}

/** The community's desk with a case that is being handled beside the queue. */
async function deskWithCase(device: BrowserContext): Promise<Page> {
  await signInByName(device, 'tongyin-shequ')
  const { rows } = (await (await device.request.get('/api/desk?queue=open')).json()) as DeskPage
  const shown = rows.find(({ stage }) => stage === 'handling') ?? rows[0]
  return opened(device, `/console/desk?queue=open&case=${shown?.id ?? ''}`)
}

function signInByName(device: BrowserContext, username: string): Promise<void> {
  return mustAnswer(device, '/api/auth/sign-in/username', { username, password: demoPassword })
}

async function mustAnswer(device: BrowserContext, path: string, data: object): Promise<void> {
  const reply = await device.request.post(path, { data, headers: { origin: site.address } })
  if (!reply.ok()) throw new Error(`${path} answered ${reply.status()} ${await reply.text()}`)
}
