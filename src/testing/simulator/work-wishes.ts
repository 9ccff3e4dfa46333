import type { Random } from '../../kernel/random.ts'
import { closingWishes } from './closing-wishes.ts'
import type { Life } from './life.ts'
import type { Told, ToldPart, Waiting } from './second-opinion/story.ts'
import { type Character, withPhoto } from './town.ts'
import { type Actor, characterOf, type Known, type Likely, minutes, type Wish, wish } from './wish.ts'

/** What those do who have a case in hand, who decide what they ask for, and who press them. */
export function workOf(life: Life, told: Told, known: Known): Likely[] {
  const { random } = known
  return [
    ...told.parts.flatMap((part) => ofPart(life, told, part, known)),
    ...told.waiting.map((asked): Likely => [1.2, decision(life, told, asked, known)]),
    ...pressing(life, told, known),
    ...closingWishes(life, told, known),
    [0.02, wish('reporter', 'add', { words: '请快一点' }, minutes(random, [5, 900]))],
    [0.012, wish('reporter', 'withdraw', {}, minutes(random, [5, 3000]))],
    [0.02, wish('worker', 'note', { note: '路过看了一眼' }, minutes(random, [5, 900]))],
    // Nobody may be left to act for it: somebody looks again some day.
    [0.05, wish('street', 'acknowledge', {}, minutes(random, [1500, 9000]))],
  ]
}

function ofPart(life: Life, told: Told, part: ToldPart, known: Known): Likely[] {
  const acting = characterOf(part, known)
  if (!acting || part.stage === 'returned' || part.stage === 'resolved') return []
  const [by, character] = acting
  const { random } = known
  const vanished = random.next() < character.vanishes ? minutes(random, [10_000, 40_000]) : 0
  const more = { atNight: character.atNight }
  const asks = told.waiting.some(({ unitId }) => unitId === part.unitId)
    ? []
    : asking(by, part, character, known)
  if (part.stage === 'dispatched') {
    const waits = vanished + minutes(random, character.signs)
    return [
      [0.6, late(wish(by, 'sign', {}, waits, more), character, random)],
      [
        0.3,
        late(wish(by, 'arrive', { point: { lon: 120.0031, lat: 30.0033 } }, waits, more), character, random),
      ],
      ...asks,
    ]
  }
  if (part.stage === 'paused' || part.stage === 'listed') return standing(life, part, known)
  const waits = vanished + minutes(random, character.works)
  const photo = withPhoto.has(told.matter ?? '') && random.next() < 0.97
  return [
    [
      0.7,
      late(wish(by, 'resolve', { note: '已办好' }, waits, { ...more, withPhoto: photo }), character, random),
    ],
    [0.15, late(wish(by, 'note', { note: '在等零件' }, Math.floor(waits / 3), more), character, random)],
    [0.05, late(wish(by, 'arrive', {}, Math.floor(waits / 4), more), character, random)],
    ...asks,
  ]
}

function late(one: Wish, { sendsLate }: Character, random: Random): Wish {
  if (random.next() >= sendsLate) return one
  // The community's work without signal is the grid worker's; a desk's word on when it was counts for nothing.
  const by = one.by === 'community' ? 'worker' : one.by
  return { ...one, by, sentLater: minutes(random, random.next() < 0.1 ? [600, 5000] : [5, 400]) }
}

function asking(by: Actor, part: ToldPart, character: Character, { random, dayAhead }: Known): Likely[] {
  const waits = minutes(random, character.signs)
  const ask = (body: object): Wish => wish(by, 'request', body, waits, { atNight: character.atNight })
  const begun = part.stage !== 'dispatched'
  const days = 1 + random.below(random.next() < 0.1 ? 30 : 4)
  const reviewOn = dayAhead(3 + random.below(25))
  const condition = '大修资金到位'
  return [
    [character.givesBack, ask({ kind: 'return', reason: '不是我们的范围' })],
    [character.asksForTime * 0.5, ask({ kind: 'extension', days, reason: '等材料' })],
    [begun ? character.asksForTime * 0.3 : 0.01, ask({ kind: 'pause', days, reason: '停电等待' })],
    [
      begun ? character.asksForTime * 0.2 : 0.01,
      ask({ kind: 'listing', reviewOn, condition, reason: '等大修' }),
    ],
  ]
}

/** Of a part whose clock stands still: looked at again, or put back to work. */
function standing(life: Life, part: ToldPart, { random, dayAhead }: Known): Likely[] {
  const by = random.next() < 0.3 ? 'centre' : (life.spot.street ?? 'centre')
  const { unitId } = part
  const review = { unitId, reviewOn: dayAhead(5 + random.below(20)), reason: '资金还没有到' }
  return [
    [0.3, wish(by, 'resume', { unitId }, minutes(random, [300, 12_000]))],
    [part.stage === 'listed' ? 0.2 : 0.02, wish(by, 'review', review, minutes(random, [1500, 12_000]))],
    // A pause ends by itself: the desk looks in again later.
    [0.4, wish(by, 'acknowledge', {}, minutes(random, [1500, 5000]))],
  ]
}

function decision(
  life: Life,
  told: Told,
  { id: requestId, arbitration }: Waiting,
  { random, unitId }: Known,
): Wish {
  const waits = minutes(random, random.next() < 0.1 ? [900, 6000] : [10, 400])
  if (arbitration) {
    const named =
      random.next() < 0.4 && told.lead ? told.lead : unitId(random.pick(['urban', 'water', 'centre']))
    return wish('centre', 'arbitrate', { unitId: named, reason: '由这家办' }, waits, { requestId })
  }
  const by = told.confidential || random.next() < 0.3 ? 'centre' : (life.spot.street ?? 'centre')
  const body = random.next() < 0.7 ? { granted: true } : { granted: false, reason: '理由不足' }
  return wish(by, 'decide', body, waits, { requestId })
}

/** Instructions, and what answers them. */
function pressing(life: Life, told: Told, known: Known): Likely[] {
  const { random } = known
  const by = told.confidential || random.next() < 0.3 ? 'centre' : (life.spot.street ?? 'centre')
  const owing = told.parts.filter(({ stage }) => stage !== 'returned' && stage !== 'resolved')
  const instruct = owing.slice(0, 1).map(({ unitId }): Likely => {
    const countedIn = random.pick(['working_hour', 'clock_hour'])
    const body = { unitId, words: '请今天之内回话', amount: 1 + random.below(30), countedIn }
    return [0.05, wish(by, 'instruct', body, minutes(random, [30, 3000]))]
  })
  const answers = [...told.instructions].flatMap(([instructionId, { unitId }]): Likely[] => {
    const part = told.parts.find((one) => one.unitId === unitId)
    const acting = part && characterOf(part, known)
    const takenBack: Likely = [
      0.05,
      wish(by, 'withdraw-instruction', { instructionId }, minutes(random, [30, 2000])),
    ]
    if (!acting) return [takenBack]
    const body = { instructionId, words: '明天上门' }
    return [takenBack, [0.3, wish(acting[0], 'answer-instruction', body, minutes(random, acting[1].signs))]]
  })
  return [...instruct, ...answers, [0.03, wish(by, 'acknowledge', {}, minutes(random, [30, 900]))]]
}
