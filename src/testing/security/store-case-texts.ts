import type { PrecedentPage } from '../../cases/arbitration/precedents.contract.ts'
import type { Receipt } from '../../cases/contract.ts'
import type { LadderView } from '../../cases/ladder/press.contract.ts'
import type { CaseStory } from '../../cases/story.contract.ts'
import { photo } from '../photo.ts'
import type { Person } from '../world-client.ts'
import { act } from '../world-client.ts'
import type { TextWalk } from './store-texts.ts'

/** Reporters by whom the stored texts are read back. */
export interface StoredCases {
  /** Open to its reporter by the receipt code. */
  readonly receipt: Receipt
  readonly reporter: Person
  /** Of the resident with an account. */
  readonly own: Receipt
  readonly photoId: string
}

const one = (name: string): string => `/api/cases/{id}/${name}`

/** Cases with a hostile text in every word that reporters, desks and units write. */
export async function storeCaseTexts(walk: TextWalk): Promise<StoredCases> {
  const { world, post } = walk
  const { placeCode } = world.places.building1
  const reporter = world.anonymous()
  const report = async (who: Person) =>
    post<Receipt>(who, '/api/reports', { ...act(), place: placeCode, contact: { phone: '13800000417' } })
  const [desk, centre] = [world.as('community'), world.as('centre')]
  const receipt = await report(reporter)
  const withCode = reporter.withReceipt(receipt.receiptCode)
  await post(withCode, '/api/follow/add', act())
  const photoId = await throughTheLoop(walk, receipt)
  await post(withCode, '/api/follow/rate', { ...act(), solved: true, rating: 4 })
  await post(centre, one('check'), { ...act(), passed: true }, receipt.caseId)

  const own = await report(world.resident())
  await post(world.resident(), '/api/my/cases/{id}/add', act(), own.caseId)
  await throughTheLoop(walk, own)
  await post(world.resident(), '/api/my/cases/{id}/rate', { ...act(), solved: true, rating: 4 }, own.caseId)
  await post(desk, one('see-reporter'), act(), own.caseId)

  await dispute(walk, await report(reporter))
  await closing(walk, await report(reporter))

  // A matter of the catalogue whose name is hostile, on the board.
  await throughTheLoop(walk, await report(reporter), 'HJ09')

  const [declined, referred, withdrawn, erased] = await Promise.all(
    Array.from({ length: 4 }, () => report(reporter)),
  )
  await post(desk, one('decline'), act(), declined!.caseId)
  await post(desk, one('refer'), { ...act(), door: 'mutual_help' }, referred!.caseId)
  await post(reporter.withReceipt(withdrawn!.receiptCode), '/api/follow/withdraw', act())
  await post(centre, one('erase-reporter'), act(), erased!.caseId)
  const mine = await report(world.resident())
  await post(world.resident(), '/api/my/cases/{id}/withdraw', act(), mine.caseId)
  const onTheSpot = { report: { ...act(), areaId: world.places.grid1.id }, matter: 'LJ01' }
  await post(world.as('worker'), '/api/reports/solved', onTheSpot)
  await post(reporter, '/api/alerts', { ...act(), areaId: world.places.grid1.id })
  const rehearsed = { act: 'decide', caseIds: [own.caseId], granted: true }
  for (const [who, path, body] of [
    [desk, '/api/matters/suggest', {}],
    [reporter, '/api/doors', {}],
    [centre, '/api/desk/rehearse', rehearsed],
  ] as const)
    await post(who, path, body)
  return { receipt, reporter: withCode, own, photoId }
}

