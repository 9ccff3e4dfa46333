import type { Key } from '../../kernel/keyset.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/kept.ts'
import type { EmergencyKind } from './contract.ts'
import { readKinds } from './kind.sql.ts'
import { kindOn } from './kinds.rule.ts'
import { isOn, type Mode } from './mode.rule.ts'
import { readModes, type StandingMode } from './mode.sql.ts'

/**
 * Every emergency and kind, in memory: every queue asks, and nearly always none is on. Whoever writes them says `change`
 * first and `forget` after.
 */
export const keptEmergencies = keep('emergencies', async (db) => ({
  modes: await readModes(db),
  announced: await readKinds(db),
}))

type Asker = Pick<Ctx, 'clock' | 'district'>

/** The emergencies that are on now, drills among them, the oldest first. */
export async function modesNow(ctx: Asker): Promise<StandingMode[]> {
  const { modes } = await keptEmergencies.of(ctx)
  if (modes.length === 0) return []
  const now = ctx.clock.now()
  return modes.filter((mode) => isOn(mode, now))
}

/**
 * The emergencies by which a page is read: a list goes on to its end by those by which it was begun, by none where it was
 * begun by none, so that nothing is passed over and nothing shown twice when one is declared or ends between two pages.
 */
export async function modesOf(ctx: Asker, key: Pick<Key, 'by'> | null): Promise<readonly StandingMode[]> {
  if (key === null) return modesNow(ctx)
  const { by = [] } = key
  return by.length === 0 ? [] : (await modesEver(ctx)).filter(({ id }) => by.includes(id))
}

/** Every emergency that ever was: by which a clock that runs may have got its time. */
export const modesEver = async (ctx: Asker): Promise<readonly StandingMode[]> =>
  (await keptEmergencies.of(ctx)).modes

/** What a kind said on the day on which this was declared. */
export async function kindOfMode(
  ctx: Asker,
  { kind, fromAt }: Pick<Mode, 'kind' | 'fromAt'>,
): Promise<EmergencyKind> {
  const { announced } = await keptEmergencies.of(ctx)
  const found = kindOn(kind, dayOf(fromAt, ctx.district.timeZone), announced)
  if (!found) throw new Error(`an emergency of a kind that nobody announced: ${kind}`)
  return found
}

/** What each of these was declared as, by the id of its declaration; one that is unknown is left out. */
export async function emergencyNames(
  ctx: Asker,
  modeIds: readonly string[],
): Promise<Map<string, { readonly zh: string; readonly en: string }>> {
  if (modeIds.length === 0) return new Map()
  const found = (await modesEver(ctx)).filter(({ id }) => modeIds.includes(id))
  const named = found.map(async (mode) => {
    const { nameZh: zh, nameEn: en } = await kindOfMode(ctx, mode)
    return [mode.id, { zh, en }] as const
  })
  return new Map(await Promise.all(named))
}
