import type { AreaKind } from '../areas/contract.ts'
import type { UnitKind } from './contract.ts'

/** Where a kind of body may stand: in which kinds of area, and under which kinds of body. */
export interface BodyPlace {
  readonly areas: readonly AreaKind[]
  readonly under: readonly UnitKind[]
  /** Whether it may stand under nobody. */
  readonly alone: boolean
}

const anywhere: readonly AreaKind[] = ['district', 'street', 'community', 'grid', 'estate']

/**
 * Which kind may stand where. Sub-committees and residents' groups stand under their residents' committee
 * (城市居民委员会组织法 第十三、十四条, 2018-12-29); a branch stands under a committee, and a group under its branch
 * (中国共产党支部工作条例（试行）, 2018-10-28); an owners' committee belongs to one property area
 * (物业管理条例 第九条, 2018-03-19) and stands under nobody.
 */
export const bodyPlaces: Readonly<Record<UnitKind, BodyPlace>> = {
  centre: { areas: ['district'], under: [], alone: true },
  department: { areas: ['district'], under: [], alone: true },
  street_office: { areas: ['street'], under: [], alone: true },
  street_team: { areas: ['street'], under: ['department', 'street_office'], alone: true },
  community: { areas: ['community'], under: ['street_office'], alone: true },
  service_centre: {
    areas: ['district', 'street', 'community'],
    under: ['street_office', 'community', 'service_centre'],
    alone: true,
  },
  property_firm: { areas: anywhere, under: ['property_firm'], alone: true },
  party_committee: {
    areas: ['district', 'street', 'community'],
    under: ['party_committee'],
    alone: true,
  },
  party_branch: { areas: ['community', 'grid', 'estate'], under: ['party_committee'], alone: false },
  party_group: { areas: ['grid', 'estate', 'building'], under: ['party_branch'], alone: false },
  sub_committee: { areas: ['community'], under: ['community'], alone: false },
  residents_group: {
    areas: ['community', 'grid', 'estate', 'building'],
    under: ['community'],
    alone: false,
  },
  owners_committee: { areas: ['estate'], under: [], alone: true },
  social_organisation: { areas: anywhere, under: [], alone: true },
  resident_institution: { areas: ['street', 'community', 'grid'], under: [], alone: true },
}

/** A place in the tree of areas, as a body stands in it. */
export interface Standing {
  readonly kind: UnitKind
  readonly areaKind: AreaKind
  /** Ids from the district down to the area itself. */
  readonly areaPath: readonly string[]
}

/** What is wrong with a body's place, or null. The body above serves the same area or a wider one around it. */
export function placeFault(
  body: Standing,
  parent: { readonly kind: UnitKind; readonly areaId: string } | null,
): 'body_area_wrong' | 'body_parent_wrong' | 'body_parent_needed' | null {
  const place = bodyPlaces[body.kind]
  if (!place.areas.includes(body.areaKind)) return 'body_area_wrong'
  if (parent === null) return place.alone ? null : 'body_parent_needed'
  const fits = place.under.includes(parent.kind) && body.areaPath.includes(parent.areaId)
  return fits ? null : 'body_parent_wrong'
}
