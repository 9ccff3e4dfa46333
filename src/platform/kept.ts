import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { District } from './ctx.ts'
import type { Tx } from './transaction.ts'
import { kyselyOn } from './transaction.ts'

/** What some rows of a district amount to (its map, catalogue, calendar), kept in memory. */
export interface Kept<T> {
  /**
   * As of the last change by this server; changes by others show within the time between two looks. Where the caller
   * has just read the revision (null: none yet) it is as of that one, whoever changed it.
   */
  readonly of: (of: { readonly district: District }, revision?: string | null) => Promise<T>
  /** First in each transaction that changes the rows: writers queue here, and other servers learn of it. */
  readonly change: (tx: Tx) => Promise<void>
  /** After that transaction's commit, so that this server's next reader sees it. */
  readonly forget: (of: { readonly district: District }) => void
}

interface Memory<T> {
  readonly revision: string | null
  readonly loaded: T
}

/** Few and small enough rows, read so often that a look at them per request would cost more than all else. */
const lookEveryMs = 5_000

/** Defines something kept. `what` names its revision; `load` reads the rows as the reader's role. */
export function keep<T>(
  what: string,
  load: (db: Kysely<Tables>, district: District) => Promise<T>,
  everyMs = lookEveryMs,
): Kept<T> {
  const memories = new WeakMap<
    District,
    { readonly lookedAtMs: number; readonly memory: Promise<Memory<T>> }
  >()

  const look = (district: District, before: Promise<Memory<T>> | undefined): Promise<Memory<T>> => {
    const looking = refresh(what, load, district, before)
    memories.set(district, { lookedAtMs: performance.now(), memory: looking })
    looking.catch(() => {
      if (memories.get(district)?.memory === looking) memories.delete(district)
    })
    return looking
  }

  return {
    of: async ({ district }, revision) => {
      const kept = memories.get(district)
      if (kept && revision !== undefined) {
        const memory = await kept.memory
        return (memory.revision === revision ? memory : await look(district, kept.memory)).loaded
      }
      const fresh = kept !== undefined && performance.now() - kept.lookedAtMs < everyMs
      return (await (fresh ? kept.memory : look(district, kept?.memory))).loaded
    },
    change: async (tx) => {
      await tx.query(
        'change_revision',
        `insert into revisions (what, revision) values ($1, $2)
         on conflict (what) do update set revision = excluded.revision`,
        [what, randomUUID()],
      )
    },
    forget: ({ district }) => {
      memories.delete(district)
    },
  }
}

async function refresh<T>(
  what: string,
  load: (db: Kysely<Tables>, district: District) => Promise<T>,
  district: District,
  before: Promise<Memory<T>> | undefined,
): Promise<Memory<T>> {
  const known = await before
  // The reader's pool: a caller that holds a connection of the app's must never wait for a second one there.
  const connection = await district.pools.reader.connect()
  try {
    const db = kyselyOn(connection)
    const row = await db
      .selectFrom('revisions')
      .select('revision')
      .where('what', '=', what)
      .executeTakeFirst()
    const revision = row?.revision ?? null
    if (known?.revision === revision) return known
    // Read before the rows: rows newer than their revision are loaded once more, older ones never stay.
    return { revision, loaded: await load(db, district) }
  } finally {
    connection.release()
  }
}
