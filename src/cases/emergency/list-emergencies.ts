import { atlasOf } from '../../areas/door.ts'
import { areasFor } from '../../people/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { selectTextsOf } from '../text.sql.ts'
import type {
  EmergencyPage,
  EmergencyQuery,
  EmergencyRow,
  OwnEmergencies,
  PublicEmergencies,
  PublicEmergency,
} from './contract.ts'
import { endOf, isOn, touches } from './mode.rule.ts'
import type { StandingMode } from './mode.sql.ts'
import { kindOfMode, modesEver, modesNow } from './modes-now.ts'
import { countRoster, selectOwnCalls } from './roster.sql.ts'

/** What everybody may know of the emergencies that are on; drills are none. */
export async function publicEmergencies(ctx: Ctx): Promise<PublicEmergencies> {
  ctx.must('board.read')
  const on = (await modesNow(ctx)).filter(({ drill }) => !drill)
  if (on.length === 0) return { rows: [] }
  return ctx.read(async (tx) => {
    const words = await wordsOf(tx, on)
    return { rows: await Promise.all(on.map((mode) => toPublic(ctx, mode, words))) }
  })
}

/** The emergencies, drills among them, that are on where the asker works, with what they were told. */
export async function ownEmergencies(ctx: Ctx): Promise<OwnEmergencies> {
  ctx.must('case.see')
  const { accountId, posts } = ctx.who
  const on = await modesNow(ctx)
  if (on.length === 0 || accountId === null) return { rows: [] }
  const atlas = await atlasOf(ctx)
  const paths = posts.map(({ areaId }) => atlas.known(areaId).path)
  return ctx.read(async (tx) => {
    const calls = await selectOwnCalls(
      tx,
      accountId,
      on.map(({ id }) => id),
    )
    const mine = on.filter((mode) => calls.has(mode.id) || paths.some((path) => touches(mode, path)))
    const words = await wordsOf(tx, mine)
    const rows = mine.map(async (mode) => {
      const { lines: _, ...open } = await toPublic(ctx, mode, words)
      const call = calls.get(mode.id)
      return {
        ...open,
        kind: mode.kind,
        drill: mode.drill,
        level: mode.level,
        untilAt: mode.untilAt && iso(mode.untilAt),
        streetId: mode.path[1] ?? null,
        mine: call
          ? { toldAt: iso(call.toldAt), acknowledgedAt: call.acknowledgedAt && iso(call.acknowledgedAt) }
          : null,
      }
    })
    return { rows: await Promise.all(rows) }
  })
}

/** What was declared where the asker may declare, the newest first. */
export async function listEmergencies(ctx: Ctx, { after, limit }: EmergencyQuery): Promise<EmergencyPage> {
  ctx.must('emergency.declare')
  const areas = areasFor(ctx.who, 'emergency.declare')
  const found = (await modesEver(ctx))
    .filter(
      ({ id, path }) => path.some((area) => areas.includes(area)) && (after === undefined || id < after),
    )
    .toReversed()
    .slice(0, limit + 1)
  const shown = found.slice(0, limit)
  return ctx.read(async (tx) => {
    await tx.narrow(areas)
    const rows = await headsOf(ctx, tx, shown)
    return { rows, next: found.length > limit ? shown.at(-1)!.id : null }
  })
}

/** As its row shows it, with how many were told and have said so. */
export async function headsOf(ctx: Ctx, tx: Tx, modes: readonly StandingMode[]): Promise<EmergencyRow[]> {
  const counts = await countRoster(
    tx,
    modes.map(({ id }) => id),
  )
  const words = await wordsOf(tx, modes)
  const now = ctx.clock.now()
  return Promise.all(
    modes.map(async (mode): Promise<EmergencyRow> => {
      const { advice: _, lines: __, ...open } = await toPublic(ctx, mode, words)
      // What is over by its time is over, though nobody has written it yet.
      const end = isOn(mode, now) ? null : endOf(mode)
      return {
        ...open,
        kind: mode.kind,
        drill: mode.drill,
        level: mode.level,
        untilAt: mode.untilAt && iso(mode.untilAt),
        endedAt: end && iso(end),
        endedWhy: end && (mode.endedWhy ?? 'time'),
        ...(counts.get(mode.id) ?? { told: 0, acknowledged: 0 }),
      }
    }),
  )
}

async function wordsOf(tx: Tx, modes: readonly StandingMode[]): Promise<ReadonlyMap<string, string | null>> {
  const texts = await selectTextsOf(
    tx,
    modes.flatMap(({ id, wordsId }) => (wordsId === null ? [] : [id])),
    ['emergency_words'],
  )
  // Those that count: words that were put right stay beside them.
  const counting = new Set(modes.map(({ wordsId }) => wordsId))
  return new Map(texts.filter(({ id }) => counting.has(id)).map((text) => [text.subject, text.body]))
}

async function toPublic(
  ctx: Ctx,
  mode: StandingMode,
  words: ReadonlyMap<string, string | null>,
): Promise<PublicEmergency> {
  const kind = await kindOfMode(ctx, mode)
  const area = (await atlasOf(ctx)).known(mode.areaId)
  return {
    id: mode.id,
    name: { zh: kind.nameZh, en: kind.nameEn },
    area: { zh: area.nameZh, en: area.nameEn },
    fromAt: iso(mode.fromAt),
    advice: { zh: kind.adviceZh, en: kind.adviceEn },
    words: words.get(mode.id) ?? null,
    lines: [...kind.lines],
  }
}
