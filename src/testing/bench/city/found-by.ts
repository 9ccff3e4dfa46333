import { gramsOf } from '../../../cases/find/grams.rule.ts'
import { areaMark, sightMark, unitMark } from '../../../cases/find/marks.rule.ts'
import { windowMarks } from '../../../cases/find/windows.rule.ts'

/**
 * By what a template is found wherever and whenever it is (as `tsvector` writes it), which of its units find it, and which
 * places and units see it.
 */
export interface FoundBy {
  readonly always: string
  readonly unitsAt: readonly number[]
  readonly seenAt: { readonly places: readonly number[]; readonly units: readonly number[] }
}

const quoted = (words: readonly string[]): string =>
  words.map((word) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\\\\\')}'`).join(' ')

/** Parts what a template's row in `case_words` says into what every copy says and what is its own. */
export function foundBy(
  doc: string,
  template: {
    readonly number: string
    readonly path: readonly string[]
    readonly unitIds: readonly string[]
  },
): FoundBy {
  const words = [...doc.matchAll(/'((?:[^']|'')*)'/g)].map(([, word]) => word!.replaceAll("''", "'"))
  const own = new Set(gramsOf(template.number))
  const stays = words.filter((word) => !/^@(w\d|a|r|u):/.test(word) && !own.has(word))
  const placesOf = (marks: readonly string[]) =>
    marks.flatMap((mark, at) => (words.includes(mark) ? [at] : []))
  return {
    always: quoted(stays),
    unitsAt: placesOf(template.unitIds.map(unitMark)),
    seenAt: {
      places: placesOf(template.path.map(sightMark)),
      units: placesOf(template.unitIds.map(sightMark)),
    },
  }
}

/** By what a copy is found besides. */
export const ownWords = (copy: {
  readonly number: string
  readonly where: string
  readonly path: readonly string[]
  readonly unitIds: readonly string[]
  readonly seenBy: readonly string[]
  readonly madeAtMs: number
}): string =>
  quoted([
    ...new Set([
      ...gramsOf(copy.number),
      ...gramsOf(copy.where),
      ...windowMarks(copy.madeAtMs),
      ...copy.path.map(areaMark),
      ...copy.unitIds.map(unitMark),
      ...copy.seenBy.map(sightMark),
    ]),
  ])
