import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openTable } from '../../kernel/sheet/header.ts'
import { readSheet } from '../../platform/sheet/read-sheet.ts'
import { onTime, requestColumns, requestReader } from './requests-file.rule.ts'

const context = { now: Temporal.Instant.from('2026-04-01T00:00:00Z'), timeZone: 'America/New_York' }
const names =
  'CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,OnTime_Status,CASE_STATUS,CLOSURE_REASON,CASE_TITLE,TYPE,Department,neighborhood,LATITUDE,LONGITUDE'

const outcomesOf = (...lines: string[]) => outcomesUnder(names, ...lines)

async function outcomesUnder(...lines: string[]) {
  const file = Buffer.from(lines.join('\r\n'))
  const { header, body } = await openTable(readSheet(file, 'requests.csv'), requestColumns)
  const read = requestReader(header, context)
  const outcomes = []
  for await (const row of body) {
    const outcome = read(row)
    if (outcome.kind === 'read') outcomes.push(outcome.value)
    else if (outcome.kind === 'blank') outcomes.push('blank')
    else outcomes.push(outcome.faults.map(({ column, reason }) => `${column.letter} ${reason}`).join(', '))
  }
  return outcomes
}

test('a request is read with its times in the city’s own zone', async () => {
  const [request] = await outcomesOf(
    '1,07/01/2015 08:00:00 AM,,07/01/2015 12:00:00 PM,ONTIME,Closed,"Fixed, done",Lamp,Street Lights,PW,Harbour,42.3,-71.1',
  )
  expect(request).toEqual({
    rowNumber: 2,
    sourceNumber: '1',
    openedAt: Temporal.Instant.from('2015-07-01T12:00:00Z'),
    targetAt: null,
    closedAt: Temporal.Instant.from('2015-07-01T16:00:00Z'),
    cityLabel: 'ONTIME',
    title: 'Lamp',
    type: 'Street Lights',
    department: 'PW',
    neighbourhood: 'Harbour',
    point: { lon: -71.1, lat: 42.3 },
    status: 'Closed',
    closureReason: 'Fixed, done',
  })
})

test('each fault is named, and a blank row is none', async () => {
  const good = '07/01/2015 08:00:00 AM,07/02/2015,,,Open,,,Lamp,,,0,0'
  expect(
    await outcomesOf(
      `7,${good}`,
      `7,${good}`,
      '',
      ',,,,LATE,Open,,,,,,95,x',
      `8,${good},extra`,
      '9,07/01/2031,02/30/2015,,,,,,Lamp',
    ),
  ).toEqual([
    expect.objectContaining({ sourceNumber: '7', point: null }),
    'A number_repeated_in_file',
    'blank',
    'A missing_number, B missing_time, E label_unknown, I missing_text, L point_unreadable, M point_unreadable',
    'N cells_beyond_header',
    'B future_time, C impossible_date',
  ])
})

test.each([
  ['2015-01-02T00:00:00Z', '2015-01-02T00:00:00Z', true],
  ['2015-01-02T00:00:01Z', '2015-01-02T00:00:00Z', false],
  [null, '2015-01-02T00:00:00Z', null],
  ['2015-01-02T00:00:00Z', null, null],
])('closed %s with target %s: on time %s', (closed, target, expected) => {
  const at = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))
  expect(onTime({ closedAt: at(closed), targetAt: at(target) })).toBe(expected)
})

const real = new URL('../../../../shared/data/boston-311-2015.csv.gz', import.meta.url)
test.skipIf(!existsSync(real))(
  '60,573 real requests are accounted for and agree with the city (skipped where the file is not)',
  async () => {
    const { header, body } = await openTable(
      readSheet(real.pathname, 'boston-311-2015.csv.gz'),
      requestColumns,
    )
    const read = requestReader(header, context)
    const count = { read: 0, faulty: 0, blank: 0, agree: 0, disagree: 0 }
    for await (const row of body) {
      const outcome = read(row)
      count[outcome.kind]++
      if (outcome.kind !== 'read' || outcome.value.cityLabel === null) continue
      const ours = onTime(outcome.value)
      if (ours !== null) count[ours === (outcome.value.cityLabel === 'ONTIME') ? 'agree' : 'disagree']++
    }
    expect(count).toEqual({ read: 60_573, faulty: 0, blank: 0, agree: 39_451, disagree: 0 })
  },
  60_000,
)

test.each(['LATITUDE', 'LONGITUDE'])(
  'half a point is a fault where the file has %s alone',
  async (degrees) => {
    const header = `CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,TYPE,${degrees}`
    expect(await outcomesUnder(header, '1,07/01/2015,,,Lamp,42.3')).toEqual(['F point_unreadable'])
  },
)
