import { createHash } from 'node:crypto'
import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { nameIn, placeIn } from '../../kernel/names.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findUnit, mustBeStaff } from '../../organisations/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import type { SentList } from '../../platform/sheet/send-sheet.ts'
import type { TextRow } from '../../platform/sheet/write-sheet.ts'
import { may } from '../may.ts'
import { namesFor } from '../names.ts'
import type {
  EndPower,
  GivePower,
  PowerPage,
  PowerQuery,
  PowerReceipt,
  PowerSheetQuery,
  PowerState,
} from './power.contract.ts'
import { powerLine } from './power-events.ts'
import { powerSheetWords } from './power-sheet-words.rule.ts'
import { endPowerRow, insertPower, type StandingPower, selectPowers } from './powers.sql.ts'

const todayOf = (ctx: Pick<Ctx, 'clock' | 'district'>): string =>
  dayOf(ctx.clock.now(), ctx.district.timeZone)

/** What a line holds of a power's words: they may not change without a flaw. */
export const wordsHash = ({
  powerZh,
  powerEn,
  law,
  article,
  decision,
}: Pick<StandingPower, 'powerZh' | 'powerEn' | 'law' | 'article' | 'decision'>): string =>
  createHash('sha256').update([powerZh, powerEn, law, article, decision].join('\n')).digest('hex')

/** 赋权: a street is given a power of a department from a day on, on what basis. */
export async function givePower(ctx: Ctx, input: GivePower): Promise<PowerReceipt> {
  ctx.must('matter.manage')
  const atlas = await atlasOf(ctx)
  const street = atlas.known(input.streetId)
  if (street.kind !== 'street' || street.ended) throw new Refusal('power_street_unfit', { field: 'streetId' })
  return actOnce(ctx, input, async (tx) => {
    const from = await findUnit(tx, input.fromUnitId)
    if (from?.kind !== 'department') throw new Refusal('power_unit_unfit', { field: 'fromUnitId' })
    const now = ctx.clock.now()
    const id = newId(now.epochMilliseconds)
    const { requestId: _, ...given } = input
    const chain = atlas.district.id
    await insertPower(tx, { id, ...given, untilDay: null, chain })
    const { streetId, fromUnitId, fromDay } = input
    const data = { streetId, fromUnitId, fromDay, words: wordsHash(given) }
    tx.record(powerLine('power.delegated', { chain, subject: id, occurredAt: now, data }))
    return { id }
  })
}

/** The street has it no more from a day on, today or later. Refuses `power_day_unfit` and `power_ended`. */
export async function endPower(ctx: Ctx, id: string, input: EndPower): Promise<PowerReceipt> {
  ctx.must('matter.manage')
  const { untilDay } = input
  if (untilDay < todayOf(ctx)) throw new Refusal('power_day_unfit', { field: 'untilDay' })
  const whole = { ...input, id, act: 'end_power' }
  return actOnce(ctx, whole, async (tx) => {
    const { chain } = await endPowerRow(tx, id, untilDay)
    tx.record(powerLine('power.ended', { chain, subject: id, data: { untilDay } }))
    return { id }
  })
}

const stateOf = ({ fromDay, untilDay }: StandingPower, today: string): PowerState => {
  if (untilDay !== null && untilDay <= today) return 'ended'
  return fromDay > today ? 'to_come' : 'in_force'
}

/** For all staff. */
export async function listPowers(ctx: Ctx, query: PowerQuery): Promise<PowerPage> {
  mustBeStaff(ctx)
  const today = todayOf(ctx)
  return ctx.read(async (tx) => {
    const found = await selectPowers(tx, today, { ...query, limit: query.limit + 1 })
    const shown = found.slice(0, query.limit)
    const names = await namesFor(
      ctx,
      tx,
      shown.map(({ fromUnitId }) => fromUnitId),
    )
    return {
      rows: shown.map(({ streetId, fromUnitId, chain: _, ...power }) => ({
        ...power,
        street: names.place(streetId),
        fromUnit: names.unit(fromUnitId)!,
        state: stateOf({ streetId, fromUnitId, chain: _, ...power }, today),
      })),
      next: found.length > query.limit ? shown.at(-1)!.id : null,
      keeps: offersKeeping(ctx),
    }
  })
}

/** Whether a page offers to give and end powers; doing it asks again. */
const offersKeeping = (ctx: Ctx): boolean => may(ctx, 'matter.manage', {})

/** The same as a sheet. */
export async function powerSheet(ctx: Ctx, { language, ...query }: PowerSheetQuery): Promise<SentList> {
  mustBeStaff(ctx)
  const words = powerSheetWords[language]
  const rows: TextRow[] = []
  for (let after: string | undefined; ; ) {
    const page = await listPowers(ctx, { ...query, limit: 100, ...(after === undefined ? {} : { after }) })
    for (const { street, fromUnit, powerZh, powerEn, state, ...power } of page.rows)
      rows.push([
        placeIn(language, street),
        language === 'zh' ? powerZh : powerEn,
        ...[power.law, power.article, power.decision],
        nameIn(language, fromUnit),
        ...[power.fromDay, power.untilDay, words.states[state]],
      ])
    if (page.next === null) break
    after = page.next
  }
  const atlas = await atlasOf(ctx)
  const street = query.streetId === undefined ? [] : [atlas.known(query.streetId)]
  return {
    fileName: 'powers',
    title: words.title,
    filters: [
      ...(query.list === 'all' ? [] : [[words.list, words.lists[query.list]] as const]),
      ...street.map(({ nameZh, nameEn }) => [words.street, language === 'zh' ? nameZh : nameEn] as const),
    ],
    header: words.header,
    rows,
    language,
    chain: atlas.district.id,
  }
}
