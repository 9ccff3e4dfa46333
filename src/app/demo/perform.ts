import * as cases from '../../cases/door.ts'
import type { Matter } from '../../matters/contract.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Cast, PlaceByCode } from './cast.ts'
import { courseOf, type Step } from './courses.ts'
import { confidentialWords, phrases } from './phrases.ts'
import { drawPicture, type Picture } from './pictures.ts'
import type { PlannedCase } from './plan-cases.ts'
import { requestIdOf } from './request-id.ts'

/** A case on its way through the demonstration. */
export interface Performance {
  readonly planned: PlannedCase
  readonly matter: Matter | null
  readonly cast: Cast
  readonly places: PlaceByCode
  /** The case's id once it is accepted; another case's steps wait for it. */
  caseId: string
  receiptCode: string
  unitId: string
  assistId: string
}

/** Finds the performance of another case by its number in the plan. */
export type Others = (at: number) => Performance

/** Takes a case's `index`-th step at the moment `at`, by whoever takes it, through the program's own use cases. */
export async function perform(
  it: Performance,
  index: number,
  at: Temporal.Instant,
  others: Others,
): Promise<void> {
  const step = courseOf(it.planned.course).steps[index]!
  await deeds[step]({ it, at, others, requestId: requestIdOf(`${it.planned.at} ${index}`) })
}

interface Scene {
  readonly it: Performance
  readonly at: Temporal.Instant
  readonly others: Others
  readonly requestId: string
}
type Deed = (scene: Scene) => Promise<void>

/** One of several phrases, by the plan. */
const say = (of: keyof typeof phrases, { it }: Scene): string => {
  const list = phrases[of]
  return list[(it.planned.at + Math.floor(it.planned.share * 10)) % list.length]!
}

async function photos(
  ctx: Ctx,
  picture: Picture | null,
  variant: number,
  isMended = false,
): Promise<string[]> {
  return picture === null ? [] : [await cases.takePhoto(ctx, await drawPicture(picture, variant, isMended))]
}

/** Who sends it on: the desk of the level that answers for the matter, and for what is confidential the centre. */
function dispatcher({ it, at }: Scene): Ctx {
  const { level, confidential } = it.matter!
  if (confidential || level === 'district') return it.cast.centre(at)
  return level === 'street' ? it.cast.street(at) : it.cast.desk(at)
}
const screener = ({ it, at }: Scene): Ctx => (it.matter?.confidential ? it.cast.centre(at) : it.cast.desk(at))
const unit = ({ it, at }: Scene): Ctx => it.cast.unit(it.unitId, at)
const assistant = ({ it, at }: Scene): Ctx => it.cast.unit(it.assistId, at)

/** What a report says, with its place and photograph as its way in carries them. */
async function report(scene: Scene, ctx: Ctx) {
  const { it, requestId } = scene
  const { planned, places } = it
  const { id: areaId, placeCode: place } = places.get(planned.placeCode)!
  const { via, contact } = planned
  const leaves = via === 'caller' || via === 'visitor' || (via !== 'field' && planned.share < 0.6)
  return {
    requestId,
    words: planned.words,
    ...(via === 'qr' ? { place } : { areaId }),
    photos: await photos(ctx, picked(planned), planned.at),
    ...(leaves && planned.resident === null ? { contact } : {}),
    ...(via === 'caller' || via === 'visitor' ? { onBehalf: via } : {}),
    notEmergency: false,
  }
}

const picked = ({ via, trouble, share }: PlannedCase): Picture | null =>
  trouble && via !== 'caller' && share > 0.25 ? trouble.picture : null

const accept: Deed = async (scene) => {
  const { it, at } = scene
  const { via } = it.planned
  const ctx = via === 'caller' || via === 'visitor' ? it.cast.desk(at) : it.cast.reporter(at)
  const receipt = await cases.acceptCase(ctx, await report(scene, ctx))
  it.caseId = receipt.caseId
  it.receiptCode = receipt.receiptCode
}

