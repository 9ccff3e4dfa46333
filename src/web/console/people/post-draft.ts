import type { NewPost, PostKind } from '../../../people/contract.ts'
import { needsUnit, postArea } from '../../../people/post-place.contract.ts'
import type { ChosenUnit } from '../case/acts/unit-select.tsx'

/** A post as a form holds it. Days are YYYY-MM-DD, empty where left out. */
export interface PostDraft {
  readonly kind: PostKind | null
  readonly unit: readonly ChosenUnit[]
  readonly areaId: string | null
  readonly publicName: string
  readonly publicPhone: string
  readonly startsOn: string
  readonly endsOn: string
}

export const emptyPost: PostDraft = {
  kind: null,
  unit: [],
  areaId: null,
  publicName: '',
  publicPhone: '',
  startsOn: '',
  endsOn: '',
}

/** Residents are shown who works in their grid. */
export const isShown = (kind: PostKind | null): boolean => kind === 'grid_worker' || kind === 'grid_leader'

/** A post of the district stands there, and a unit's where the unit does: for the others somebody must say. */
export const needsArea = (kind: PostKind): boolean => postArea[kind] !== 'district' && postArea[kind] !== null

export type PostFault = 'kind' | 'unit' | 'area' | 'phone' | 'term'

const phoneForm = /^[+\d][\d -]{5,19}$/

/** What must be mended first. The server checks again; these are what a reader can see at once. */
export function faultsIn(draft: PostDraft, today: string): readonly PostFault[] {
  const { kind, unit, areaId, startsOn, endsOn } = draft
  if (kind === null) return ['kind']
  const phone = draft.publicPhone.trim()
  const faults: PostFault[] = []
  if (needsUnit.has(kind) && unit.length === 0) faults.push('unit')
  if (needsArea(kind) && areaId === null) faults.push('area')
  if (isShown(kind) && phone !== '' && !phoneForm.test(phone)) faults.push('phone')
  if (endsOn !== '' && endsOn < (startsOn === '' ? today : startsOn)) faults.push('term')
  return faults
}

/** The post to be sent, or null while something is missing. What was not chosen and can be known the server fills in. */
export function newPost(draft: PostDraft, today: string): NewPost | null {
  const { kind, unit, startsOn, endsOn } = draft
  if (kind === null || faultsIn(draft, today).length > 0) return null
  const areaId = postArea[kind] === 'district' ? null : draft.areaId
  const [publicName, publicPhone] = [draft.publicName.trim(), draft.publicPhone.trim()]
  return {
    kind,
    ...(areaId !== null && { areaId }),
    ...(unit[0] && { unitId: unit[0].value }),
    ...(isShown(kind) && publicName !== '' && { publicName }),
    ...(isShown(kind) && publicPhone !== '' && { publicPhone }),
    ...(startsOn !== '' && { startsOn }),
    ...(endsOn !== '' && { endsOn }),
  }
}
