import type { StaffName } from '../world-people.ts'
import type { UnitName } from '../world-units.ts'
import { closingWishes } from './closing-wishes.ts'
import type { Life } from './life.ts'
import type { Told } from './second-opinion/story.ts'
import { type Known, type Likely, minutes, type Wish, wish } from './wish.ts'
import { workOf } from './work-wishes.ts'

/** What is done next with a case, by what its story says; null where nobody will do anything any more. */
export function wishFor(life: Life, told: Told, known: Known): Wish | null {
  const { random } = known
  // People grow tired of it: what goes on for ever is let be.
  if (life.acts > 60) return null
  if (random.next() < 0.04) return anything(life, told, known)
  const likely = (stages[told.stage] ?? (() => []))(life, told, known)
  const total = likely.reduce((sum, [weight]) => sum + weight, 0)
  let chance = random.next() * total
  for (const [weight, likeliest] of likely) {
    chance -= weight
    if (chance < 0) return likeliest
  }
  return null
}

type OfStage = (life: Life, told: Told, known: Known) => Likely[]

/** Who screens it and answers it: the desk nearest to its place. */
export const nearest = ({ spot }: Life, { confidential }: Told): StaffName =>
  confidential ? 'centre' : (spot.community ?? spot.street ?? 'centre')

/** Who dispatches a matter of its level there. */
const dispatcher = (life: Life, told: Told): StaffName => {
  const { level } = life.trouble
  if (told.confidential || level === 'district') return 'centre'
  return level === 'community' ? nearest(life, told) : (life.spot.street ?? 'centre')
}

const reporterMay = ({ random }: Known, withdraws: number): Likely[] => [
  [withdraws, wish('reporter', 'withdraw', {}, minutes(random, [5, 3000]))],
  [0.02, wish('reporter', 'add', { words: '又去看了一次，还是那样' }, minutes(random, [5, 900]))],
]

const screening: OfStage = (life, told, known) => {
  const { random } = known
  const by = life.trouble.matter === 'MJ01' ? 'centre' : nearest(life, told)
  const waits = random.next() < 0.05 ? minutes(random, [600, 4000]) : minutes(random, [2, 90])
  const into = known.another()
  const body = { matter: life.trouble.matter, summary: life.trouble.words, publish: random.next() < 0.9 }
  return [
    [0.86, wish(by, 'screen', body, waits)],
    [into ? 0.05 : 0, wish(by, 'join', { into }, waits)],
    [0.03, wish(by, 'decline', { reason: '不在受理范围' }, waits)],
    [
      0.02,
      wish(
        by,
        'refer',
        { door: random.pick(['self_government', 'mutual_help', 'service']), reason: '由邻里自己商量' },
        waits,
      ),
    ],
    ...reporterMay(known, 0.02),
  ]
}

const dispatching: OfStage = (life, told, known) => {
  const { random } = known
  const by = dispatcher(life, told)
  const waits = random.next() < 0.05 ? minutes(random, [600, 3000]) : minutes(random, [1, 60])
  const instead: UnitName = random.pick(
    told.confidential
      ? ['centre', 'urban', 'water']
      : ['urban', 'water', 'team1', 'team2', 'property1', 'committee2'],
  )
  const named = life.refused !== null || told.stage === 'returned' || random.next() < 0.06
  const lead = named ? { leadUnitId: known.unitId(instead), reason: '由这家办更快' } : {}
  const helpers =
    random.next() < 0.15
      ? random
          .shuffled(helping)
          .filter((name) => name !== instead)
          .slice(0, 1 + random.below(2))
      : []
  const assistUnitIds = told.confidential ? [] : helpers.map(known.unitId)
  return [
    [0.92, wish(by, 'dispatch', { ...lead, assistUnitIds }, waits)],
    [0.03, wish(nearest(life, told), 'decline', { reason: '核实后不属于公共事务' }, waits)],
    ...reporterMay(known, 0.015),
  ]
}
const helping: readonly UnitName[] = [
  'urban',
  'water',
  'team1',
  'team2',
  'property1',
  'committee1',
  'office2',
]

