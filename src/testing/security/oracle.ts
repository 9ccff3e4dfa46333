/**
 * Who may see and do what, written a second time from the prose of the plan and the table that the README shows, and
 * from nothing of the program: neither its rules nor its policies. Where both agree thousands of times, they mean the
 * same.
 */

export type Kind =
  | 'administrator'
  | 'centre'
  | 'street_desk'
  | 'community_desk'
  | 'unit_desk'
  | 'unit_head'
  | 'grid_leader'
  | 'grid_worker'
  | 'evaluator'

/** Days as YYYY-MM-DD; a term holds from its first day to the day before `until`. */
export interface Term {
  readonly from: string
  readonly until: string | null
}
/** A post of somebody, or of a colleague who lent it for a while. */
export interface OraclePost {
  readonly kind: Kind
  readonly place: string
  readonly unit: string | null
  readonly term: Term
  readonly lent: Term | null
}
export interface OracleCase {
  /** Names of the places that hold it, the district first. */
  readonly places: readonly string[]
  /** Units that have it in hand, and those above them, who answer for them. */
  readonly units: readonly string[]
  /** Those of them whose own part it is. */
  readonly parts: readonly string[]
  readonly confidential: boolean
}

const within = ({ from, until }: Term, today: string): boolean =>
  from <= today && (until === null || today < until)
export const holds = ({ term, lent }: OraclePost, today: string): boolean =>
  within(term, today) && (lent === null || within(lent, today))

const desks: readonly Kind[] = ['street_desk', 'community_desk']
const grids: readonly Kind[] = ['grid_leader', 'grid_worker']
const answering: readonly Kind[] = ['centre', ...desks, 'unit_desk', 'unit_head']

/** What is done with a case, by who answers for it. */
const work = ['sign', 'note', 'resolve']
const telling = ['reply', 'publish', 'see-reporter']
const ending = ['check', 'close']
export const oracleActs = [...work, ...telling, ...ending]

const inArea = (post: OraclePost, found: OracleCase): boolean =>
  !found.confidential && found.places.includes(post.place)
const inHand = (post: OraclePost, found: OracleCase): boolean =>
  answering.includes(post.kind) && post.unit !== null && found.units.includes(post.unit)

/** Desks and grids see their area, units what they have in hand, the centre all, an evaluator what is not confidential. */
export function seesCase(post: OraclePost, found: OracleCase): boolean {
  if (post.kind === 'centre') return true
  if (post.kind === 'evaluator') return !found.confidential && found.places.length > 1
  const area = (desks.includes(post.kind) || grids.includes(post.kind)) && inArea(post, found)
  return area || inHand(post, found)
}

/** A sheet is passed on: what is confidential is in none, whoever takes it out (Care 3). */
export const goesOut = (found: OracleCase): boolean => !found.confidential

/** Rows that the database shows: what is seen, and all to an administrator, whose changes of the map touch them. */
export const rowOfCase = (post: OraclePost, found: OracleCase): boolean =>
  post.kind === 'administrator' || seesCase(post, found)

/** Who reported: the centre, and the desks of territory in their own area; never who handles it (Care 2). */
export const seesReporter = (post: OraclePost, found: OracleCase): boolean =>
  post.kind === 'centre' || (desks.includes(post.kind) && inArea(post, found))

export function mayOnCase(post: OraclePost, act: string, found: OracleCase): boolean {
  if (work.includes(act)) return grids.includes(post.kind) ? inArea(post, found) : inHand(post, found)
  // What is confidential never reaches the board, by whomever (Care 3).
  if (act === 'publish' && found.confidential) return false
  if (telling.includes(act)) return seesReporter(post, found)
  return post.kind === 'centre'
}
/** Whether the post is for such acts at all, wherever. */
export function mayAnywhere(post: OraclePost, act: string): boolean {
  if (work.includes(act)) return answering.includes(post.kind) || grids.includes(post.kind)
  if (telling.includes(act)) return post.kind === 'centre' || desks.includes(post.kind)
  return post.kind === 'centre'
}

export const looksAtCases = (post: OraclePost): boolean => post.kind !== 'administrator'
/** Alerts are for the centre and for whoever stands near. */
export const hearsAlerts = (post: OraclePost): boolean =>
  post.kind === 'centre' || desks.includes(post.kind) || grids.includes(post.kind)
export const seesAlert = (post: OraclePost, places: readonly string[]): boolean =>
  post.kind === 'centre' || (hearsAlerts(post) && places.includes(post.place))

/** The register is for the desks of territory and the grids, each in the own area; not for the centre. */
export const keepsRegister = (post: OraclePost): boolean =>
  desks.includes(post.kind) || grids.includes(post.kind)
export const seesPerson = (post: OraclePost, places: readonly string[]): boolean =>
  keepsRegister(post) && places.includes(post.place)

/** Signed for and ended is a part of one's own unit; above it one may only note what was done. */
const ofOwnPart = ['sign', 'resolve']

/** How an act on a case must be answered: done or refused for its stage, refused anyhow, not permitted, not found. */
export function answerTo(
  posts: readonly OraclePost[],
  act: string,
  found: OracleCase,
): 'let' | 'refused' | 'not_permitted' | 'not_found' {
  const may = posts.filter((post) => mayOnCase(post, act, found))
  const hasPart = may.some(({ unit }) => unit !== null && found.parts.includes(unit))
  if (may.length > 0) return hasPart || !ofOwnPart.includes(act) ? 'let' : 'refused'
  if (!posts.some((post) => mayAnywhere(post, act))) return 'not_permitted'
  return posts.some((post) => rowOfCase(post, found)) ? 'not_permitted' : 'not_found'
}
