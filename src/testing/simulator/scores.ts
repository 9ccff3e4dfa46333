import type { Assessment } from '../../evaluation/contract.ts'
import type { World } from '../world-over.ts'
import { firstDifference } from './difference.ts'
import { Disagreement } from './disagreement.ts'
import type { CaseFact } from './second-opinion/facts.ts'
import type { Minutes } from './second-opinion/minutes.ts'
import { type Standing, standingsOf } from './second-opinion/scores.ts'

/** Holds this month's scores, both ways, to a plain sum of the facts. Returns how many measures had enough to say something. */
export async function checkScores(
  world: World,
  facts: readonly CaseFact[],
  now: number,
  minutes: Minutes,
): Promise<number> {
  let said = 0
  const month = minutes.nameOf(minutes.dayOf(now)).slice(0, 7)
  for (const direction of ['down', 'up']) {
    const { head, formula, units } = await world
      .as('centre')
      .sees<Assessment>(`/api/assessment?direction=${direction}`)
    const own = directions[direction]!
    const weights = formula.weights.filter(({ measure }) => own.includes(measure))
    const standings = standingsOf(facts, weights, month, now)
    const measures = Object.fromEntries(
      units.map(({ unit, measures: shown }) => [
        unit.id,
        Object.fromEntries(
          shown.map(({ measure, points, facts: count }) => [
            measure,
            count === null ? null : { points, facts: count },
          ]),
        ),
      ]),
    )
    const expected = Object.fromEntries([...standings].map(([id, one]) => [id, one.measures]))
    const difference =
      firstDifference({ month, measures: expected }, { month: head.month, measures }) ??
      units.map(({ unit, scoreTenths }) => offBy(standings.get(unit.id)!, scoreTenths)).find((one) => one)
    if (difference) throw new Disagreement(`scores ${direction} ${difference}`)
    said += units.flatMap(({ measures: shown }) => shown.filter(({ facts: count }) => count !== null)).length
  }
  return said
}

/** A score is shown in tenths, half up. */
function offBy({ score }: Standing, tenths: number | null): string | null {
  const isSame =
    score === null || tenths === null ? score === tenths : Math.abs(score * 10 - tenths) <= 0.5 + 1e-9
  return isSame ? null : `${String(tenths)} tenths should be ${String(score)} percent`
}

/** 上评下: how units did; 下评上: how those did who were called or assisted. */
const directions: Readonly<Record<string, readonly string[]>> = {
  down: ['responded', 'resolved', 'solved', 'satisfied', 'stood'],
  up: [
    'signed',
    'arrived',
    'answered',
    'promptness',
    'result',
    'attitude',
    'assisted',
    'assist_mark',
    'support_mark',
  ],
}