const answering: OfStage = (life, told, known) => {
  const { random } = known
  const waits = minutes(random, [5, 600])
  return [
    ...closingWishes(life, told, known),
    [0.85, wish(nearest(life, told), 'reply', { answer: '已经处理好了，请您看看' }, waits)],
    [0.07, wish('centre', 'check', { passed: false, note: '现场没有修好' }, waits)],
    [0.01, wish('centre', 'check', { passed: false, note: '照片看不清' }, minutes(random, [2000, 6000]))],
  ]
}

const rating: OfStage = (_life, _told, { random }) => {
  const solved = random.next() < 0.82
  const stars = solved ? random.pick([2, 3, 4, 5, 5, 5]) : random.pick([1, 1, 2])
  return [[0.4, wish('reporter', 'rate', { solved, rating: stars }, minutes(random, [30, 4000]))]]
}

const checking: OfStage = (life, told, known) => [
  ...rating(life, told, known),
  ...closingWishes(life, told, known),
  [0.55, wish('centre', 'check', { passed: true }, minutes(known.random, [20, 2000]))],
  [
    0.05,
    wish('centre', 'check', { passed: false, note: '回访说没有解决' }, minutes(known.random, [20, 2000])),
  ],
]

const closing: OfStage = (life, told, known) => [
  ...rating(life, told, known),
  ...closingWishes(life, told, known),
  [1.2, wish('centre', 'close', {}, minutes(known.random, [5, 900]))],
]

/** What was joined is the other's; now and then it was a mistake. */
const joined: OfStage = (life, told, known) => [
  [0.2, { ...screening(life, told, known)[0]![1], waits: minutes(known.random, [30, 4000]) }],
  [0.8, wish('reporter', 'rate', { solved: true, rating: 5 }, 60)],
]

/** Of what is closed little is heard; what its reporter asks for once more is decided. */
const after: OfStage = (life, told, known) => {
  if (known.closing.asks === null && known.random.next() > 0.2) return []
  return [...(told.rating === null ? rating(life, told, known) : []), ...closingWishes(life, told, known)]
}

const stages: Readonly<Record<string, OfStage>> = {
  accepted: screening,
  screened: dispatching,
  returned: dispatching,
  dispatched: workOf,
  signed: workOf,
  handling: workOf,
  paused: workOf,
  listed: workOf,
  resolved: answering,
  replied: checking,
  checked: closing,
  closed: after,
  joined,
}

const anybody: readonly StaffName[] = [
  'centre',
  'street',
  'street2',
  'community',
  'community2',
  'team',
  'head',
  'department',
  'property',
  'worker',
  'evaluator',
  'administrator',
]
const anyAct: readonly (readonly [string, object])[] = [
  ['screen', { matter: 'ZH01', summary: '大家都看看' }],
  ['dispatch', {}],
  ['decline', { reason: '不受理' }],
  ['sign', {}],
  ['arrive', {}],
  ['note', { note: '看过了' }],
  ['resolve', { note: '好了' }],
  ['request', { kind: 'extension', days: 30, reason: '等材料' }],
  ['request', { kind: 'listing', reason: '等大修' }],
  ['request', { kind: 'return', reason: '不归我们' }],
  ['resume', {}],
  ['reply', { answer: '好了' }],
  ['check', { passed: true }],
  ['check', { passed: false }],
  ['close', {}],
  ['acknowledge', {}],
]

/** Anything by anybody: most of it is refused. */
function anything(_life: Life, told: Told, { random }: Known): Wish {
  const asked = told.waiting[0]
  const waits = minutes(random, [1, 120])
  if (asked && random.next() < 0.3)
    return wish(random.pick(anybody), 'decide', { granted: true }, waits, { requestId: asked.id })
  const [verb, body] = random.pick(anyAct)
  return wish(random.pick(anybody), verb, body, waits)
}
