import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { type Case, casesByIds } from '../case.sql.ts'
import type { AreaAsked } from '../figures/area-asked.ts'
import type { CountName } from '../figures/measures.contract.ts'
import { namesFor } from '../names.ts'
import { isEnded } from '../stage.rule.ts'
import { selectTextsOf } from '../text.sql.ts'
import type { Wall, WallCase } from './contract.ts'
import { selectHot, selectLatest, selectLights, selectNamed, selectSoon } from './wall.sql.ts'

const mostNamed = 8
const mostInStream = 20

/** What a wall tells as it happens: what a neighbour would call news. */
const told: readonly CountName[] = ['accepted', 'resolved', 'replied', 'rated', 'reopened', 'closed']

/** The cases that a wall names: what turns red next, what many report, what happened last today. */
export async function wallCases(
  ctx: Ctx,
  tx: Tx,
  { area, atlas }: AreaAsked,
  now: Temporal.Instant,
): Promise<Pick<Wall, 'hot' | 'soon' | 'stream'>> {
  const soon = await selectSoon(tx, area.id, now, mostNamed)
  const hot = await selectHot(tx, area.id, mostNamed)
  const today = now.toZonedDateTimeISO(ctx.district.timeZone).startOfDay().toInstant()
  const latest = await selectLatest(tx, area.id, told, today, mostInStream)
  const ids = [...new Set([...soon, ...hot, ...latest].map(({ caseId }) => caseId))]
  const cases = await casesByIds(tx, ids)
  const sayable = await selectNamed(tx, ids)
  const lights = await selectLights(tx, ids, now)
  const texts = await selectTextsOf(tx, [...sayable], ['summary'])
  const summaries = new Map(texts.map(({ subject, body }) => [subject, body]))
  const names = await namesFor(
    ctx,
    tx,
    cases.map(({ leadUnitId }) => leadUnitId),
  )
  // No nearer than the community: who passes a wall must not learn at whose door it is.
  const placeOf = ({ areaId }: Case) => {
    const place = atlas.known(areaId)
    return names.place((atlas.communityOf(place) ?? place).id)
  }
  const shown = new Map(
    cases.map((row): [string, WallCase] => [
      row.id,
      {
        id: row.id,
        number: row.number,
        stage: row.stage,
        light: isEnded(row.stage) ? 'none' : (lights.get(row.id) ?? 'none'),
        matter: names.matter(row.matter),
        summary: summaries.get(row.id) ?? null,
        place: placeOf(row),
        unit: names.unit(row.leadUnitId),
      },
    ]),
  )
  const each = <Item extends { readonly caseId: string }, More>(
    items: readonly Item[],
    more: (item: Item) => More,
  ) =>
    items.flatMap((item) => {
      const found = shown.get(item.caseId)
      return found ? [{ ...found, ...more(item) }] : []
    })
  return {
    soon: each(soon, ({ redAt }) => ({ redAt: iso(redAt!) })),
    hot: each(hot, ({ reports }) => ({ reports })),
    stream: each(latest, ({ count, at }) => ({ count, at: iso(at) })),
  }
}
