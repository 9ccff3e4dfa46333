import { smallest } from '../../kernel/small-numbers.ts'
import { unitNames } from '../../organisations/door.ts'
import { areasFor } from '../../people/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { satisfiedFrom } from '../rating.contract.ts'
import type { CallResults, ResultsQuery } from './closing.contract.ts'
import { selectClosedOfUnits } from './results.sql.ts'

/**
 * What reporters said when they were asked about the closings of a month, by the unit that led, in order of its name: of enough
 * who answered, or not at all.
 */
export async function callResults(ctx: Ctx, query: ResultsQuery): Promise<CallResults> {
  ctx.must('case.check')
  const { timeZone } = ctx.district
  const month = query.month ?? dayOf(ctx.clock.now(), timeZone).slice(0, 7)
  const first = Temporal.PlainDate.from(`${month}-01`)
  const from = first.toZonedDateTime(timeZone).toInstant()
  const until = first.add({ months: 1 }).toZonedDateTime(timeZone).toInstant()
  return ctx.read(async (tx) => {
    const areaIds = areasFor(ctx.who, 'case.check')
    await tx.narrow(areaIds)
    const found = await selectClosedOfUnits(tx, areaIds, { from, until, satisfiedFrom })
    const names = await unitNames(
      tx,
      found.map(({ unitId }) => unitId),
    )
    const rows = found.map(
      ({ unitId, telephone, message, visit, solved, satisfied, reopened, ...counts }) => ({
        ...counts,
        unit: names.get(unitId)!,
        said:
          counts.reached >= smallest
            ? { ways: { telephone, message, visit }, solved, satisfied, reopened }
            : null,
      }),
    )
    return {
      month,
      least: smallest,
      rows: rows.sort((one, other) => one.unit.zh.localeCompare(other.unit.zh, 'zh')),
    }
  })
}
