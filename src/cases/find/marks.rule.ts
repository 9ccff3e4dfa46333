import type { Source, Stage } from '../contract.ts'
import { isOpen } from '../stage.rule.ts'

/** No word begins with it. */
const mark = (kind: string, value: string): string => `@${kind}:${value}`

/** An id in 22 characters: each case carries a dozen. */
const short = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

export const areaMark = (areaId: string): string => mark('a', short(areaId))
/** Who sees the case: an area of its reach, or one of its units. */
export const sightMark = (id: string): string => mark('r', short(id))
export const unitMark = (unitId: string): string => mark('u', short(unitId))
export const matterMark = (code: string): string => mark('m', code)
export const sourceMark = (source: Source): string => mark('s', source)
/** Where it stands: open cases change their stage often, and only the stages of ended ones have a mark of their own. */
export const stateMark = (state: 'open' | 'ended'): string => mark('o', state)
export const endedMark = (stage: Stage): string => mark('e', stage)
export const againMark = mark('o', 'again')

export const stateMarks = (stage: Stage): string[] =>
  isOpen(stage) ? [stateMark('open')] : [stateMark('ended'), endedMark(stage)]
