import { act } from '../world-client.ts'
import type { TextWalk } from './store-texts.ts'

/** A claim with its decision and a mark, a hostile text in every word of them. */
export async function storeAssessmentTexts({ world, post }: TextWalk): Promise<void> {
  const { property1 } = world.units
  const objection = { kind: 'objection', unitId: property1, month: '2026-11', subjects: [] }
  const claims = '/api/assessment/claims'
  const { id } = await post<{ id: string }>(world.as('property'), claims, { ...act(), ...objection })
  await post(world.as('centre'), `${claims}/{id}/decide`, { ...act(), granted: true, takenOut: [] }, id)
  const areaId = world.places.district.id
  // Its name stands in the sheet.
  const unit = await post<{ id: string }>(world.as('administrator'), '/api/units', {
    code: 'BM9',
    kind: 'department',
    line: 'parks',
    areaId,
  })
  const support = { kind: 'support', areaId: world.places.street1.id, support: 4 }
  await post(world.as('street'), '/api/assessment/marks', { ...act(), ...support, unitId: unit.id })
}
