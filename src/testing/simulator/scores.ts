import type { Assessment } from '../../evaluation/contract.ts'
import type { World } from '../world-over.ts'
import { firstDifference } from './difference.ts'
import { Disagreement } from './disagreement.ts'
import type { CaseFact } from './second-opinion/facts.ts'
import { headOf } from './second-opinion/months.ts'
import { type Standing, standingsOf } from './second-opinion/scores.ts'
import type { Line } from './second-opinion/story.ts'

interface Asked {
  readonly facts: readonly CaseFact[]
  /** Lines of the assessment itself. */
  readonly assessment: readonly Line[]
  readonly month: string
  readonly today: string
  readonly now: number
}

/** Holds a month's scores, both ways, to a plain sum of the facts. Returns how many measures had enough to say something. */
export async function checkScores(
  world: World,
  { facts, assessment, month, today, now }: Asked,
): Promise<number> {
  let said = 0
  for (const direction of ['down', 'up']) {
    const { head, formula, units } = await world
      .as('centre')
      .sees<Assessment>(`/api/assessment?direction=${direction}&month=${month}`)
    const { closedAt: _, ...shownHead } = head
    const wrong = firstDifference(headOf(assessment, month, today, formula.objectionDays), shownHead)
    if (wrong) throw new Disagreement(`${month} ${wrong}`)
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
      firstDifference({ measures: expected }, { measures }) ??
      units.map(({ unit, scoreTenths }) => offBy(standings.get(unit.id)!, scoreTenths)).find((one) => one)
    if (difference) throw new Disagreement(`scores ${month} ${direction} ${difference}`)
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
