import type { Random } from '../../kernel/random.ts'
import { elsewhere, onTheSpot } from '../whistle-acts.ts'
import type { StaffName } from '../world-people.ts'
import type { UnitName } from '../world-units.ts'
import type { ToldCall, ToldWhistle } from './second-opinion/whistle.ts'
import { characters } from './town.ts'
import { minutes } from './wish.ts'

/** One whistle as the town knows it. */
export interface WhistleLife {
  readonly id: string
  readonly street: StaffName
  plan: number
  acts: number
}

/** What somebody means to do about a whistle: with one of its calls, or with the whole. */
export interface WhistleWish {
  readonly by: StaffName
  readonly callId: string | null
  readonly verb: string
  readonly body: object
  readonly waits: number
  readonly sentLater?: number
}

type Likely = readonly [weight: number, wish: WhistleWish]
type Name = (unitId: string) => UnitName

/** What is done next about a whistle; null where nobody will do anything any more. */
export function whistleWishFor(
  { street, acts }: WhistleLife,
  told: ToldWhistle,
  known: { readonly random: Random; readonly unitName: Name; readonly unitId: (name: UnitName) => string },
): WhistleWish | null {
  const { random, unitName } = known
  if (acts > 60 || told.isHidden) return null
  const likely = [
    ...ofStreet(street, told, known),
    ...[...told.calls.values()].flatMap((call) => ofCall(street, call, random, unitName)),
  ]
  const total = likely.reduce((sum, [weight]) => sum + weight, 0)
  let chance = random.next() * total
  for (const [weight, likeliest] of likely) {
    chance -= weight
    if (chance < 0) return likeliest
  }
  return null
}

const over = ['refused', 'declined', 'absent', 'released']

function ofStreet(
  by: StaffName,
  told: ToldWhistle,
  { random, unitId }: { readonly random: Random; readonly unitId: (name: UnitName) => string },
): Likely[] {
  const whole = (verb: string, body: object, span: readonly [number, number]): WhistleWish => {
    return { by, callId: null, verb, body, waits: minutes(random, span) }
  }
  const isWarranted = random.next() < 0.75
  const more = random.pick(['urban', 'water', 'team1', 'team2', 'property1'] as const)
  const review = { warranted: isWarranted, ...(isWarranted ? {} : { reason: '不必吹哨' }) }
  const waits = told.review !== 'none' && told.reviewed === null
  const isOver = [...told.calls.values()].every(({ stage }) => over.includes(stage))
  const sounding = told.stage === 'sounding'
  return [
    ...(waits ? [[sounding ? 0.3 : 2, whole('review', review, [5, 400])] as const] : []),
    ...(sounding && isOver ? [[0.8, whole('end', { result: '现场处理完毕' }, [10, 900])] as const] : []),
    ...(sounding ? [[0.06, whole('units', { unitIds: [unitId(more)] }, [5, 120])] as const] : []),
    ...(sounding ? [[0.04, whole('acknowledge', {}, [5, 300])] as const] : []),
  ]
}

/** Of one unit: what it does itself, and what the street says to it. */
function ofCall(street: StaffName, call: ToldCall, random: Random, unitName: Name): Likely[] {
  const [own, character] = characters[unitName(call.unitId)] ?? [null, null]
  const rates = call.how === 'whistled' && over.includes(call.stage) && call.marks === null
  const rating = { result: 1 + random.below(5), attitude: 1 + random.below(5) }
  const given = random.next() < 0.5 ? rating : { ...rating, promptness: 1 + random.below(5) }
  const of = (by: StaffName, verb: string, body: object, span: readonly [number, number]): WhistleWish => {
    return { by, callId: call.id, verb, body, waits: minutes(random, span) }
  }
  const said: Likely[] = [
    ...(rates ? [[0.3, of(street, 'rate', given, [10, 2000])] as const] : []),
    ...(call.stage === 'released'
      ? []
      : [[0.04, of(street, 'press', { words: '请尽快到场' }, [5, 200])] as const]),
    ...streetMay(call, (verb, weight, span) => [weight, of(street, verb, {}, span)]),
  ]
  if (own === null) return said
  const vanished = random.next() < character.vanishes + 0.1 ? minutes(random, [200, 3000]) : 0
  const waits: readonly [number, number] = [vanished + 1, vanished + Math.min(240, character.signs[1])]
  const mine = owns[call.stage] ?? []
  return [
    ...said,
    ...mine.map(([weight, verb]): Likely => {
      if (verb === 'refuse')
        return [weight * (character.givesBack * 4), of(own, verb, { words: '人手不够' }, waits)]
      if (verb === 'arrive') return [weight, arrival(of(own, verb, {}, waits), random)]
      const later = verb === 'act' && random.next() < 0.15 ? { sentLater: minutes(random, [5, 120]) } : {}
      return [weight, { ...of(own, verb, {}, waits), ...later }]
    }),
  ]
}

/** What a unit does at each stage, and how likely. */
const owns: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  called: [
    [0.7, 'sign'],
    [0.15, 'arrive'],
    [0.15, 'refuse'],
  ],
  absent: [
    [0.3, 'sign'],
    [0.1, 'arrive'],
    [0.05, 'refuse'],
  ],
  refused: [[0.1, 'sign']],
  declined: [[0.1, 'sign']],
  signed: [
    [0.4, 'contact'],
    [0.5, 'arrive'],
    [0.05, 'refuse'],
  ],
  contacted: [
    [0.8, 'arrive'],
    [0.03, 'refuse'],
  ],
  arrived_elsewhere: [[0.4, 'arrive']],
  arrived: [[0.7, 'act']],
}

function streetMay(
  { stage }: ToldCall,
  likely: (verb: string, weight: number, span: readonly [number, number]) => Likely,
): Likely[] {
  switch (stage) {
    case 'called':
      return [likely('release', 0.02, [5, 100])]
    case 'signed':
    case 'contacted':
      return [likely('confirm', 0.05, [5, 200]), likely('release', 0.03, [5, 200])]
    case 'arrived_elsewhere':
      return [likely('confirm', 0.4, [5, 300]), likely('release', 0.05, [5, 200])]
    case 'arrived':
      return [likely('release', 0.2, [20, 400])]
    case 'acted':
      return [likely('release', 0.8, [5, 600])]
    default:
      return []
  }
}

/** On the spot, elsewhere, without saying where, or said later. */
function arrival(one: WhistleWish, random: Random): WhistleWish {
  const chance = random.next()
  if (chance < 0.6) return { ...one, body: { point: onTheSpot } }
  if (chance < 0.75) return { ...one, body: { point: elsewhere } }
  return chance < 0.88 ? one : { ...one, body: { point: onTheSpot }, sentLater: minutes(random, [5, 200]) }
}
