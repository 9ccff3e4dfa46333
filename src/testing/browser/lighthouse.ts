import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse, { type Result } from 'lighthouse'
import { type BrowserContext, chromium } from 'playwright-core'
import { freePort } from '../demonstration-site.ts'
import { chromiumPath, quietly } from './chromium.ts'

/** A browser on which Lighthouse measures: its own slow phone, simulated. */
export interface LighthousePhone {
  /** What the phone keeps stays from page to page: receipts, a session. */
  readonly device: BrowserContext
  /** Measures one page with an empty cache, in these of Lighthouse's categories. */
  readonly measure: (url: string, categories: readonly string[]) => Promise<Result>
  readonly close: () => Promise<void>
}

export async function openLighthousePhone(): Promise<LighthousePhone> {
  const profile = await mkdtemp(join(tmpdir(), 'linli-lighthouse-'))
  const port = await freePort()
  const device = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [...quietly, `--remote-debugging-port=${port}`],
  })
  return {
    device,
    measure: async (url, categories) => {
      await emptyCache(device)
      const run = await lighthouse(url, {
        port,
        logLevel: 'error',
        onlyCategories: [...categories],
        disableStorageReset: true,
      })
      if (run === undefined) throw new Error(`Lighthouse did not measure ${url}`)
      if (run.lhr.runtimeError) throw new Error(run.lhr.runtimeError.message)
      return run.lhr
    },
    close: async () => {
      await device.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

async function emptyCache(device: BrowserContext): Promise<void> {
  const page = device.pages()[0] ?? (await device.newPage())
  const session = await device.newCDPSession(page)
  await session.send('Network.clearBrowserCache')
  await session.detach()
}

/** The audits of a category that found something. */
export const foundBy = ({ categories, audits }: Result, category: string): readonly string[] =>
  (categories[category]?.auditRefs ?? []).flatMap(({ id }) => {
    const audit = audits[id]
    return audit && audit.score !== null && audit.score < 1 ? [`${category}: ${audit.title}`] : []
  })
