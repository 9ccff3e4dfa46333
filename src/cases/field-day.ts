import { readKey } from '../kernel/keyset.ts'
import { mattersEver } from '../matters/door.ts'
import { areasFor } from '../people/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'
import { spotsOf } from './case-spots.ts'
import { dueKey } from './desk.sql.ts'
import { toRows } from './desk.ts'
import { modesOf } from './emergency/modes-now.ts'
import type { FieldDay, FieldQuery, FieldRow } from './field-day.contract.ts'
import { selectDone, selectPartsOf, selectWaiting } from './field-day.sql.ts'
import { fieldStep } from './field-step.rule.ts'
import { isGridPost } from './grid-post.rule.ts'
import { ownPart } from './own-part.ts'
import { loadStories } from './story.sql.ts'

const pageRows = 50
const doneRows = 20

/** A worker's day: what waits by its deadline, with the step that is theirs, and what was done since midnight. */
export async function fieldDay(ctx: Ctx, { after }: FieldQuery): Promise<FieldDay> {
  ctx.must('case.see')
  const key = after === undefined ? null : readKey(after)
  return ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'case.see'))
    const on = await modesOf(ctx, key)
    const found = await selectWaiting(tx, ctx.who, key, pageRows, on)
    const done = key === null ? await selectDone(tx, ctx.who, unitsOf(ctx), startOfDay(ctx), doneRows) : []
    const shown = found.slice(0, pageRows)
    const rows = await toFieldRows(ctx, tx, [...shown, ...done.slice(0, doneRows)])
    const last = found.length > pageRows ? shown.at(-1) : undefined
    return {
      rows: rows.slice(0, shown.length),
      next: last ? dueKey(last, on) : null,
      done: rows.slice(shown.length),
      doneMore: done.length > doneRows,
    }
  })
}

/** The units whose parts may be the asker's; which of them counts in a case, `ownPart` says. */
const unitsOf = ({ who }: Ctx): string[] => [
  ...who.units,
  ...who.posts.flatMap((post) => (isGridPost(post) && post.unitId !== null ? [post.unitId] : [])),
]

const startOfDay = ({ clock, district }: Ctx): Temporal.Instant =>
  Temporal.PlainDate.from(dayOf(clock.now(), district.timeZone))
    .toZonedDateTime(district.timeZone)
    .toInstant()

async function toFieldRows(ctx: Ctx, tx: Tx, found: readonly Case[]): Promise<FieldRow[]> {
  const ids = found.map((row) => row.id)
  const stories = await loadStories(tx, ids)
  const parts = await selectPartsOf(tx, ids, unitsOf(ctx))
  const rows = await toRows(ctx, tx, found, stories)
  const matters = await mattersEver(ctx)
  const spots = await spotsOf(ctx, tx, found)
  return rows.map((row, index) => {
    const part = ownPart(ctx, found[index]!, parts.get(row.id) ?? [])
    const evidence = row.matter && matters.get(row.matter.code)?.evidence
    return {
      ...row,
      next: fieldStep(part, stories.get(row.id) ?? []),
      running: row.account.stoppedAt === null && row.light !== 'none',
      needsPhoto: evidence?.photo ?? false,
      spot: spots.get(row.id) ?? null,
    }
  })
}
