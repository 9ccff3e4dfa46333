import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { WorldOptions } from '../world.ts'
import type { Person } from '../world-client.ts'
import type { StaffName } from '../world-people.ts'
import { chromiumPath, quietly } from './chromium.ts'
import { openSite, type Site } from './site.ts'

/** The two widths at which every page must be right: a small phone with touch, and a desk. A hall is for the wall alone. */
export type Screen = 'phone' | 'desk' | 'hall'

/** Who looks, and how. */
export interface Reader {
  readonly screen: Screen
  readonly language?: 'zh' | 'en'
  readonly theme?: 'light' | 'dark'
  /** What this browser already keeps in its local storage. */
  readonly keeps?: Readonly<Record<string, string>>
  /** Signed in without the form; where left out, nobody is. */
  readonly as?: StaffName
  /** The telephone of a resident who is signed in. */
  readonly resident?: string | undefined
  /** The server says "no" on purpose, which the browser writes to its console: to whoever has a password from others. */
  readonly isRefused?: true
  /** The server goes away on purpose, which the browser writes to its console too. */
  readonly losesServer?: true
}

export interface SiteInBrowser extends Site {
  /** A browser window of its own, as a person's own device: nothing is kept from another. */
  readonly open: (path: string, reader: Reader) => Promise<Page>
  /** As `open`, on the device that this reader had before in this file, which knows the pages' scripts already. */
  readonly openAgain: (path: string, reader: Reader) => Promise<Page>
}

const screens = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  desk: { viewport: { width: 1440, height: 900 } },
  hall: { viewport: { width: 1920, height: 1080 } },
} as const

/** What is waited for at most: enough for a busy machine, and short enough to see what failed. */
const patienceMs = 30_000

/**
 * A site and a browser for all tests of the file that calls it. A test fails where a page wrote an error to its
 * console, threw, or broke the content security policy.
 */
export function browserTests(options: WorldOptions = {}): SiteInBrowser {
  let site: Site
  let browser: Browser
  const devices: BrowserContext[] = []
  const known = new Map<string, BrowserContext>()
  const complaints: string[] = []

  beforeAll(async () => {
    site = await openSite(options)
    browser = await chromium.launch({ executablePath: chromiumPath(), args: quietly })
  })
  afterEach(async ({ task }) => {
    const pages = [...devices, ...known.values()].flatMap((device) => device.pages())
    if (task.result?.state === 'fail') await lookAtAll(pages)
    await Promise.all(pages.map((page) => page.close()))
    await Promise.all(devices.splice(0).map((device) => device.close()))
    expect(complaints.splice(0), 'complaints of the pages').toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const newDevice = async (reader: Reader): Promise<BrowserContext> => {
    const device = await browser.newContext({
      ...screens[reader.screen],
      baseURL: site.address,
      locale: reader.language === 'en' ? 'en-GB' : 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      colorScheme: reader.theme ?? 'light',
    })
    device.setDefaultTimeout(patienceMs)
    await device.addInitScript((kept) => {
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value)
    }, reader.keeps ?? {})
    const { as, resident } = reader
    if (as) await device.addCookies(await cookiesOf(site, site.world.as(as)))
    if (resident) await device.addCookies(await cookiesOf(site, site.world.resident(resident)))
    return device
  }
  const openOn = async (device: BrowserContext, path: string, reader: Reader): Promise<Page> => {
    const page = await device.newPage()
    hearComplaints(page, reader, complaints)
    await page.goto(path)
    return page
  }
  return {
    open: async (path, reader) => {
      const device = await newDevice(reader)
      devices.push(device)
      return openOn(device, path, reader)
    },
    openAgain: async (path, reader) => {
      const key = JSON.stringify(reader)
      const device = known.get(key) ?? (await newDevice(reader))
      known.set(key, device)
      return openOn(device, path, reader)
    },
    get world() {
      return site.world
    },
    get address() {
      return site.address
    },
    settled: () => site.settled(),
    stopServing: () => site.stopServing(),
    close: () => site.close(),
  }
}

function hearComplaints(page: Page, { isRefused, losesServer }: Reader, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()} threw ${error.message}`))
  page.on('console', (line) => {
    if (isRefused && line.text().includes('status of 403')) return
    if (losesServer && line.text().includes('net::ERR_')) return
    if (line.type() === 'error') complaints.push(`${page.url()} ${line.text()} ${line.location().url}`)
  })
}

/** The cookies with which this person is signed in. */
export async function cookiesOf({ address }: Site, person: Person) {
  const { cookie = '' } = await person.headers()
  return cookie.split('; ').map((pair) => {
    const [key = '', value = ''] = pair.split('=')
    return { name: key, value, url: address }
  })
}

/** Waits until a page that was just opened has read what it shows. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('.state--loading, [aria-busy="true"]') === null)
}

/** Waits until the words can be read on the page. */
export async function reads(page: Page, ...words: (string | RegExp)[]): Promise<void> {
  for (const said of words) await page.getByText(said).filter({ visible: true }).first().waitFor()
}

/** Types into a field of the console that offers what it finds, and takes the first offer that says `wanted`. */
export async function choose(field: Locator, typed: string, wanted: string | RegExp = typed): Promise<void> {
  await field.fill(typed)
  const offers = field.page().locator('.ant-select-item-option')
  await offers.filter({ hasText: wanted }).filter({ visible: true }).first().click()
}

/** How a page may be read: in light, in dark, in large type (关怀模式). */
export type Look = 'light' | 'dark' | 'large'

/** Gives an open page another look, as a reader does who changes it in another window of the same browser. */
export async function wear(page: Page, worn: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: worn === 'dark' ? 'dark' : 'light' })
  const type = worn === 'large' ? 'large' : null
  await page.evaluate((wanted) => {
    const key = 'linli.type'
    if (wanted === null) localStorage.removeItem(key)
    else localStorage.setItem(key, wanted)
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: wanted }))
  }, type)
  await page.waitForFunction((wanted) => document.documentElement.dataset.type === wanted, type ?? undefined)
  // Ant Design's own colours follow the page's a moment later.
  await page.waitForFunction(() => {
    const ground = (element: Element) => getComputedStyle(element).backgroundColor
    return [...document.querySelectorAll('.ant-layout')].every((one) => ground(one) === ground(document.body))
  })
}

/** Keeps a picture of the whole page in the folder that LINLI_SHOTS names, for people who look at it. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.LINLI_SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  // A window as high as its page: what is fixed to the window's foot must not lie across the picture.
  const { width, height } = page.viewportSize()!
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.max(height, whole) })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  await page.setViewportSize({ width, height })
}

/** What stood on every page when a test failed. */
async function lookAtAll(pages: readonly Page[]): Promise<void> {
  for (const [index, page] of pages.entries()) await look(page, `failed-${index + 1}`)
}