/** A grid worker finds a trifle and mends it at once. */
const solve: Deed = async (scene) => {
  const { it, at } = scene
  const ctx = it.cast.worker(at)
  const { matter, summary, done, picture } = it.planned.trouble!
  const receipt = await cases.solveOnTheSpot(ctx, {
    report: await report(scene, ctx),
    matter,
    summary,
    note: done,
    photos: await photos(ctx, picture, it.planned.at, true),
  })
  it.caseId = receipt.caseId
}

const dispatch =
  (how: 'by_catalogue' | 'assisted'): Deed =>
  async (scene) => {
    const { it, at, requestId } = scene
    it.unitId = await it.cast.answering(it.matter!.answers, at)
    const { committeeId, servicesId } = it.cast
    it.assistId = it.unitId === committeeId ? servicesId : committeeId
    const assisted = how === 'assisted'
    await cases.dispatchCase(dispatcher(scene), it.caseId, {
      requestId,
      assistUnitIds: assisted ? [it.assistId] : [],
      ...(assisted ? { reason: say('assisted', scene) } : {}),
    })
  }

const ask =
  (kind: 'extension' | 'pause' | 'listing' | 'return'): Deed =>
  async (scene) => {
    const { it, at, requestId } = scene
    const ctx = unit(scene)
    await cases.requestTime(ctx, it.caseId, {
      requestId,
      kind,
      reason: say(kind, scene),
      ...(kind === 'extension' ? { days: 3 } : kind === 'pause' ? { days: 6 } : {}),
      ...(kind === 'listing' ? { reviewOn: later(at, ctx), condition: say('listing_condition', scene) } : {}),
    })
  }

const later = (at: Temporal.Instant, { district }: Ctx): string =>
  dayOf(at.add({ hours: 60 * 24 }), district.timeZone)

const decide =
  (granted: boolean): Deed =>
  async (scene) => {
    const { it, at, requestId } = scene
    const ctx = it.cast.street(at)
    const { requests } = await cases.casePage(ctx, it.caseId)
    const asked = requests.find((request) => request.granted === null)!
    const extends_ = asked.kind === 'extension'
    const reason = say(extends_ ? (granted ? 'extension_granted' : 'extension_refused') : 'granted', scene)
    await cases.decideRequest(ctx, it.caseId, asked.id, { requestId, granted, reason })
  }

/** The centre's word: whoever has it now answers. */
const arbitrate: Deed = async (scene) => {
  const { it, at, requestId } = scene
  const ctx = it.cast.centre(at)
  const { requests } = await cases.casePage(ctx, it.caseId)
  const asked = requests.find((request) => request.granted === null)!
  const word = { requestId, unitId: it.unitId, reason: say('arbitrated', scene) }
  await cases.arbitrateCase(ctx, it.caseId, asked.id, word)
}

const resolve =
  (by: (scene: Scene) => Ctx): Deed =>
  async (scene) => {
    const { it, requestId } = scene
    const ctx = by(scene)
    const { done, picture } = it.planned.trouble!
    const files = it.matter!.evidence.photo ? await photos(ctx, picture ?? 'road', it.planned.at, true) : []
    await cases.resolveCase(ctx, it.caseId, { requestId, note: done, photos: files })
  }

const rate =
  (solved: boolean): Deed =>
  async (scene) => {
    const { it, at, requestId } = scene
    const rating = solved ? it.planned.rating : 1 + (it.planned.at % 2)
    const words = say(solved ? (rating > 3 ? 'solved' : 'fair') : 'unsolved', scene)
    const ctx = it.cast.reporter(at, it.receiptCode)
    await cases.rateCase(ctx, it.caseId, { requestId, solved, rating, words })
  }

const check =
  (passed: boolean): Deed =>
  async (scene) => {
    const { it, at, requestId } = scene
    const note = passed ? {} : { note: say('check_failed', scene) }
    await cases.checkCase(it.cast.centre(at), it.caseId, { requestId, passed, ...note })
  }

