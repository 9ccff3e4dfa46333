import { afterAll, expect, test } from 'vitest'
import type { CaseStory } from '../../cases/story.contract.ts'
import { consoleWords } from '../../web/words/console.ts'
import { browserTests } from './browser.ts'
import { handOn } from './hand.ts'
import { jobs } from './jobs.ts'

const site = browserTests()
/** Both languages and both widths are each job's; which goes with which changes from job to job. */
const readers = [
  [
    ['zh', 'phone'],
    ['en', 'desk'],
  ],
  [
    ['en', 'phone'],
    ['zh', 'desk'],
  ],
] as const
const costs: string[] = []
afterAll(() => console.log(['what the commonest jobs cost', ...costs.sort()].join('\n')))

test.each(
  jobs.flatMap((job, at) =>
    readers[at % 2 === 0 ? 0 : 1].map(([language, screen]) => [job.name, language, screen, job] as const),
  ),
)('%s, in %s at %s width, costs no more than it may', async (_name, language, screen, job) => {
  const start = await job.bring(site.world)
  await site.settled()
  const page = await site.open(start.at, {
    screen,
    language,
    keeps: start.keeps ?? {},
    ...(start.as ? { as: start.as } : {}),
  })
  const hand = handOn(page)
  await job.work(hand, consoleWords[language], start, language)
  if (job.stage) {
    const story = () => site.world.as('centre').sees<CaseStory>(`/api/cases/${start.caseId}`)
    await expect.poll(async () => (await story()).stage, { timeout: 5000 }).toBe(job.stage)
  }
  const { taps, keys } = hand.cost()
  costs.push(`${job.name} · ${language} ${screen}: ${taps} taps, ${keys} keys`)
  expect({ taps: Math.max(taps, job.most.taps), keys: Math.max(keys, job.most.keys) }).toEqual(job.most)
})
