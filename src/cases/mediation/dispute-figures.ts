import { atlasOf } from '../../areas/door.ts'
import { heldBack } from '../../kernel/small-numbers.ts'
import { areasFor } from '../../people/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Cause } from './contract.ts'
import type { DisputeFigures, DisputeQuery } from './figures.contract.ts'
import { type Figure, selectFigures } from './figures.sql.ts'
import { shareOf } from './share.rule.ts'

/** 矛盾研判: where disputes gather and why, in the asker's own areas; fewer than five are held back (Care 8). */
export async function disputeFigures(ctx: Ctx, { from, to }: DisputeQuery): Promise<DisputeFigures> {
  ctx.must('mediation.count')
  const atlas = await atlasOf(ctx)
  const seen = areasFor(ctx.who, 'mediation.count').map((id) => atlas.known(id))
  const figures = await ctx.read((tx) => selectFigures(tx, from, to))
  const inSight = figures.filter(({ areaId }) => seen.some(({ id }) => atlas.known(areaId).path.includes(id)))
  const causes = Cause.options.filter((cause) => inSight.some((figure) => figure.cause === cause))
  const areas = [...Map.groupBy(inSight, ({ areaId }) => areaId)]
    .map(([areaId, rows]) => ({ area: atlas.known(areaId), rows }))
    .sort((one, other) => one.area.code.localeCompare(other.area.code))
  const counts = heldTable(areas.map(({ rows }) => causes.map((cause) => settled(rows, cause))))
  return {
    from,
    to,
    causes: [...causes],
    areas: areas.map(({ area, rows }, index) => ({
      area: { id: area.id, zh: area.nameZh, en: area.nameEn },
      counts: counts.rows[index]!,
      ended: counts.wholes[index]!,
      ...sharesOf(rows),
    })),
    byCause: counts.columns,
    months: monthsOf(inSight),
    ...sharesOf(inSight),
  }
}

const sumOf = (rows: readonly Figure[], ...measures: readonly string[]): number =>
  rows.filter(({ measure }) => measures.includes(measure)).reduce((sum, { value }) => sum + value, 0)

/** Disputes of the cause that came to an end, with an agreement or without. */
const settled = (rows: readonly Figure[], cause: Cause): number =>
  sumOf(
    rows.filter((row) => row.cause === cause),
    'agreed',
    'not_agreed',
  )

/** Of those that ended how many agreed, and of agreements watched to the end how many were kept. */
const sharesOf = (rows: readonly Figure[]) => ({
  agreedShare: shareOf(sumOf(rows, 'agreed'), sumOf(rows, 'agreed', 'not_agreed', 'left')),
  keptShare: shareOf(sumOf(rows, 'kept'), sumOf(rows, 'kept', 'partly', 'not_kept')),
})

/**
 * A table whose small numbers are held back: in each row so that none can be worked out from the others and the whole; the
 * sums by column are said only where no row of the column is held back, or at least two are and they are not few.
 */
function heldTable(table: readonly (readonly number[])[]) {
  const rows = table.map((row) => heldBack(row))
  const columns = (table[0] ?? []).map((_, index) => {
    const whole = heldBack(table.map((row) => row[index]!)).whole
    const hidden = rows.filter(({ parts }) => parts[index] === null).length
    return hidden === 1 ? null : whole
  })
  return { rows: rows.map(({ parts }) => parts), wholes: rows.map(({ whole }) => whole), columns }
}

function monthsOf(rows: readonly Figure[]): DisputeFigures['months'] {
  const byMonth = [...Map.groupBy(rows, ({ month }) => month)].sort(([one], [other]) =>
    one.localeCompare(other),
  )
  const opened = heldBack(byMonth.map(([, some]) => sumOf(some, 'opened'))).parts
  const ended = heldBack(byMonth.map(([, some]) => sumOf(some, 'agreed', 'not_agreed'))).parts
  return byMonth.map(([month], index) => ({ month, opened: opened[index]!, ended: ended[index]! }))
}
