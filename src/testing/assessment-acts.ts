import type { Receipt } from '../cases/contract.ts'
import { type FormulaRules, leastFacts, Measure } from '../evaluation/contract.ts'
import { photo } from './photo.ts'
import type { World } from './world.ts'
import { act } from './world-client.ts'

/** A formula by which three facts are enough to say something, all measures weighing the same. */
export const threeSaySomething: FormulaRules = {
  objectionDays: 5,
  leastWorkers: 3,
  consultations: [],
  weights: Measure.options.map((measure) => ({ measure, weight: 10, least: leastFacts })),
}

/** A stairwell lamp in building 1, handed to the property firm; its receipt. */
export async function handToProperty(world: World, words = '楼道灯不亮'): Promise<Receipt> {
  const resident = world.anonymous()
  const report = act({ words, place: world.places.building1.placeCode })
  const receipt = await resident.does<Receipt>('/api/reports', report)
  const at = `/api/cases/${receipt.caseId}`
  await world.as('centre').does(`${at}/screen`, act({ matter: 'FA02', summary: '三楼楼道灯不亮' }))
  await world.as('centre').does(`${at}/dispatch`, act())
  return receipt
}

let seed = 100

/** The firm signs and resolves, the desk answers, and the reporter says how it was. */
export async function doAndRate(
  world: World,
  { caseId, receiptCode }: Receipt,
  rating: number | null,
): Promise<void> {
  const at = `/api/cases/${caseId}`
  const property = world.as('property')
  await property.does(`${at}/sign`, act())
  seed += 1
  const file = { bytes: await photo(seed), type: 'image/jpeg' }
  const { fileId } = (await property.upload<{ fileId: string }>('/api/photos', file)).body
  await property.does(`${at}/resolve`, act({ note: '换了灯泡', photos: [fileId] }))
  await world.as('community').does(`${at}/reply`, act({ answer: '灯已经换好，请看看' }))
  if (rating === null) return
  const said = { solved: rating >= 2, rating, ...(rating < 3 ? { words: '又灭了' } : {}) }
  await world.anonymous().withReceipt(receiptCode).does('/api/follow/rate', act(said))
}
