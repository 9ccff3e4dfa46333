import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/kept.ts'
import { currentMatters } from '../matters.ts'
import { learnAside } from './learn-aside.ts'
import { readLearned, saveLearned, selectLearnedOn } from './learned.sql.ts'
import type { Decided } from './linear.rule.ts'
import { type Pointed, pointTo } from './point.rule.ts'

/** It changes once a night, and is some megabytes. */
const lookEveryMs = 60_000

const keptLearned = keep('learned_matters', readLearned, lookEveryMs)

/** How well what was learned did on the cases decided last, before it had seen them. */
export interface Worth {
  readonly taught: number
  readonly tried: number
  readonly right: number
}

/** The matters that words point to, by decided cases and by keywords, and what the former are worth; null where nothing was learned. */
export async function pointedTo(
  ctx: Pick<Ctx, 'clock' | 'district'>,
  words: string,
): Promise<{ readonly pointed: readonly Pointed[]; readonly worth: Worth | null }> {
  const [matters, learned] = [await currentMatters(ctx), await keptLearned.of(ctx)]
  const worth = learned && { taught: learned.taught, tried: learned.tried, right: learned.right }
  return { pointed: pointTo(words, matters, learned), worth }
}

/**
 * Learns anew from what was decided, unless that was done today, and says whether it did. What was erased since, or decided
 * otherwise, is unlearned thereby.
 * @throws the signal's reason where the program is to stop.
 */
export async function learnMatters(
  system: Ctx,
  decided: () => Promise<readonly Decided[]>,
  signal: AbortSignal,
): Promise<boolean> {
  system.must('case.screen')
  const today = dayOf(system.clock.now(), system.district.timeZone)
  if ((await system.read(selectLearnedOn)) === today) return false
  const given = { decided: await decided(), matters: await currentMatters(system) }
  const learned = await learnAside(given, signal)
  await system.transaction(async (tx) => {
    await keptLearned.change(tx)
    await saveLearned(tx, today, learned)
  })
  keptLearned.forget(system)
  return learned !== null
}
