import { atlasOf, mapPointsOf } from '../../areas/door.ts'
import { nameIn } from '../../kernel/names.ts'
import { mattersEver } from '../../matters/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SheetLanguage } from '../../platform/sheet/send-sheet.ts'
import { turns } from '../../platform/turns.ts'
import type { Stage } from '../contract.ts'
import type { OpenCase, OpenDataMonths } from './open-data.contract.ts'
import { firstOnBoard, type OpenRow, selectOpenRows } from './open-data.sql.ts'

/** So many rows are read at a time. */
const rowsAtOnce = 1000
/** Pages of all files are read two at a time: whoever asks for many takes no connection from those who wait for a page. */
const inTurn = turns(2)

/** The months of which there is open data, the newest first: from the first case on the board to now. */
export async function openDataMonths(ctx: Ctx): Promise<OpenDataMonths> {
  ctx.must('board.read')
  const { timeZone } = ctx.district
  const first = await ctx.read(firstOnBoard)
  if (first === null) return { months: [] }
  const monthOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth()
  const from = monthOf(first)
  const months: string[] = []
  for (
    let month = monthOf(ctx.clock.now());
    Temporal.PlainYearMonth.compare(month, from) >= 0;
    month = month.subtract({ months: 1 })
  )
    months.push(month.toString())
  return { months }
}

/** A case with the middle of its community (WGS-84 degrees), where that has an outline. */
export interface PlacedCase extends OpenCase {
  readonly at: readonly [lon: number, lat: number] | null
}

/**
 * Cases of the public board that were accepted in a month, the oldest first, page by page: what changes on the board while
 * it is read may stand as it was or as it is. Whoever calls has seen that the asker may read the board.
 */
export async function* openCases(
  ctx: Ctx,
  { month, language }: { readonly month: string; readonly language: SheetLanguage },
  atOnce = rowsAtOnce,
): AsyncGenerator<PlacedCase> {
  const { timeZone } = ctx.district
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
  const beginning = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant()
  const span = { since: beginning(first), until: beginning(first.add({ months: 1 })) }
  let after: OpenRow | undefined
  for (;;) {
    const { rows, placed } = await inTurn(() =>
      ctx.read(async (tx) => {
        const found = await selectOpenRows(tx, span, after, atOnce)
        const communities = found.map(({ communityId }) => communityId)
        return { rows: found, placed: await mapPointsOf(ctx, tx, communities) }
      }),
    )
    const written = await writer(ctx, language)
    for (const row of rows) yield { ...written(row), at: placed.get(row.communityId) ?? null }
    if (rows.length < atOnce) return
    after = rows.at(-1)
  }
}

/** Writes rows as open data: names are looked up from memory. */
async function writer(ctx: Ctx, language: SheetLanguage): Promise<(row: OpenRow) => OpenCase> {
  const atlas = await atlasOf(ctx)
  const matters = await mattersEver(ctx)
  const dayIn = (at: Temporal.Instant | null) => at && dayOf(at, ctx.district.timeZone)
  return (row) => {
    const matter = matters.get(row.matter)
    const place = atlas.known(row.communityId)
    // What was reported of a whole street lies in no community.
    const community = place.kind === 'community' ? place : null
    const street = atlas.stepsOf(place).find(({ kind }) => kind === 'street')
    return {
      number: row.number,
      matter: row.matter,
      matterName: matter ? nameIn(language, matter) : row.matter,
      street: street ? nameIn(language, street) : '',
      communityCode: community?.code ?? '',
      community: community ? nameIn(language, community) : '',
      acceptedOn: dayOf(row.acceptedAt, ctx.district.timeZone),
      resolvedOn: dayIn(row.resolvedAt),
      closedOn: dayIn(row.closedAt),
      stage: row.stage as Stage,
      // Where there was no deadline nothing was in time: rates leave it out, as the figures do.
      inTime: row.resolvedAt && row.dueAt && Temporal.Instant.compare(row.resolvedAt, row.dueAt) <= 0,
      rating: row.rating,
      reports: row.reports,
    }
  }
}
