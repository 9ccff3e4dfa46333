import { createHash } from 'node:crypto'
import type { Who, WhoPost } from '../../platform/ctx.ts'
import { actsOf } from '../permission.rule.ts'
import { areasReached, rowActs } from '../who.rule.ts'
import { wholeDistrictActs } from './contract.ts'

/** A key as it is written: what leaks of it is found by its beginning. 256 random bits. */
const keyForm = /^linli_sk_[A-Za-z0-9_-]{43}$/

/** What is kept of a key. It is random: a plain hash cannot be guessed back. */
export const hashKey = (key: string): Buffer => createHash('sha256').update(key).digest()

/** The key of an `Authorization: Bearer` header; '' where it is another's, null where there is none. */
export function bearerOf(header: string | undefined): string | null {
  const token = /^Bearer +(\S{1,200})$/i.exec(header ?? '')?.[1]
  if (token === undefined) return null
  return keyForm.test(token) ? token : ''
}

/** A key that opens something now. */
export interface KeyNow {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly acts: readonly string[]
  readonly areaId: string
  /** Areas right below, where the key stands in the whole district. */
  readonly below: readonly string[] | null
}

/**
 * Who comes with a key: staff with one post of no kind, that has the key's acts in the key's area. A key for the whole
 * district sees cases from the streets down: what the district alone sees is confidential (Care 3).
 */
export function whoOfKey({ id, accountId, name, acts, areaId, below }: KeyNow): Who {
  const reachOf = (act: string): string => {
    if (below === null) return 'own_area'
    return (wholeDistrictActs as readonly string[]).includes(act) ? 'district' : 'below_district'
  }
  const open = acts.filter((act) => below !== null || !(wholeDistrictActs as readonly string[]).includes(act))
  const grants = Object.fromEntries(open.map((act) => [act, [reachOf(act)]]))
  const posts: WhoPost[] = [{ id, kind: 'service', unitId: null, areaId, grants }]
  return {
    actor: `account:${accountId}`,
    accountId,
    name,
    kind: 'staff',
    posts,
    reach: areasReached(posts, rowActs, below ?? []),
    personReach: [],
    registerReach: [],
    bodyReach: [],
    linkReach: [],
    units: [],
    acts: actsOf({ kind: 'staff', posts }),
    receiptHash: '',
  }
}
