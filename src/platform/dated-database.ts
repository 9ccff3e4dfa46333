import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Pool } from './database.ts'

/**
 * A pool for a library that brings its own queries and knows moments only as `Date`, where all else here reads
 * `Temporal.Instant`. Its tables have no types on our side.
 */
export const datedDatabase = (pool: Pool): Kysely<unknown> =>
  new Kysely<unknown>({ dialect: new PostgresDialect({ pool: withDates(pool) }) })

const withDates = (pool: Pool): PostgresPool => ({
  options: {},
  connect: async () => {
    const client = await pool.connect()
    const withoutCursors: Pick<PostgresPoolClient, 'release'> & { query: unknown } = {
      query: (text: string, values: readonly unknown[]) =>
        client.query({ text, values: [...values], types: pg.types }),
      release: () => client.release(),
    }
    return withoutCursors as PostgresPoolClient
  },
  // The pool belongs to the district, which closes it.
  end: async () => undefined,
})
