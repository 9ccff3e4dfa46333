import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catchUp } from '../../platform/follower.ts'
import { verify } from '../../platform/verify.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { casePage } from '../case-page.ts'
import { figuresFollower } from '../figures/figures.projection.ts'
import { caseWitness } from '../witness.ts'
import { importRequests } from './import-requests.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ now: '2026-04-01T09:30:00+08:00' })
})
afterAll(() => world.close())

const names =
  'CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,OnTime_Status,CASE_STATUS,CLOSURE_REASON,CASE_TITLE,TYPE,Department,neighborhood,LATITUDE,LONGITUDE'
const take = (lines: readonly string[], now = world) =>
  importRequests(now.system, { source: Buffer.from([names, ...lines].join('\n')), name: 'requests.csv' })

/** Sums of the measures that the figures follower keeps. */
async function sums(of: World): Promise<Record<string, number>> {
  const rows = await of.sql<{ measure: string; value: number }>(
    'reader',
    `select measure, sum(value)::bigint as value from figures where span = 'day' and matter = '*' group by measure`,
  )
  return Object.fromEntries(rows.map(({ measure, value }) => [measure, Number(value)]))
}

async function figures() {
  await world.followersSettled()
  return sums(world)
}

async function storyOf(sourceNumber: string) {
  const rows = await world.sql<{ id: string }>('reader', 'select id from cases where source_number = $1', [
    sourceNumber,
  ])
  return casePage(world.system, rows[0]!.id)
}

test('targets and closes come as history, and only rows with both count as timed', async () => {
  const { comparison, ...result } = await take([
    '1,07/01/2015 08:00:00 AM,07/02/2015 08:00:00 AM,07/02/2015 08:00:00 AM,ONTIME,Closed,Fixed,Lamp,Street Lights,PW,Harbour,42.3,-71.1',
    '2,07/01/2015 08:00:00 AM,07/02/2015 08:00:00 AM,07/02/2015 08:00:01 AM,OVERDUE,Closed,,Lamp,Lamp,PW,,,',
    '3,07/01/2015 08:00:00 AM,07/02/2015 08:00:00 AM,07/03/2015 08:00:00 AM,,Closed,,,Lamp,,,,',
    '4,07/01/2015 08:00:00 AM,,07/03/2015 08:00:00 AM,ONTIME,Closed,,,Lamp,,,,',
    '5,07/01/2015 08:00:00 AM,07/02/2015 08:00:00 AM,,OVERDUE,Open,,,Lamp,,,,',
    '6,07/01/2015 08:00:00 AM,,,ONTIME,Open,,,Lamp,,,,',
    '7,07/01/2015 08:00:00 AM,07/02/2015 08:00:00 AM,07/01/2015 09:00:00 AM,OVERDUE,Closed,,,Lamp,,,,',
  ])
  expect(result).toMatchObject({ total: 7, added: 7, refused: 0 })
  expect(comparison).toEqual({ timed: 4, labelled: 3, agreeing: 2, disagreeing: 1 })
  expect(await figures()).toEqual({ accepted: 7, closed: 5, timed: 4, on_time: 2, overdue: 2 })
})

test('a closed request shows its answer, an open one waits with its target', async () => {
  const closed = await storyOf('1')
  expect(closed).toMatchObject({ stage: 'closed', words: 'Lamp\nStreet Lights\nDepartment: PW\nHarbour' })
  expect(closed.timeline[1]).toMatchObject({
    at: '2015-07-02T12:00:00.000Z',
    facts: { onTime: true, targetAt: '2015-07-02T12:00:00.000Z', closedAt: '2015-07-02T12:00:00.000Z' },
    texts: [{ kind: 'answer', body: 'Fixed' }],
  })
  expect(closed.timeline[0]!.texts.map(({ kind }) => kind)).toEqual(['words'])
  const open = await storyOf('5')
  expect(open).toMatchObject({ stage: 'accepted', response: { stoppedAt: null } })
  expect(open.timeline[1]).toMatchObject({
    at: '2015-07-01T12:00:00.000Z',
    facts: { onTime: null, targetAt: '2015-07-02T12:00:00.000Z', closedAt: null },
  })
})

test('a later file closes what was open', async () => {
  const later = await take([
    '5,07/01/2015 08:00:00 AM,07/02/2015 08:00:00 AM,07/02/2015 07:00:00 AM,ONTIME,Closed,,,Lamp,,,,',
  ])
  expect(later).toMatchObject({ added: 0, known: 1, answered: 1 })
  expect(await figures()).toMatchObject({ accepted: 7, closed: 6, timed: 5, on_time: 3, overdue: 2 })
  expect((await verify(world.district, [], [caseWitness])).flaws).toEqual([])
})

const real = new URL('../../../../shared/data/boston-311-2015.csv.gz', import.meta.url)
test.skipIf(!existsSync(real))(
  '60,573 real requests are accounted for, and on-time figures equal the city’s (skipped where the file is not)',
  async () => {
    const whole = await openWorld({ now: '2026-04-01T09:30:00+08:00' })
    try {
      const startedMs = performance.now()
      const shown: number[] = []
      const result = await importRequests(
        whole.system,
        { source: real.pathname, name: 'boston-311-2015.csv.gz' },
        { onProgress: (done) => shown.push(done) },
      )
      const seconds = (performance.now() - startedMs) / 1000
      console.log(`60,573 requests in ${seconds.toFixed(1)} s`)
      expect(result).toMatchObject({ total: 60_573, added: 60_573, known: 0, refused: 0, blank: 0 })
      expect(result.comparison).toEqual({
        timed: 39_498,
        labelled: 39_451,
        agreeing: 39_451,
        disagreeing: 0,
      })
      expect(shown).toHaveLength(Math.floor(60_573 / 200) + 1)
      const kept = await whole.sql<{ closed: number; open: number }>(
        'reader',
        `select count(*) filter (where stage = 'closed') as closed, count(*) filter (where stage = 'accepted') as open
         from cases where source_system = 'requests'`,
      )
      expect(kept).toEqual([{ closed: 50_574, open: 9_999 }])
      await catchUp(whole.district, figuresFollower)
      // The city labels 30,044 and 9,407 of them; 47 that were closed late have no label.
      expect(await sums(whole)).toEqual({
        accepted: 60_573,
        closed: 50_574,
        timed: 39_498,
        on_time: 30_044,
        overdue: 9_407 + 47,
      })
    } finally {
      await whole.close()
    }
  },
  240_000,
)
