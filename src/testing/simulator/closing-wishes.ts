import type { Life } from './life.ts'
import type { Told } from './second-opinion/story.ts'
import { type Known, type Likely, minutes, wish } from './wish.ts'

/** What those do who look at closings, call reporters back, and decide whether a case is done once more. */
export function closingWishes(life: Life, told: Told, known: Known): Likely[] {
  const { random, closing } = known
  const desk = told.confidential || random.next() < 0.5 ? 'centre' : (life.spot.street ?? 'centre')
  const reason = '到现场看过了'
  const looks = (verdict: string, weight: number): Likely => [
    weight,
    wish(desk, 'look-at-closing', { verdict, reason }, minutes(random, [60, 3000])),
  ]
  const granted = random.next() < 0.5
  return [
    ...(closing.marks.length > 0 ? [looks('in_order', 0.1), looks('not_in_order', 0.04)] : []),
    ...(closing.asks === null
      ? []
      : [[1, wish('centre', 'decide-reopening', { granted, reason }, minutes(random, [60, 2500]))] as const]),
    ...(told.stage === 'replied' || told.stage === 'checked' || told.stage === 'closed'
      ? [[told.rating === null ? 0.25 : 0.03, callBack(desk, known)] as const]
      : []),
  ]
}

function callBack(desk: 'centre' | Life['spot']['street'], { random }: Known) {
  const outcome = random.pick(['answered', 'answered', 'not_reached', 'not_reached', 'declined'] as const)
  const solved = random.next() < 0.8
  const said = outcome === 'answered' ? { solved, rating: solved ? random.pick([2, 4, 5]) : 1 } : {}
  return wish(
    desk ?? 'centre',
    'call-back',
    { outcome, way: 'telephone', ...said },
    minutes(random, [60, 2000]),
  )
}
