import type { Area } from '../../../areas/contract.ts'
import type { Atlas } from '../../../areas/door.ts'
import { inFigures } from '../home-label.rule.ts'
import { type RegisterPlace, registerPlace } from '../place.ts'
import type { RegisterFault } from './contract.ts'
import type { FilePlace } from './row.rule.ts'

/** A building's name without ways of writing it: 三幢, 3号楼 and 3 are 3栋. */
const buildingKey = (text: string): string =>
  inFigures(text.normalize('NFKC').toLowerCase())
    .replace(/\s/g, '')
    .replace(/^(第)?(\d+)$/, '$2栋')
    .replace(/(号楼|号|幢|座|楼)$/, '栋')

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
const shortest = 2

export type FoundPlace = { readonly place: RegisterPlace } | { readonly fault: RegisterFault }

/**
 * Finds the building that a row means, by what the file says of community, estate and building. Of several with the same
 * name the asker's own counts; where none is theirs the row is refused as outside, and nothing is said of who lives there.
 */
export function buildingFinder(atlas: Atlas, isOwn: (area: Area) => boolean): (at: FilePlace) => FoundPlace {
  const below = (area: Area): Area[] => [area, ...atlas.partsOf(area.id).flatMap(below)]
  const all = below(atlas.district).filter((area) => !area.ended)
  const byKey = Map.groupBy(
    all.filter((area) => area.kind === 'building' || hasNoBuildings(atlas, area)).flatMap(keysOf),
    ([key]) => key,
  )
  const known = new Map<string, FoundPlace>()
  const find = ({ community, estate, building }: FilePlace): FoundPlace => {
    if (plain(building) === '' && plain(estate) === '') return { fault: 'building_missing' }
    const named = plain(building) === '' ? estate : building
    const called = (name: string) => [
      ...new Set((byKey.get(buildingKey(name)) ?? []).map(([, area]) => area)),
    ]
    const direct = called(named)
    const found = direct.length > 0 ? direct : called(estate).filter((area) => hasNoBuildings(atlas, area))
    const within = found.filter(
      (area) => isWithin(atlas, area, community) && (plain(building) === '' || isWithin(atlas, area, estate)),
    )
    const own = within.filter(isOwn)
    if (own.length > 1) return { fault: 'building_ambiguous' }
    if (own[0]) return { place: registerPlace(atlas, own[0].id) }
    return { fault: within.length > 0 ? 'outside_area' : 'building_unknown' }
  }
  return (at) => {
    const key = [at.community, at.estate, at.building].join('\n')
    const found = known.get(key) ?? find(at)
    known.set(key, found)
    return found
  }
}

/** Estates and courts that are not divided on the map hold their homes themselves. */
const hasNoBuildings = (atlas: Atlas, { id, kind }: Area): boolean =>
  kind === 'estate' && atlas.partsOf(id).every((part) => part.kind !== 'building')

/** By its whole name, by its number, and by its code a building is found. */
function keysOf(area: Area): [string, Area][] {
  const names = [area.nameZh, area.nameEn, area.code].map(buildingKey)
  const number = /(\d+|[a-z])栋$/.exec(names[0]!)?.[0]
  return [...new Set([...names, ...(number ? [number] : [])])].map((key) => [key, area])
}

/** Whether the area lies in one of that name, or carries the name in its own. */
function isWithin(atlas: Atlas, area: Area, text: string): boolean {
  const wanted = plain(text)
  if (wanted === '') return true
  return area.path.some((id) => {
    const name = plain(atlas.get(id)?.nameZh ?? '')
    const english = plain(atlas.get(id)?.nameEn ?? '')
    return [name, english].some(
      (one) => one === wanted || (wanted.length >= shortest && one.includes(wanted)),
    )
  })
}
