import canonicalize from 'canonicalize'
import type { Area, AreaImport, NewArea, Shape } from './contract.ts'
import { AreaKind } from './contract.ts'

/** What an import compares a file's areas with. */
export interface KnownArea extends Pick<Area, 'id' | 'kind' | 'nameZh' | 'nameEn' | 'estateKind' | 'ended'> {
  readonly parentId: string | null
  readonly shape: Shape | null
  /** YYYY-MM-DD. */
  readonly validFrom: string
}

/** What is to be done with each area of a file; parents stand before what they hold. */
export interface ImportPlan {
  readonly add: readonly NewArea[]
  /** New names, kind of estate or shape; what a file does not say stays as it is. */
  readonly change: readonly (Pick<KnownArea, 'id' | 'nameZh' | 'nameEn' | 'estateKind' | 'shape'> & {
    readonly code: string
  })[]
  /** A new parent; it may be among those to be added. */
  readonly move: readonly { readonly code: string; readonly parentCode: string }[]
  readonly same: number
  readonly faults: AreaImport['faults']
}

type Reason = AreaImport['faults'][number]['reason']

const widthOf = (kind: AreaKind): number => AreaKind.options.indexOf(kind)

/**
 * Compares a file's areas with those that stand (by code), for a change that holds from `fromDay` on.
 * What lies under an area that cannot be taken in has no parent, and is a fault too.
 */
export function planImport(
  areas: readonly NewArea[],
  standing: ReadonlyMap<string, KnownArea>,
  fromDay: string,
): ImportPlan {
  const add: NewArea[] = []
  const change: ImportPlan['change'][number][] = []
  const move: ImportPlan['move'][number][] = []
  const faults: AreaImport['faults'][number][] = []
  const kinds = new Map(
    [...standing].filter(([, area]) => !area.ended).map(([code, area]) => [code, area.kind]),
  )
  let same = 0
  for (const area of [...areas].sort((a, b) => widthOf(a.kind) - widthOf(b.kind))) {
    const known = standing.get(area.code)
    const parent = area.parentCode === null ? undefined : standing.get(area.parentCode)
    const moved = known !== undefined && area.parentCode !== null && known.parentId !== (parent?.id ?? '')
    const changed = known === undefined ? null : changeOf(area, known)
    const reason = faultOf(area, known, kinds, fromDay, moved || changed !== null)
    if (reason) {
      faults.push({ code: area.code, reason })
      continue
    }
    if (known === undefined) {
      add.push(area)
      kinds.set(area.code, area.kind)
    } else if (changed) change.push({ ...changed, code: area.code })
    if (moved) move.push({ code: area.code, parentCode: area.parentCode! })
    if (known && !changed && !moved) same += 1
  }
  return { add, change, move, same, faults }
}

function faultOf(
  { kind, parentCode }: NewArea,
  known: KnownArea | undefined,
  kinds: ReadonlyMap<string, AreaKind>,
  fromDay: string,
  differs: boolean,
): Reason | null {
  if (kind === 'home') return 'kind_not_kept'
  if (known?.ended) return 'code_ended'
  if (known && known.kind !== kind) return 'kind_changed'
  if (!known && kind === 'district' && [...kinds.values()].includes('district')) return 'second_district'
  if (kind !== 'district') {
    const parentKind = parentCode === null ? undefined : kinds.get(parentCode)
    if (parentKind === undefined) return 'parent_unknown'
    if (widthOf(parentKind) >= widthOf(kind)) return 'parent_not_wider'
  }
  return known && differs && known.validFrom > fromDay ? 'changed_later' : null
}

/** What an area is after the file, or null where that is what it was. */
function changeOf(
  area: NewArea,
  known: KnownArea,
): Pick<KnownArea, 'id' | 'nameZh' | 'nameEn' | 'estateKind' | 'shape'> | null {
  const after = {
    id: known.id,
    nameZh: area.nameZh,
    // Without an English name the Chinese one stands in, and follows it.
    nameEn: area.nameEn ?? (known.nameEn === known.nameZh ? area.nameZh : known.nameEn),
    estateKind: area.estateKind ?? known.estateKind,
    shape: area.shape ?? known.shape,
  }
  const isSame =
    after.nameZh === known.nameZh &&
    after.nameEn === known.nameEn &&
    after.estateKind === known.estateKind &&
    canonicalize(after.shape) === canonicalize(known.shape)
  return isSame ? null : after
}
