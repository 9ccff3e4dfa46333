import type { Who, WhoPost } from '../platform/ctx.ts'
import { type Act, acts } from './contract.ts'
import { actsOf } from './permission.rule.ts'
import { grantsOf, type PermissionTable } from './permission-table.rule.ts'

/** An account as its session finds it. */
export interface AccountNow {
  readonly id: string
  readonly kind: 'staff' | 'resident'
  readonly name: string
  /** Posts held today, and those of others whom the account stands in for. */
  readonly posts: readonly PostNow[]
  /** Areas right below the district's, where a post stands in the district. */
  readonly below?: readonly string[]
}
export type PostNow = Omit<WhoPost, 'grants'>

/** Acts that need the rows of cases or whistles in their whole reach: to see one, or to change what they hang on. */
export const rowActs: readonly Act[] = [
  'case.see',
  'whistle.see',
  'whistle.blow',
  'whistle.answer',
  'whistle.coordinate',
  'whistle.rate',
  'whistle.advise',
  'mediation.conduct',
  'station.see',
  'station.keep',
  'action.see',
  'action.lead',
  'action.answer',
  'emergency.declare',
  'hand_over.keep',
  'assessment.see',
  'assessment.claim',
  'assessment.mark',
  'assessment.decide',
  'case.erase',
  'import.run',
  'export.run',
  'area.manage',
  'matter.manage',
  'calendar.manage',
]
/** Acts that show persons in those rows. */
export const personActs: readonly Act[] = ['case.see_reporter']
/** Acts that show who lives where. */
export const registerActs: readonly Act[] = ['register.see']
/** Acts that change bodies with their offices and terms, and links. */
export const bodyActs: readonly Act[] = ['body.manage']
export const linkActs: readonly Act[] = ['link.manage']

const distinct = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

/** The areas that any of these acts reaches by these posts. Rows carry all areas above their place. */
export const areasReached = (
  posts: readonly WhoPost[],
  acts: readonly Act[],
  below: readonly string[],
): string[] =>
  distinct(
    posts.flatMap((post) =>
      acts.flatMap((act) =>
        (post.grants[act] ?? []).flatMap((reach) =>
          reach === 'own_unit' ? [] : reach === 'below_district' ? below : [post.areaId],
        ),
      ),
    ),
  )

/**
 * The areas in which these posts allow one act: a list shows no more, where another post of the same person reaches
 * further to look after something. What stands below the district is what is reached, without the district itself.
 */
export function areasFor({ kind, posts, reach }: Pick<Who, 'kind' | 'posts' | 'reach'>, act: Act): string[] {
  if (kind === 'system') return [...reach]
  return distinct(
    posts.flatMap(({ grants, areaId }) =>
      (grants[act] ?? []).flatMap((far) => {
        if (far === 'below_district') return reach.filter((id) => id !== areaId)
        return far === 'own_unit' ? [] : [areaId]
      }),
    ),
  )
}

/** Acts on the rows of a unit: whoever comes to a grid's day for it, and does none of these, sees none of them. */
const unitActs: readonly Act[] = [...rowActs, ...acts.filter((act) => act.startsWith('case.'))]

/** The units whose work these posts do, and so see. */
const unitsOf = (posts: readonly WhoPost[]): string[] =>
  distinct(
    posts.map(({ grants, unitId }) =>
      unitActs.some((act) => grants[act]?.includes('own_unit')) ? unitId : null,
    ),
  )

/** What policies and permission know of someone with an account, by the district's table of permission. */
export function whoOfAccount(account: AccountNow, receiptHash: string, table: PermissionTable): Who {
  const { id, kind, name, below = [] } = account
  const posts = account.posts.map((post) => ({ ...post, grants: grantsOf(table, post.kind) }))
  return {
    actor: `account:${id}`,
    accountId: id,
    name,
    kind,
    posts,
    reach: areasReached(posts, rowActs, below),
    personReach: areasReached(posts, personActs, below),
    registerReach: areasReached(posts, registerActs, below),
    bodyReach: areasReached(posts, bodyActs, below),
    linkReach: areasReached(posts, linkActs, below),
    units: unitsOf(posts),
    acts: actsOf({ kind, posts }),
    receiptHash,
  }
}

/** Someone without an account: known by a secret of their browser, or not at all and then only reading. */
export const whoOfClient = (clientHash: string | null, receiptHash: string): Who => ({
  actor: clientHash === null ? 'anonymous' : `client:${clientHash}`,
  accountId: null,
  name: null,
  kind: 'anonymous',
  posts: [],
  reach: [],
  personReach: [],
  registerReach: [],
  bodyReach: [],
  linkReach: [],
  units: [],
  acts: actsOf({ kind: 'anonymous', posts: [] }),
  receiptHash,
})
