import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { StaffName } from '../world-people.ts'
import { cookiesOf } from './browser.ts'
import { chromiumPath, quietly } from './chromium.ts'
import type { Site } from './site.ts'

/** A phone as it is: what its browser keeps outlives the browser. */
export interface OwnPhone {
  readonly open: () => Promise<Page>
  readonly setOffline: (isOffline: boolean) => Promise<void>
  /** Signed in for a day, also after the browser was closed. */
  readonly signsIn: (name: StaffName) => Promise<void>
  /** The page dies as it does when a phone wants its memory back: nothing is asked first. Answers with a new one. */
  readonly kills: (page: Page) => Promise<Page>
  /** The whole browser ends and starts again, still without signal. */
  readonly outOfPower: () => Promise<Page>
  /** What can be read on its pages, with their addresses: said where a test fails. */
  readonly says: () => Promise<string>
  readonly close: () => Promise<void>
}

export async function ownPhone(site: Site): Promise<OwnPhone> {
  const storage = mkdtempSync(join(tmpdir(), 'linli-phone-'))
  const switchedOn = async (): Promise<BrowserContext> => {
    const context = await chromium.launchPersistentContext(storage, {
      executablePath: chromiumPath(),
      args: quietly,
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      baseURL: site.address,
    })
    context.setDefaultTimeout(30_000)
    return context
  }
  let phone = await switchedOn()
  return {
    open: () => phone.newPage(),
    setOffline: (isOffline) => phone.setOffline(isOffline),
    signsIn: async (name) => {
      await phone.clearCookies()
      const cookies = await cookiesOf(site, site.world.as(name))
      const expires = Date.now() / 1000 + 86_400
      await phone.addCookies(cookies.map((cookie) => ({ ...cookie, expires })))
    },
    kills: async (page) => {
      const died = page.waitForEvent('crash')
      const wire = await phone.newCDPSession(page)
      // It never answers: who would have has died.
      wire.send('Page.crash').catch(() => undefined)
      await died
      await page.close()
      return phone.newPage()
    },
    outOfPower: async () => {
      await phone.close()
      phone = await switchedOn()
      await phone.setOffline(true)
      return phone.newPage()
    },
    says: async () => {
      const pages = phone.pages().filter((page) => page.url().startsWith(site.address))
      const said = await Promise.all(pages.map((page) => page.locator('body').ariaSnapshot()))
      return pages.map((page, at) => `${page.url()}\n${said[at]}`).join('\n\n')
    },
    close: async () => {
      await phone.close()
      rmSync(storage, { recursive: true, force: true })
    },
  }
}

/** The page and its files are on the phone, and so are the day and its cases. */
export async function settled(page: Page, cases: readonly string[]): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  await page.waitForFunction(
    (ids) =>
      new Promise((done) => {
        const opening = indexedDB.open('linli-field')
        // Not there yet: the page makes it, not this.
        opening.onupgradeneeded = () => opening.transaction!.abort()
        opening.onerror = () => done(false)
        opening.onsuccess = () => {
          const all = opening.result.transaction('answers').objectStore('answers').getAll()
          all.onsuccess = () => {
            opening.result.close()
            const paths = (all.result as { path: string }[]).map(({ path }) => path)
            const wanted = ['/api/me', '/api/field/day', '/api/matters', '/api/my/grids']
            done([...wanted, ...ids.map((id) => `/api/cases/${id}`)].every((path) => paths.includes(path)))
          }
        }
      }),
    cases,
  )
}

/** What lies in the browser's database: whose keys and answers, how many pieces, and all of their bytes as text. */
export const lying = (page: Page) =>
  page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('linli-field')
      opening.onsuccess = () => done(opening.result)
    })
    const all = (name: string) =>
      new Promise<{ account: string }[]>((done) => {
        const reading = opened.transaction(name).objectStore(name).getAll()
        reading.onsuccess = () => done(reading.result)
      })
    const [keys, answers, pieces] = [await all('keys'), await all('answers'), await all('pieces')]
    opened.close()
    const decode = (bytes: BufferSource) => new TextDecoder().decode(bytes)
    const said = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return decode(value as BufferSource)
      if (typeof value !== 'object' || value === null) return String(value)
      return Object.values(value).map(said).join(' ')
    }
    return {
      keys: keys.map(({ account }) => account),
      readers: [...new Set(answers.map(({ account }) => account))],
      pieces: pieces.length,
      text: said([answers, pieces]),
    }
  })
