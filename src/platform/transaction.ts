import type { DatabaseConnection, Driver, QueryResult } from 'kysely'
import {
  type CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'
import type { Tables } from '../../db/tables.ts'
import type { Clock } from './clock.ts'
import { iso } from './clock.ts'
import type { District, Who } from './ctx.ts'
import type { Connection } from './database.ts'
import { bound } from './database.ts'
import type { NewLine } from './events.ts'
import { appendLines } from './journal.ts'

/** A running transaction: typed SQL, plain SQL for hot paths, and the lines it will write. */
export interface Tx {
  readonly db: Kysely<Tables>
  readonly query: <Row extends pg.QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ) => Promise<Row[]>
  /** Queues a journal line; it is chained and written just before the commit. */
  readonly record: (line: NewLine) => void
  /** Opens journal lines of these subjects to the transaction, once the caller has seen that it may. */
  readonly openStory: (subjects: readonly string[]) => Promise<void>
}

const uuids = (ids: readonly string[]): string => pg.escapeLiteral(`{${ids.join(',')}}`)

/** The settings that every policy reads, as one message; none is ever left unset, so policies fail closed. */
export function prologue(who: Who, readOnly: boolean): string {
  return `begin${readOnly ? ' read only' : ''}; \
set local app.actor = ${pg.escapeLiteral(who.actor)}; \
set local app.account = ${uuids(who.accountId ? [who.accountId] : [])}; \
set local app.reach = ${uuids(who.reach)}; \
set local app.person_reach = ${uuids(who.personReach)}; \
set local app.units = ${uuids(who.units)}; \
set local app.acts = ${pg.escapeLiteral(`|${who.acts.join('|')}|`)}; \
set local app.receipt = ${pg.escapeLiteral(who.receiptHash || 'ff')}; \
set local app.chains = '{}'; set local app.subjects = '{}'`
}

/** Runs `work` in one transaction of the app's role, in READ COMMITTED, and writes its lines last. */
export async function runTransaction<T>(
  district: District,
  who: Who,
  clock: Clock,
  work: (tx: Tx) => Promise<T>,
  readOnly = false,
): Promise<T> {
  const connection = await district.pools.app.connect()
  let broken = false
  try {
    await connection.query(prologue(who, readOnly))
    const lines: NewLine[] = []
    const result = await work(txOn(connection, lines))
    if (lines.length === 0) await connection.query('commit')
    else {
      const actor = who.accountId
        ? `account:${who.accountId}`
        : who.kind === 'system'
          ? 'system'
          : 'anonymous'
      await appendLines(connection, district.schema, lines, { actor, recordedAt: iso(clock.now()) })
    }
    return result
  } catch (error) {
    // A connection that cannot even roll back is thrown away, not reused.
    await connection.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    connection.release(broken)
  }
}

function txOn(connection: Connection, lines: NewLine[]): Tx {
  let db: Kysely<Tables> | undefined
  return {
    get db() {
      db ??= kyselyOn(connection)
      return db
    },
    query: async (name, text, values) =>
      (await connection.query({ name, text, values: values.map(bound) })).rows as never,
    record: (line) => {
      lines.push(line)
    },
    openStory: async (subjects) => {
      await connection.query(`set local app.subjects = ${uuids(subjects)}`)
    },
  }
}

/** Kysely over one connection whose transaction is opened and closed elsewhere. */
export function kyselyOn(connection: Pick<pg.ClientBase, 'query'>): Kysely<Tables> {
  const only: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      const { rows, rowCount } = await connection.query(query.sql, query.parameters.map(bound))
      return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) }
    },
    streamQuery: () => {
      throw new Error('streaming is done by key, page by page')
    },
  }
  const nothing = async (): Promise<void> => undefined
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => only,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  }
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}