/** From the desk that screens to the answer, with a request on the way. */
async function throughTheLoop(
  { world, post }: TextWalk,
  { caseId }: Receipt,
  matter = 'FA02',
): Promise<string> {
  const [desk, firm] = [world.as('community'), world.as('property')]
  await post(desk, one('screen'), { ...act(), matter }, caseId)
  await post(desk, one('dispatch'), { ...act(), leadUnitId: world.units.property1 }, caseId)
  await post(firm, one('sign'), act(), caseId)
  await post(firm, one('note'), act(), caseId)
  await post(firm, one('request'), { ...act(), kind: 'extension', days: 2 }, caseId)
  const toFirm = { ...act(), unitId: world.units.property1, countedIn: 'working_hour', amount: 4 }
  await post(world.as('centre'), one('instruct'), toFirm, caseId)
  const { instructions } = await firm.sees<LadderView>(`/api/cases/${caseId}/ladder`)
  const answered = { ...act(), instructionId: instructions[0]!.id }
  await post(firm, one('answer-instruction'), answered, caseId)
  const { requests } = await desk.sees<CaseStory>(`/api/cases/${caseId}`)
  const decided = `${one('requests')}/{requestId}/decide`
  await post(world.as('centre'), decided, { ...act(), granted: true }, caseId, requests[0]!.id)
  const bytes = await photo(90)
  const { body } = await firm.upload<{ fileId: string }>('/api/photos', { bytes, type: 'image/jpeg' })
  await post(firm, one('resolve'), { ...act(), photos: [body.fileId] }, caseId)
  await post(desk, one('reply'), act(), caseId)
  await post(desk, one('publish'), act(), caseId)
  return body.fileId
}

/** Given back twice, settled by the centre, then listed and looked at: the last one stands open. */
async function dispute({ world, post }: TextWalk, { caseId }: Receipt): Promise<void> {
  const [street, firm, centre] = [world.as('street'), world.as('property'), world.as('centre')]
  const toFirm = { leadUnitId: world.units.property1, assistUnitIds: [] }
  const waiting = async () => (await centre.sees<CaseStory>(`/api/cases/${caseId}`)).requests.at(-1)!.id
  const decided = (act: string) => `${one('requests')}/{requestId}/${act}`
  await post(world.as('community'), one('screen'), { ...act(), matter: 'FA02' }, caseId)
  await post(street, one('dispatch'), { ...act(), ...toFirm }, caseId)
  await post(firm, one('request'), { ...act(), kind: 'return' }, caseId)
  await post(street, decided('decide'), { ...act(), granted: true }, caseId, await waiting())
  await post(street, one('dispatch'), { ...act(), ...toFirm }, caseId)
  world.clock.advance({ minutes: 1 })
  await post(firm, one('sign'), act(), caseId)
  await post(firm, one('request'), { ...act(), kind: 'return' }, caseId)
  const named = { ...act(), unitId: world.units.property1 }
  await post(centre, decided('arbitrate'), named, caseId, await waiting())
  world.clock.advance({ minutes: 1 })
  await post(firm, one('request'), { ...act(), kind: 'listing', reviewOn: '2026-12-30' }, caseId)
  await post(street, decided('decide'), { ...act(), granted: true }, caseId, await waiting())
  await post(street, one('review'), { ...act(), reviewOn: '2027-01-30' }, caseId)
  const { rows } = await centre.sees<PrecedentPage>('/api/precedents')
  await post(centre, '/api/precedents/{id}/end', act(), rows[0]!.id)
}

/** Marked and looked at, its reporter called back; done again once, and not once more. */
async function closing(walk: TextWalk, receipt: Receipt): Promise<void> {
  const { world, post } = walk
  const { caseId, receiptCode } = receipt
  const [desk, firm, centre] = [world.as('community'), world.as('property'), world.as('centre')]
  await throughTheLoop(walk, receipt)
  await world.followersSettled()
  await post(world.as('street'), one('look-at-closing'), { ...act(), verdict: 'in_order' }, caseId)
  const called = { ...act(), outcome: 'answered', way: 'telephone', solved: false, rating: 1 }
  await post(centre, one('call-back'), called, caseId)
  await post(firm, one('sign'), act(), caseId)
  const file = { bytes: await photo(91), type: 'image/jpeg' }
  const { body } = await firm.upload<{ fileId: string }>('/api/photos', file)
  await post(firm, one('resolve'), { ...act(), photos: [body.fileId] }, caseId)
  await post(desk, one('reply'), act(), caseId)
  const rated = { ...act(), solved: false, rating: 1 }
  await post(world.anonymous().withReceipt(receiptCode), '/api/follow/rate', rated)
  await post(centre, one('decide-reopening'), { ...act(), granted: false }, caseId)
}
