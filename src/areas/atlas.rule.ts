import { Refusal } from '../kernel/refusal.ts'
import type { Area, AreaKind, AreaStep, Shape } from './contract.ts'
import type { LonLat } from './coordinates.rule.ts'
import { buildLocator } from './locate.rule.ts'
import { readPlaceCode } from './qr.rule.ts'

/** A district's whole map in memory: its tree, where points lie, and names. */
export interface Atlas {
  /** The district's own area. Refuses `area_unknown` before the map is there. */
  readonly district: Area
  readonly isEmpty: boolean
  /** Also areas that ended: old cases name them. */
  readonly get: (id: string) => Area | undefined
  /** As `get`; refuses `area_unknown`. */
  readonly known: (id: string) => Area
  /** The narrowest area with an outline that holds the point: a grid, else a community, and so on. */
  readonly locate: (point: LonLat) => Area | null
  /** By the code of a place as people type it; ended places are not found. */
  readonly byPlaceCode: (typed: string) => Area | null
  /** The community that the area is or lies in. */
  readonly communityOf: (area: Area) => Area | null
  /** The chain of the journal for what happens there: its community, else its street, else the district. */
  readonly chainOf: (area: Area) => string
  /** Parts that stand, in order of code. */
  readonly partsOf: (id: string) => readonly Area[]
  /** The area itself and all that stands below it, as deep as it goes; parts behind their whole, in order of code. */
  readonly below: (area: Area) => Area[]
  /** The way down, the district first and the area itself last. */
  readonly stepsOf: (area: Area) => AreaStep[]
  /** Areas whose name holds the text or whose code begins with it; estates and communities first. Of one kind: also by the names above. */
  readonly find: (text: string, limit: number, kind?: AreaKind) => Area[]
}

/** Kinds whose outlines say where a point lies, narrowest first; estates and buildings may cross grids. */
export const territorialKinds = ['grid', 'community', 'street', 'district'] as const

/** `areas` in order of code. */
export function buildAtlas(
  areas: readonly Area[],
  shapes: readonly { readonly id: string; readonly shape: Shape }[],
): Atlas {
  const byId = new Map(areas.map((area) => [area.id, area]))
  const standing = areas.filter((area) => !area.ended)
  const byPlaceCode = new Map(standing.map((area) => [area.placeCode, area]))
  const parts = Map.groupBy(standing, (area) => area.parentId)
  const locators = territorialKinds.map((kind) =>
    buildLocator(
      shapes
        .filter(({ id }) => byId.get(id)?.kind === kind)
        .map(({ id, shape }) => ({ id, geometry: shape })),
    ),
  )
  const onTheWay = (area: Area, kind: AreaKind) =>
    area.path.map((id) => byId.get(id)!).find((step) => step.kind === kind) ?? null
  const known = (id: string): Area => {
    const area = byId.get(id)
    if (!area) throw new Refusal('area_unknown')
    return area
  }
  const below = (area: Area): Area[] => [area, ...(parts.get(area.id) ?? []).flatMap(below)]
  return {
    get district() {
      const district = standing.find((area) => area.kind === 'district')
      if (!district) throw new Refusal('area_unknown')
      return district
    },
    isEmpty: standing.length === 0,
    get: (id) => byId.get(id),
    known,
    locate: (point) => {
      for (const locate of locators) {
        const id = locate(point)
        if (id !== null) return byId.get(id)!
      }
      return null
    },
    byPlaceCode: (typed) => byPlaceCode.get(readPlaceCode(typed) ?? '') ?? null,
    communityOf: (area) => onTheWay(area, 'community'),
    chainOf: (area) => (onTheWay(area, 'community') ?? onTheWay(area, 'street'))?.id ?? area.path[0]!,
    partsOf: (id) => parts.get(id) ?? [],
    below,
    stepsOf: (area) =>
      area.path.map((id) => {
        const { kind, nameZh, nameEn } = byId.get(id)!
        return { id, kind, nameZh, nameEn }
      }),
    find: finder(standing, byId),
  }
}

/** What people look for by name, most often first. */
const findRank: Record<AreaKind, number> = {
  estate: 0,
  community: 0,
  street: 1,
  building: 2,
  grid: 3,
  district: 4,
  home: 5,
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

function finder(areas: readonly Area[], byId: ReadonlyMap<string, Area>): Atlas['find'] {
  const named = areas.map((area) => ({
    area,
    names: [plain(area.nameZh), plain(area.nameEn)],
    code: plain(area.code),
  }))
  // Many communities have a 第一网格: who looks for a grid says whose it is.
  const namesOfWay = ({ path }: Area): string =>
    path
      .map((id) => byId.get(id))
      .flatMap((step) => (step ? [plain(step.nameZh), plain(step.nameEn)] : []))
      .join('|')
  return (text, limit, kind) => {
    const wanted = plain(text)
    if (wanted === '') return []
    const parts = wanted.split(/\s+/)
    const isOnTheWay = (area: Area): boolean => {
      const names = namesOfWay(area)
      return parts.every((part) => names.includes(part))
    }
    const fitOf = ({ area, names, code }: (typeof named)[number]): number => {
      if (code === wanted || names.includes(wanted)) return 0
      if ([code, ...names].some((name) => name.startsWith(wanted))) return 1
      if (names.some((name) => name.includes(wanted))) return 2
      return kind !== undefined && isOnTheWay(area) ? 2 : 3
    }
    return named
      .filter(({ area }) => kind === undefined || area.kind === kind)
      .map((entry) => ({ area: entry.area, fit: fitOf(entry), rank: findRank[entry.area.kind] }))
      .filter(({ fit }) => fit < 3)
      .sort((a, b) => Number(a.fit > 0) - Number(b.fit > 0) || a.rank - b.rank || a.fit - b.fit)
      .slice(0, limit)
      .map(({ area }) => area)
  }
}