const deeds: Readonly<Record<Step, Deed>> = {
  accept,
  solve,
  screen: async (scene) => {
    const { it, requestId } = scene
    const { trouble } = it.planned
    await cases.screenCase(screener(scene), it.caseId, {
      requestId,
      matter: it.matter!.code,
      publish: trouble !== null,
      ...(trouble ? { summary: trouble.summary } : {}),
    })
  },
  dispatch: dispatch('by_catalogue'),
  dispatch_assisted: dispatch('assisted'),
  redispatch: async (scene) => {
    const { it, requestId } = scene
    it.unitId = it.cast.officeId
    await cases.dispatchCase(dispatcher(scene), it.caseId, {
      requestId,
      leadUnitId: it.unitId,
      assistUnitIds: [],
      reason: say('redispatched', scene),
    })
  },
  sign: async (scene) => {
    await cases.signCase(unit(scene), scene.it.caseId, { requestId: scene.requestId })
  },
  assist_sign: async (scene) => {
    await cases.signCase(assistant(scene), scene.it.caseId, { requestId: scene.requestId })
  },
  note: async (scene) => {
    const { it, requestId } = scene
    const ctx = unit(scene)
    const { note, picture } = it.planned.trouble!
    const files = it.planned.share > 0.5 ? await photos(ctx, picture, it.planned.at + 1) : []
    await cases.noteCase(ctx, it.caseId, { requestId, note, photos: files, arrived: true })
  },
  assist_note: async (scene) => {
    const { it, requestId } = scene
    const note = say('assist_note', scene)
    await cases.noteCase(assistant(scene), it.caseId, { requestId, note, photos: [], arrived: false })
  },
  assist_resolve: async (scene) => {
    const { it, requestId } = scene
    const ctx = assistant(scene)
    const files = it.matter!.evidence.photo
      ? await photos(ctx, it.planned.trouble!.picture ?? 'road', 1, true)
      : []
    await cases.resolveCase(ctx, it.caseId, { requestId, note: say('assist_note', scene), photos: files })
  },
  ask_extension: ask('extension'),
  ask_pause: ask('pause'),
  ask_listing: ask('listing'),
  ask_return: ask('return'),
  ask_return_again: ask('return'),
  arbitrate,
  grant: decide(true),
  refuse: decide(false),
  resume: async ({ it, at, requestId }) => {
    await cases.resumeCase(it.cast.street(at), it.caseId, { requestId })
  },
  resolve: resolve(unit),
  reply: async (scene) => {
    const { it, requestId } = scene
    await cases.replyCase(dispatcher(scene), it.caseId, { requestId, answer: it.planned.trouble!.answer })
  },
  check: check(true),
  check_failed: check(false),
  close: async ({ it, at, requestId }) => {
    await cases.closeCase(it.cast.centre(at), it.caseId, { requestId })
  },
  rate: rate(true),
  rate_unsolved: rate(false),
  add: async (scene) => {
    const { it, at, requestId } = scene
    const ctx = it.cast.reporter(at, it.receiptCode)
    await cases.addToCase(ctx, it.caseId, { requestId, words: say('added', scene), photos: [] })
  },
  withdraw: async (scene) => {
    const { it, at, requestId } = scene
    const ctx = it.cast.reporter(at, it.receiptCode)
    await cases.withdrawCase(ctx, it.caseId, { requestId, reason: say('withdrawn', scene) })
  },
  join: async ({ it, at, requestId, others }) => {
    const into = others(it.planned.of!).caseId
    await cases.joinCase(it.cast.desk(at), it.caseId, { requestId, into })
  },
  decline: async ({ it, at, requestId }) => {
    const { reason } = it.planned.turned!
    await cases.declineCase(it.cast.desk(at), it.caseId, { requestId, reason })
  },
  refer: async ({ it, at, requestId }) => {
    const { reason, door } = it.planned.turned!
    await cases.referCase(it.cast.desk(at), it.caseId, { requestId, reason, door: door! })
  },
}

/** The matter that the screening desk names for a planned case; null where it names none. */
export const matterCodeOf = ({ trouble, course }: PlannedCase): string | null =>
  trouble?.matter ?? (course === 'confidential' ? confidentialWords.matter : null)
