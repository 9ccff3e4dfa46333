import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse, { type Result } from 'lighthouse'
import { type BrowserContext, chromium } from 'playwright-core'
import type { Receipt } from '../../cases/contract.ts'
import { chromiumPath, quietly } from '../browser/chromium.ts'
import { freePort, openDemonstrationSite } from '../demonstration-site.ts'

/** The portal's pages that must open on a slow phone, and what each must reach of 100. */
const pages = ['/', '/report', '/follow', '/board'] as const
const least = { performance: 95, accessibility: 100, 'best-practices': 100 } as const
const runs = Number(process.env.BENCH_RUNS ?? 5)

/**
 * Lighthouse's own phone (simulated slow 4G, 150 ms there and back, a processor four times slower) on the demonstration
 * district: each page `BENCH_RUNS` times with an empty cache, and the median. Exits with 1 where a page falls short.
 */
export async function phone(): Promise<void> {
  const site = await openDemonstrationSite()
  const profile = await mkdtemp(join(tmpdir(), 'linli-lighthouse-'))
  const port = await freePort()
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [...quietly, `--remote-debugging-port=${port}`],
  })
  try {
    await keepReceipt(browser, site.address)
    console.log(`page       ${Object.keys(least).join('  ')}   FCP     LCP     TBT     CLS    KB   requests`)
    for (const page of pages) {
      const results: Result[] = []
      for (let run = 0; run < runs; run++) {
        await emptyCache(browser)
        results.push(await measure(`${site.address}${page}`, port))
      }
      report(page, results)
    }
  } finally {
    await browser.close()
    await site.close()
    await rm(profile, { recursive: true, force: true })
  }
}

/** The phone keeps the receipt of a case, as that of a reader who follows one does. */
async function keepReceipt(browser: BrowserContext, address: string): Promise<void> {
  const page = await browser.newPage()
  await page.goto(`${address}/follow`)
  const client = await page.evaluate(() => localStorage.getItem('linli.client'))
  const sent = await page.request.post(`${address}/api/reports`, {
    headers: { 'x-linli-client': client ?? '' },
    data: { requestId: randomUUID(), words: '三楼楼道灯不亮，老人下楼看不见' },
  })
  if (sent.status() !== 201) throw new Error(`the report was answered ${sent.status()} ${await sent.text()}`)
  const { number, receiptCode: code, acceptedAt, responseDueAt } = (await sent.json()) as Receipt
  const kept = JSON.stringify([{ number, code, acceptedAt, responseDueAt }])
  await page.evaluate((receipts) => localStorage.setItem('linli.receipts', receipts), kept)
  await page.close()
}

async function emptyCache(browser: BrowserContext): Promise<void> {
  const page = browser.pages()[0] ?? (await browser.newPage())
  const session = await browser.newCDPSession(page)
  await session.send('Network.clearBrowserCache')
  await session.detach()
}

async function measure(url: string, port: number): Promise<Result> {
  const run = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: Object.keys(least),
    // What the phone keeps stays: its receipt. Its cache is emptied by emptyCache.
    disableStorageReset: true,
  })
  if (run === undefined) throw new Error(`Lighthouse did not measure ${url}`)
  if (run.lhr.runtimeError) throw new Error(run.lhr.runtimeError.message)
  return run.lhr
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

function report(page: string, results: readonly Result[]): void {
  const scores = Object.entries(least).map(([category, needed]) => {
    const reached = results.map(({ categories }) => Math.round((categories[category]?.score ?? 0) * 100))
    const score = category === 'performance' ? median(reached) : Math.min(...reached)
    if (score < needed) process.exitCode = 1
    return `${score}${score < needed ? '!' : ' '}`.padStart(category.length)
  })
  const of = (audit: string) => median(results.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN))
  const seconds = (audit: string) => `${(of(audit) / 1000).toFixed(2)} s`.padStart(6)
  const requests = results[0]?.audits['network-requests']?.details
  const items = requests?.type === 'table' ? requests.items : []
  const kb = items.reduce((sum, { transferSize }) => sum + Number(transferSize ?? 0), 0) / 1024
  console.log(
    `${page.padEnd(10)} ${scores.join('  ')}  ${seconds('first-contentful-paint')}  ` +
      `${seconds('largest-contentful-paint')}  ${of('total-blocking-time').toFixed(0).padStart(3)} ms  ` +
      `${of('cumulative-layout-shift').toFixed(3)}  ${kb.toFixed(0).padStart(4)}   ${items.length}`,
  )
  for (const [category] of Object.entries(least).slice(1))
    for (const audit of failed(results, category)) console.log(`  ${audit}`)
}

/** The audits of a category that found something, each once. */
function failed(results: readonly Result[], category: string): readonly string[] {
  const found = results.flatMap(({ categories, audits }) =>
    (categories[category]?.auditRefs ?? [])
      .map(({ id }) => audits[id])
      .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 1)
      .map((audit) => `${category}: ${audit?.title}`),
  )
  return [...new Set(found)]
}
