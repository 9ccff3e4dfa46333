import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from './clock.ts'
import type { Pool } from './database.ts'
import type { Tx } from './transaction.ts'

/** Who asks, as policies and permission see it. An anonymous reporter is a post too. */
export interface Who {
  /** `account:<id>`, `client:<hash of a secret>` or `system`: the actor of request ids. */
  readonly actor: string
  readonly accountId: string | null
  readonly name: string | null
  readonly kind: 'staff' | 'resident' | 'anonymous' | 'system'
  readonly posts: readonly WhoPost[]
  /** Areas whose rows the posts may see; a district's centre has the district's id alone. */
  readonly reach: readonly string[]
  /** Areas where the posts may see persons too. */
  readonly personReach: readonly string[]
  /** Areas where the posts may see who lives there: the register of homes and people. */
  readonly registerReach: readonly string[]
  /** Areas whose bodies, offices and terms the posts may change, and areas whose links. */
  readonly bodyReach: readonly string[]
  readonly linkReach: readonly string[]
  readonly units: readonly string[]
  readonly acts: readonly string[]
  /** SHA-256 of a receipt code that was shown, hex, or empty. */
  readonly receiptHash: string
}

export interface WhoPost {
  readonly id: string
  readonly kind: string
  readonly unitId: string | null
  readonly areaId: string
  /** What the district's table of permission gives it: acts with their reaches. */
  readonly grants: Readonly<Record<string, readonly string[]>>
  /** Whose post it is where somebody stands in for them, until that day (the first without it); own posts have none. */
  readonly lentBy?: { readonly accountId: string; readonly name: string; readonly until: string } | null
}

/** A district as a request meets it. */
export interface District {
  readonly id: string
  readonly schema: string
  readonly timeZone: string
  readonly demonstration: boolean
  readonly nameZh: string
  readonly nameEn: string
  readonly pools: { readonly app: Pool; readonly reader: Pool; readonly auth: Pool }
  readonly secret: (name: string) => Buffer
  readonly dataFolder: string
}

/** Where an act would fall: the place's path (district … grid) and the units concerned. */
export interface Reached {
  readonly path?: readonly string[]
  readonly units?: readonly string[]
}

/** Throws the Refusal `not_permitted` unless a post of the asker allows the act there. Supplied by `people`. */
export type Must = (who: Who, act: string, at: Reached) => void

/** What one request carries through every layer. */
export interface Ctx {
  readonly who: Who
  readonly clock: Clock
  readonly district: District
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>
  /** Permission, first in every use case. Without a place: whether any post allows it at all. */
  readonly must: (act: string, at?: Reached) => void
  /** One transaction: rows and journal lines commit together or not at all. */
  readonly transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** A read-only transaction under the same policies. */
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}
