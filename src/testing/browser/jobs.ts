import { randomUUID } from 'node:crypto'
import type { Receipt } from '../../cases/contract.ts'
import type { ConsoleWords } from '../../web/words/console.ts'
import { photo } from '../photo.ts'
import type { World } from '../world.ts'
import { act } from '../world-client.ts'
import type { StaffName } from '../world-people.ts'
import { errands } from './errand-jobs.ts'
import type { Cost, FileGiven, Hand } from './hand.ts'
import { keptReceipt } from './pages.ts'

type Language = 'zh' | 'en'

/** What stands before a job begins: where its person is, who they are, and what their browser keeps. */
export interface Start {
  readonly at: string
  readonly as?: StaffName
  readonly keeps?: Readonly<Record<string, string>>
  /** The case that the job is about, where there is one. */
  readonly caseId?: string
  readonly number?: string
}

/** One of the commonest jobs: who does it, how it is brought about, what they do, and what it may cost at most. */
export interface Job {
  readonly name: string
  readonly most: Cost
  readonly bring: (world: World) => Promise<Start>
  readonly work: (hand: Hand, words: ConsoleWords, start: Start, language: Language) => Promise<void>
  /** The stage of the case afterwards, where the job moves one. */
  readonly stage?: string
}

const lamp = {
  complaint: { zh: '三楼楼道灯不亮', en: 'The stairwell lamp on the third floor is out' },
  matter: { zh: '楼道灯不亮', en: 'Stairwell lamp out' },
}
const answer = { zh: '灯已修好。', en: 'The lamp works again.' }
const rubbish = { zh: '垃圾清运不及时', en: 'Rubbish not collected' }
const picture = async (shade: number) => ({
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  buffer: await photo(shade),
})

