import { leastIdAt } from '../../../kernel/ids.ts'
import { randomFrom } from '../../../kernel/random.ts'
import { dayOf, systemClock } from '../../../platform/clock.ts'
import type { OpenDistrict } from '../../../platform/district.ts'
import type { Known } from './reads.ts'

const drawnCases = 220
const yearsMs = 8 * 365 * 86_400_000

/** What the addresses name: the desks' own places and units, and cases drawn over all the years. */
export async function readKnown({ pools, timeZone }: OpenDistrict): Promise<Known> {
  const one = async (text: string, value: string): Promise<string> => {
    const { rows } = await pools.reader.query<{ id: string }>(text, [value])
    return rows[0]!.id
  }
  const area = (code: string) => one('select id from areas where code = $1', code)
  const nowMs = systemClock.now().epochMilliseconds
  const random = randomFrom(25)
  const moments = Array.from({ length: drawnCases }, () =>
    leastIdAt(Math.floor(nowMs - random.next() * yearsMs)),
  )
  const { rows: drawn } = await pools.reader.query<{ id: string; number: string }>(
    `select c.id, c.number from unnest($1::uuid[]) m (at)
     cross join lateral (select id, number from cases where id > m.at order by id limit 1) c`,
    [moments],
  )
  const { rows: unscreened } = await pools.reader.query<{ id: string }>(
    `select id from cases where stage = 'accepted' and not confidential order by id desc limit 50`,
  )
  const today = dayOf(systemClock.now(), timeZone)
  return {
    today,
    dayBegan: Temporal.PlainDate.from(today).toZonedDateTime(timeZone).toInstant().toString(),
    monthAgo: Temporal.PlainDate.from(today).subtract({ days: 30 }).toString(),
    month: today.slice(0, 7),
    district: await area('990104000000'),
    street: await area('990104006000'),
    community: await area('990104006001'),
    unit: await one('select id from units where code = $1', '990104006-urban-management'),
    matter: 'FA08',
    drawn,
    unscreened: unscreened.map(({ id }) => id),
  }
}
