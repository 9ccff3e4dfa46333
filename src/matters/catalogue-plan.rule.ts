import canonicalize from 'canonicalize'
import type { Matter, NewMatter } from './contract.ts'

/** A matter of the standing catalogue with the days it holds (YYYY-MM-DD); `validTo` is the first day without it. */
export interface KnownMatter {
  readonly matter: Matter
  readonly validFrom: string
  readonly validTo: string | null
}

/** What an import does with each matter. Rules are dated rows: what held until now keeps its row. */
export interface CataloguePlan {
  readonly add: readonly NewMatter[]
  /** The row of this id ends and a new one begins. */
  readonly replace: readonly { readonly id: string; readonly matter: NewMatter }[]
  /** Rows that began on the day of the import itself are written over: they never held on another. */
  readonly correct: readonly (NewMatter & { readonly id: string })[]
  readonly retire: readonly string[]
  readonly same: number
  /** Codes whose row begins or ends later than the import's day: nothing can be said about the days before. */
  readonly changedLater: readonly string[]
}

/** Compares the matters that come in with the catalogue, for a change that holds from `fromDay` on. */
export function planCatalogue(
  matters: readonly NewMatter[],
  catalogue: readonly KnownMatter[],
  { fromDay, retire }: { readonly fromDay: string; readonly retire: boolean },
): CataloguePlan {
  const last = new Map<string, KnownMatter>()
  for (const known of catalogue) {
    const before = last.get(known.matter.code)
    if (!before || before.validFrom < known.validFrom) last.set(known.matter.code, known)
  }
  const plan = { add: [], replace: [], correct: [], changedLater: [], retire: [] } as {
    -readonly [Key in Exclude<keyof CataloguePlan, 'same'>]: CataloguePlan[Key][number][]
  }
  let same = 0
  for (const matter of matters) {
    const known = last.get(matter.code)
    if (known && isSettledLater(known, fromDay)) plan.changedLater.push(matter.code)
    else if (known && isSame(matter, known)) same += 1
    else if (known?.validFrom === fromDay) plan.correct.push({ ...matter, id: known.matter.id })
    else if (known && known.validTo === null) plan.replace.push({ id: known.matter.id, matter })
    else plan.add.push(matter)
  }
  if (retire) {
    const stay = new Set(matters.map(({ code }) => code))
    for (const { matter, validTo } of last.values()) {
      if (validTo === null && !stay.has(matter.code)) plan.retire.push(matter.id)
    }
  }
  return { ...plan, same }
}

/** It begins later, or its end later is announced: nothing can be said about the days before. */
const isSettledLater = ({ validFrom, validTo }: KnownMatter, fromDay: string): boolean =>
  validFrom > fromDay || (validFrom < fromDay && validTo !== null && validTo > fromDay)

function isSame(matter: NewMatter, { matter: { id: _id, ...standing }, validTo }: KnownMatter): boolean {
  return validTo === null && canonicalize(matter) === canonicalize(standing)
}
