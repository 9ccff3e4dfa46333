import type { CaseFact } from './facts.ts'
import type { Minutes } from './minutes.ts'
import type { ToldCall, ToldWhistle } from './whistle.ts'

type Found = Pick<CaseFact, 'measure' | 'countsAt' | 'pending' | 'points' | 'outOf'>

/** Everything that a whistle says of the units that it called. */
export function whistleFactsOf(told: ToldWhistle, minutes: Minutes): CaseFact[] {
  const { sounded, warranted, isPractice, isHidden, calls } = told
  if (sounded === null || warranted === false || isPractice || isHidden) return []
  return [...calls.values()]
    .filter(({ how }) => how === 'whistled')
    .flatMap((call) =>
      [...duty(call, 'signed'), ...duty(call, 'arrived'), ...stayed(call), ...marked(call)].map((fact) => ({
        ...fact,
        unitId: call.unitId,
        round: 1,
        matter: null,
        takenOut: false,
        month: minutes.nameOf(minutes.dayOf(fact.countsAt)).slice(0, 7),
      })),
    )
}

/** Done by the deadline; refused before it is a no from then on; released before it, it is owed no more. */
function duty(call: ToldCall, measure: 'signed' | 'arrived'): Found[] {
  const due = (measure === 'signed' ? call.signDue : call.reportDue)!
  const done = call[measure]
  const no = { measure, countsAt: due, pending: false, points: 0, outOf: 1 }
  if (done !== null) return [done <= due ? { ...no, countsAt: done, points: 1 } : no]
  if (call.stage === 'refused' && call.refused! < due) return [{ ...no, countsAt: call.refused! }]
  if (call.released !== null) return call.released > due ? [no] : []
  // Whoever is written down as absent has not signed for good, as far as anybody knows by now.
  return [{ ...no, pending: !(measure === 'signed' && call.absent !== null) }]
}

/** Never absent and never refused, which is known when it is released. */
function stayed({ absent, refused, released }: ToldCall): Found[] {
  const fact = { measure: 'answered', pending: false, outOf: 1 }
  const broke = [absent, refused].filter((one) => one !== null)
  if (broke.length > 0) return [{ ...fact, countsAt: absent ?? refused!, points: 0 }]
  return released === null ? [] : [{ ...fact, countsAt: released, points: 1 }]
}

function marked({ marks, rated }: ToldCall): Found[] {
  if (!marks) return []
  return (['promptness', 'result', 'attitude'] as const).map((measure) => ({
    measure,
    countsAt: rated!,
    pending: false,
    points: marks[measure],
    outOf: 5,
  }))
}
