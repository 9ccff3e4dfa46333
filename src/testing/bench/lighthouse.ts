import type { Result } from 'lighthouse'
import { foundBy, openLighthousePhone } from '../browser/lighthouse.ts'
import { openDemonstrationSite } from '../demonstration-site.ts'
import { keepReceiptOf } from '../phone-with-receipt.ts'

/** The portal's pages that must open on a slow phone, and what each must reach of 100. */
const pages = ['/', '/report', '/follow', '/board'] as const
const least = { performance: 95, accessibility: 100, 'best-practices': 100 } as const
const runs = Number(process.env.BENCH_RUNS ?? 5)

/**
 * Lighthouse's own phone (simulated slow 4G, 150 ms there and back, a processor four times slower) on the demonstration
 * district: each page `BENCH_RUNS` times with an empty cache, and the median. Exits with 1 where a page falls short.
 * Wants a machine that does nothing else: what its neighbours take is counted as the page's.
 */
export async function phone(): Promise<void> {
  const site = await openDemonstrationSite()
  const { device, measure, close } = await openLighthousePhone()
  try {
    // The phone of a reader who follows a case keeps its receipt.
    await keepReceiptOf(device, site.address, { words: '三楼楼道灯不亮，老人下楼看不见' })
    console.log(`page       ${Object.keys(least).join('  ')}     FCP     LCP     TBT    CLS    KB  requests`)
    for (const page of pages) {
      const results: Result[] = []
      for (let run = 0; run < runs; run++)
        results.push(await measure(`${site.address}${page}`, Object.keys(least)))
      report(page, results)
    }
  } finally {
    await close()
    await site.close()
  }
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
      `${of('cumulative-layout-shift').toFixed(3)}  ${kb.toFixed(0).padStart(4)}  ${items.length}`,
  )
  const found = results.flatMap((result) =>
    ['accessibility', 'best-practices'].flatMap((category) => foundBy(result, category)),
  )
  for (const audit of new Set(found)) console.log(`  ${audit}`)
}