/** Two messages of a hotline, as an office has them in a sheet; their numbers are new each time. */
function messagesSheet(): FileGiven {
  const number = () => `R${randomUUID().slice(0, 8)}`
  const rows = [
    ['留言编号', '留言时间', '留言详情'],
    [number(), '2026-11-02 09:15', '柳岸小区门口路灯不亮'],
    [number(), '2026-11-03 16:40', '柳岸小区垃圾没有清运'],
  ]
  const csv = rows.map((row) => row.join(',')).join('\n')
  return { name: 'messages.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
}

const report = (world: World, words: string = lamp.complaint.zh): Promise<Receipt> =>
  world.anonymous().does<Receipt>('/api/reports', act({ words, place: world.places.building1.placeCode }))

async function dispatched(world: World, matter: 'FA02' | 'HJ01'): Promise<Receipt> {
  const receipt = await report(world, matter === 'FA02' ? lamp.complaint.zh : '楼下垃圾两天没有清运')
  const desk = world.as('community')
  const summary = matter === 'FA02' ? '某小区三楼楼道灯不亮' : '某小区垃圾没有清运'
  await desk.does(`/api/cases/${receipt.caseId}/screen`, act({ matter, summary }))
  await desk.does(`/api/cases/${receipt.caseId}/dispatch`, act())
  return receipt
}

async function resolved(world: World): Promise<Receipt> {
  const receipt = await dispatched(world, 'FA02')
  const firm = world.as('property')
  await firm.does(`/api/cases/${receipt.caseId}/sign`, act())
  const upload = { bytes: await photo(40), type: 'image/jpeg' }
  const { body } = await firm.upload<{ fileId: string }>('/api/photos', upload)
  await firm.does(`/api/cases/${receipt.caseId}/resolve`, act({ note: '换了灯泡', photos: [body.fileId] }))
  return receipt
}

async function answered(world: World): Promise<Receipt> {
  const receipt = await resolved(world)
  await world.as('community').does(`/api/cases/${receipt.caseId}/reply`, act({ answer: answer.zh }))
  return receipt
}

/** A grid worker's own case: signed for, and where `there`, with the worker on the spot. */
async function inHand(world: World, there: boolean): Promise<Start> {
  const receipt = await dispatched(world, 'HJ01')
  const worker = world.as('worker')
  await worker.does(`/api/cases/${receipt.caseId}/sign`, act())
  if (there) await worker.does(`/api/cases/${receipt.caseId}/arrive`, act())
  return { at: '/field', as: 'worker', ...about(receipt) }
}

const about = ({ caseId, number }: Receipt) => ({ caseId, number })
const onThisPhone = (receipt: Receipt): Start => ({
  at: '/',
  keeps: { 'linli.receipts': keptReceipt(receipt) },
  ...about(receipt),
})

const resident: readonly Job[] = [
  {
    name: 'resident: report by QR',
    most: { taps: 3, keys: 44 },
    bring: async (world) => ({ at: `/?place=${world.places.building1.placeCode}` }),
    work: async (hand, { faces, report: said }, _start, language) => {
      await hand.tap('link', faces.portal.reportButton)
      await hand.write(said.words.label, lamp.complaint[language])
      await hand.tap('button', said.send)
      await hand.sees('heading', said.receipt.title)
    },
  },
  {
    name: 'resident: follow',
    most: { taps: 1, keys: 0 },
    bring: async (world) => onThisPhone(await dispatched(world, 'FA02')),
    work: async (hand, { follow }, { number }) => {
      await hand.open(number!)
      await hand.sees('heading', follow.story)
    },
    stage: 'dispatched',
  },
  {
    name: 'resident: rate',
    most: { taps: 4, keys: 0 },
    bring: async (world) => onThisPhone(await answered(world)),
    work: async (hand, { follow: { rate } }, { number }) => {
      await hand.open(number!)
      await hand.tap('radio', rate.yes)
      await hand.tap('radio', rate.ratings[3]!)
      await hand.tap('button', rate.send)
      await hand.reads(rate.thanks)
    },
    stage: 'replied',
  },
]

const worker: readonly Job[] = [
  {
    name: 'grid worker: report',
    most: { taps: 3, keys: 44 },
    bring: async () => ({ at: '/field', as: 'worker' }),
    work: async (hand, { faces, report: said }, _start, language) => {
      await hand.tap('link', faces.field.tabs.report)
      await hand.write(said.words.label, lamp.complaint[language])
      await hand.tap('button', said.send)
      await hand.sees('heading', said.receipt.title)
    },
  },
  {
    name: 'grid worker: sign',
    most: { taps: 1, keys: 0 },
    bring: async (world) => ({ at: '/field', as: 'worker', ...about(await dispatched(world, 'HJ01')) }),
    work: async (hand, { field: { today } }, { caseId }, language) => {
      await hand.onCard(caseId!).tap('button', today.signFor(rubbish[language]))
      await hand.reads(today.stepDone.sign)
    },
    stage: 'signed',
  },
  {
    name: 'grid worker: arrive',
    most: { taps: 1, keys: 0 },
    bring: (world) => inHand(world, false),
    work: async (hand, { field: { today } }, { caseId }, language) => {
      await hand.onCard(caseId!).tap('button', today.arriveAt(rubbish[language]))
      await hand.reads(today.stepDone.arrive)
    },
    stage: 'handling',
  },
  {
    name: 'grid worker: note with photograph',
    most: { taps: 4, keys: 0 },
    bring: (world) => inHand(world, true),
    work: async (hand, { field: { today, case: said } }, { caseId }, language) => {
      await hand.onCard(caseId!).give(today.photoOf(rubbish[language]), await picture(42))
      await hand.tap('button', said.note.phrases[0]!)
      await hand.tap('button', said.note.send)
      await hand.reads(said.note.done)
    },
    stage: 'handling',
  },
  {
    name: 'grid worker: finish with photograph',
    most: { taps: 3, keys: 0 },
    bring: (world) => inHand(world, true),
    work: async (hand, { field: { today, case: said } }, { caseId }, language) => {
      await hand.onCard(caseId!).give(today.photoResolveOf(rubbish[language]), await picture(41))
      await hand.tap('button', said.resolve.send)
      await hand.reads(said.resolve.done)
    },
    stage: 'resolved',
  },
]

/** A queue’s link, once it says how many wait. */
const counted = (queue: string): RegExp => new RegExp(`^${queue} \\d+\\+?$`)

const desk: readonly Job[] = [
  {
    name: 'desk: screen with a duplicate',
    most: { taps: 4, keys: 0 },
    bring: async (world) => {
      await dispatched(world, 'FA02')
      world.clock.advance({ minutes: 5 })
      return { at: '/console/desk', as: 'community', ...about(await report(world)) }
    },
    work: async (
      hand,
      { console: { desk: said }, consoleCase: { join, done }, consoleDesk: { compare } },
      { caseId },
    ) => {
      await hand.tap('link', counted(said.queues.screen))
      await hand.open(caseId!)
      await hand.tap('button', compare.join)
      await hand.tapIn('dialog', 'button', join.send)
      await hand.reads(done.join)
    },
    stage: 'joined',
  },
  {
    name: 'desk: dispatch',
    most: { taps: 3, keys: 0 },
    bring: async (world) => {
      const receipt = await report(world)
      const screened = act({ matter: 'FA02', summary: '某小区三楼楼道灯不亮' })
      await world.as('community').does(`/api/cases/${receipt.caseId}/screen`, screened)
      return { at: '/console/desk', as: 'community', ...about(receipt) }
    },
    work: async (hand, { console: { desk: said }, consoleCase: { dispatch, done } }, { caseId }) => {
      await hand.tap('link', counted(said.queues.dispatch))
      await hand.open(caseId!)
      await hand.tapIn('form', 'button', dispatch.send)
      await hand.reads(done.dispatch)
    },
    stage: 'dispatched',
  },
  {
    name: 'desk: reply',
    most: { taps: 4, keys: 21 },
    bring: async (world) => ({
      at: '/console/desk',
      as: 'community',
      ...about(await resolved(world)),
    }),
    work: async (hand, { console: { desk: said }, consoleCase: { reply, done } }, { caseId }, language) => {
      await hand.tap('link', counted(said.queues.reply))
      await hand.open(caseId!)
      await hand.write(reply.label, answer[language])
      await hand.tapIn('form', 'button', reply.send)
      await hand.reads(done.reply)
    },
    stage: 'replied',
  },
  {
    name: 'street: approve',
    most: { taps: 2, keys: 0 },
    bring: async (world) => {
      const receipt = await dispatched(world, 'FA02')
      const firm = world.as('property')
      await firm.does(`/api/cases/${receipt.caseId}/sign`, act())
      const asked = act({ kind: 'extension', days: 2, reason: '整条线路要换，材料后天到' })
      await firm.does(`/api/cases/${receipt.caseId}/request`, asked)
      return { at: '/console/approvals', as: 'street', ...about(receipt) }
    },
    work: async (hand, { approvals: said }) => {
      await hand.tap('button', said.grant)
      await hand.tap('button', said.confirm.extension)
      await hand.reads(said.done)
    },
    stage: 'signed',
  },
  {
    name: 'centre: import a sheet',
    most: { taps: 4, keys: 0 },
    bring: async () => ({ at: '/console/import', as: 'centre' }),
    work: async (hand, { consoleImports: { box, try: tryFirst, outcome }, consoleBooks }) => {
      await hand.give(box.choose, messagesSheet())
      await hand.tap('button', tryFirst)
      await hand.tap('button', outcome.apply(2))
      await hand.reads(consoleBooks.import.done)
    },
  },
]

/** A resident's three commonest jobs, and those of grid workers and desks. */
export const jobs: readonly Job[] = [...resident, ...worker, ...desk, ...errands]
