import { isEnded } from '../stage.rule.ts'
import type { FindCases } from './find.contract.ts'
import { grammedInitials, gramsOf } from './grams.rule.ts'
import { areaMark, endedMark, matterMark, sightMark, sourceMark, stateMark, unitMark } from './marks.rule.ts'

/** What a word also names. */
export interface Named {
  readonly areaIds: readonly string[]
  readonly matters: readonly string[]
  readonly unitIds: readonly string[]
}

export interface AskedWord {
  readonly word: string
  readonly named: Named
}

/** A lexeme in a `tsquery`. */
const quote = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, (one) => one + one)}'`
const all = (lexemes: readonly string[]): string => `(${lexemes.map(quote).join(' & ')})`

/** One word: in the texts, as initials, or as the name of a place, a matter or a unit. Null where it can be none of these. */
function ofWord({ word, named }: AskedWord): string | null {
  const ways = [gramsOf(word), grammedInitials(word)].filter((lexemes) => lexemes.length > 0).map(all)
  const marks = [
    ...named.areaIds.map(areaMark),
    ...named.matters.map(matterMark),
    ...named.unitIds.map(unitMark),
  ].map(quote)
  const either = [...ways, ...marks]
  return either.length === 0 ? null : `(${either.join(' | ')})`
}

type Narrowed = Pick<FindCases, 'areaId' | 'unitId' | 'matter' | 'source' | 'stage' | 'state' | 'light'>

/** What the index knows of these filters; lights and stages of open cases it does not. */
function marksOf({ areaId, unitId, matter, source, stage, state, light }: Narrowed): string[] {
  return [
    ...(areaId === undefined ? [] : [areaMark(areaId)]),
    ...(unitId === undefined ? [] : [unitMark(unitId)]),
    ...(matter === undefined ? [] : [matterMark(matter)]),
    ...(source === undefined ? [] : [sourceMark(source)]),
    ...(stage === undefined ? [] : [isEnded(stage) ? endedMark(stage) : stateMark('open')]),
    ...(state === undefined ? [] : [stateMark(state)]),
    ...(light === undefined ? [] : [stateMark('open')]),
  ].map(quote)
}

/**
 * The question as a `tsquery` for a window, or null where nothing can be found. `seenBy`: the asker's areas and units, which
 * the policy asks for anyway; named among the words they make the index's lists short.
 */
export function questionOf(
  words: readonly AskedWord[],
  narrowed: Narrowed,
  seenBy: readonly string[],
): ((windowMark: string) => string) | null {
  const asked = words.map(ofWord)
  if (asked.includes(null) || seenBy.length === 0) return null
  const sight = `(${seenBy.map((id) => quote(sightMark(id))).join(' | ')})`
  const parts = [...asked, ...marksOf(narrowed), sight]
  return (windowMark) => [quote(windowMark), ...parts].join(' & ')
}

/** Whether rows that were found must be looked at once more: the index does not know all that is asked. */
export const mustLook = ({ stage, light }: Narrowed): boolean =>
  light !== undefined || (stage !== undefined && !isEnded(stage))
