import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { firstDay } from '../figures/figures.sql.ts'
import { reportLine } from './events.ts'
import { lastEnded, spanOf } from './span.rule.ts'
import { markTold } from './tell-reports.sql.ts'

/** A day's report is for whoever opens it; of these the desks are told. */
const kinds = ['week', 'month'] as const

/**
 * Every night: that a week or a month is over and its report can be read is told once to the centre and to the desks of
 * streets. Nothing is told of a time in which nothing was counted. Returns how many were told.
 */
export async function tellReports(system: Ctx): Promise<number> {
  const atlas = await atlasOf(system)
  const { district } = atlas
  const now = system.clock.now()
  const today = dayOf(now, system.district.timeZone)
  const streets = atlas.partsOf(district.id).filter(({ kind }) => kind === 'street')
  return system.transaction(async (tx) => {
    const known = await firstDay(tx, district.id)
    let told = 0
    for (const kind of kinds) {
      const { from, end } = spanOf(kind, lastEnded(kind, today), today)!
      if (known === null || end < known || !(await markTold(tx, { kind, start: from, toldAt: now }))) continue
      const areaIds = [district.id, ...streets.map(({ id }) => id)]
      const place = { chain: district.id, subject: newId(now.epochMilliseconds), occurredAt: now }
      tx.record(reportLine('report.ended', { ...place, data: { kind, start: from, areaIds } }))
      told += 1
    }
    return told
  })
}
