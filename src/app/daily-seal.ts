import { atlasOf } from '../areas/door.ts'
import { learnFromScreenings, sweepErasedPhotos, tellReports } from '../cases/door.ts'
import { systemCtx } from '../people/door.ts'
import type { Clock } from '../platform/clock.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx, District } from '../platform/ctx.ts'
import type { SealFile } from '../platform/seal.ts'
import { sealDay } from '../platform/seal.ts'
import { sweep } from '../platform/sweep.ts'
import { isRecordedBefore } from './district.sql.ts'
import { keepTerms } from './retention.ts'

/** Local time at which the day before is sealed. */
const sealTime = Temporal.PlainTime.from('00:05')
/** A machine that slept has slow timers: the clock is looked at again this often. */
const longestWaitMs = 600_000

/** The next moment, after `now`, at which a day is sealed. */
export function nextSealAt(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const sealAt = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone, plainTime: sealTime }).toInstant()
  const todays = sealAt(today)
  return Temporal.Instant.compare(todays, now) > 0 ? todays : sealAt(today.add({ days: 1 }))
}

/**
 * Seals the local day before `clock`'s, unless that is done or nothing was recorded until then.
 * Returns the seal that stands now, or null where there was nothing to seal.
 */
export async function sealYesterday(district: District, clock: Clock): Promise<SealFile | null> {
  const { timeZone } = district
  const today = clock.now().toZonedDateTimeISO(timeZone).startOfDay()
  if (!(await isRecordedBefore(district, today.toInstant()))) return null
  return sealDay(district, clock, dayOf(today.subtract({ days: 1 }).toInstant(), timeZone))
}

/** What the program does of itself each night, once a district is set up; last what takes up to a minute. */
async function asTheProgram(
  parts: Pick<Ctx, 'district' | 'clock' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  const atlas = await atlasOf(parts)
  if (atlas.isEmpty) return
  const system = systemCtx(parts, [atlas.district.id])
  await tellReports(system)
  await learnFromScreenings(system, signal)
}

export interface DailySeal {
  readonly stop: () => Promise<void>
}

/** Seals yesterday now, where that was missed, and sweeps; from then on every night. A failure is logged and tried again. */
export function runDailySeal(district: District, clock: Clock, log: Ctx['log']): DailySeal {
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let dueAt = clock.now()
  const round = async (): Promise<void> => {
    const now = clock.now()
    if (Temporal.Instant.compare(now, dueAt) >= 0) {
      try {
        await sealYesterday(district, clock)
        await sweepErasedPhotos(district)
        await sweep(district, clock)
        await keepTerms({ district, clock, log })
        await asTheProgram({ district, clock, log }, stopping.signal)
        dueAt = nextSealAt(now, district.timeZone)
      } catch (error) {
        if (stopping.signal.aborted) return
        log.error({ err: error }, 'the nightly round failed; it is tried again')
      }
    }
    const waitMs = dueAt.epochMilliseconds - clock.now().epochMilliseconds
    if (!stopping.signal.aborted) timer = setTimeout(next, Math.min(Math.max(waitMs, 1000), longestWaitMs))
  }
  let running = round()
  const next = (): void => {
    running = round()
  }
  return {
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
