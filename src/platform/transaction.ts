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
import { appendLines, appendStatement } from './journal.ts'
import { literal } from './literal.ts'

/** A write with a fixed text, prepared once a connection: `$1` and so on are filled when it travels. */
export interface PreparedWrite {
  readonly name: string
  readonly text: string
}

/** A running transaction: typed SQL, plain SQL for hot paths, and the lines it will write. */
export interface Tx {
  readonly db: Kysely<Tables>
  readonly query: <Row extends pg.QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ) => Promise<Row[]>
  /** Queues a write whose answer nobody needs; it travels with the next message instead of in one of its own. */
  readonly write: (statement: PreparedWrite, values: readonly unknown[]) => Promise<void>
  /** Queues a journal line; it is chained and written just before the commit. */
  readonly record: (line: NewLine) => void
  /** Opens journal lines of these subjects to the transaction, once the caller has seen that it may. */
  readonly openStory: (subjects: readonly string[]) => Promise<void>
  /**
   * Lets the rest of the transaction see the rows of these areas, persons too, once permission was checked: an update must see
   * the row that it leaves behind, also where the asker's posts do not see it any more, and one that erases persons
   * must see what it erases. It says nothing of what the asker may be shown.
   */
  readonly widen: (...areaIds: readonly string[]) => Promise<void>
  /**
   * Lets the rest of the transaction reach rows that one act alone opens, where the permission for another was checked:
   * what follows from that one must be done to them too. Says nothing of what the asker may be shown.
   */
  readonly lend: (act: string) => Promise<void>
  /**
   * Keeps the transaction to the rows of these areas, and to those of the asker's units: what looks after rows reaches
   * further than what reads them, and somebody may hold posts for both.
   */
  readonly narrow: (areaIds: readonly string[]) => Promise<void>
  /**
   * What is looked for, as a `tsquery`, by policies that hold the question themselves: an index may come before a policy's
   * other conditions only for comparisons that are leakproof, and those of a search are not.
   */
  readonly seek: (question: string) => Promise<void>
  /** As `widen`, for the register of homes and people: one who moves within the district is found where they lived. */
  readonly widenRegister: (areaId: string) => Promise<void>
}

/** As PostgreSQL writes ids itself: a policy may look for one in these words. */
const uuids = (ids: readonly string[]): string => pg.escapeLiteral(`{${ids.join(',').toLowerCase()}}`)

/**
 * The settings that policies read, as the connection has them before a prologue: they open nothing, so what a
 * prologue leaves out stays closed.
 */
export const closedSettings = [
  'account',
  'reach',
  'person_reach',
  'register_reach',
  'body_reach',
  'link_reach',
  'units',
  'chains',
  'subjects',
]
  .map((name) => `-c app.${name}={}`)
  .concat('-c app.actor=', '-c app.acts=', '-c app.receipt=', '-c app.find=')
  .join(' ')

/** The settings of this asker, as one message with the transaction's begin; only what opens something is said. */
export function prologue(who: Who, readOnly: boolean): string {
  const set = (name: string, value: string): string => `set local app.${name} = ${value}`
  return [
    readOnly ? 'begin isolation level repeatable read read only' : 'begin',
    set('actor', pg.escapeLiteral(who.actor)),
    ...(who.accountId ? [set('account', uuids([who.accountId]))] : []),
    ...(who.reach.length > 0 ? [set('reach', uuids(who.reach))] : []),
    ...(who.personReach.length > 0 ? [set('person_reach', uuids(who.personReach))] : []),
    ...(who.registerReach.length > 0 ? [set('register_reach', uuids(who.registerReach))] : []),
    ...(who.bodyReach.length > 0 ? [set('body_reach', uuids(who.bodyReach))] : []),
    ...(who.linkReach.length > 0 ? [set('link_reach', uuids(who.linkReach))] : []),
    ...(who.units.length > 0 ? [set('units', uuids(who.units))] : []),
    ...(who.acts.length > 0 ? [set('acts', pg.escapeLiteral(`|${who.acts.join('|')}|`))] : []),
    ...(who.receiptHash ? [set('receipt', pg.escapeLiteral(who.receiptHash))] : []),
  ].join('; ')
}

/** Statements that wait for the next message, the prologue first. */
class Outbound {
  readonly #connection: Connection
  #waiting: string[]
  constructor(connection: Connection, first: string) {
    this.#connection = connection
    this.#waiting = [first]
  }
  add(statement: string): void {
    this.#waiting.push(statement)
  }
  /** All that waits, with more behind it, as one message; what its last statement was told it did. */
  async send(...more: readonly string[]): Promise<string | undefined> {
    const statements = [...this.#waiting, ...more]
    this.#waiting = []
    if (statements.length === 0) return undefined
    const answer: pg.QueryResult | pg.QueryResult[] = await this.#connection.query(statements.join('; '))
    return (Array.isArray(answer) ? answer.at(-1) : answer)?.command
  }
  /** As `send`, and the commit. After a failure that the work kept to itself, PostgreSQL says ROLLBACK and no error. */
  async commit(...more: readonly string[]): Promise<void> {
    const done = await this.send(...more, 'commit')
    if (done !== 'COMMIT') throw new Error('a statement of this transaction failed before its commit')
  }
}

const preparedOn = new WeakMap<Connection, Set<string>>()

/** Prepares a write on a connection once, before any transaction that uses it says more. */
async function prepareOn(connection: Connection, { name, text }: PreparedWrite): Promise<void> {
  const known = preparedOn.get(connection) ?? new Set()
  preparedOn.set(connection, known)
  if (known.has(name)) return
  await connection.query(`prepare ${pg.escapeIdentifier(name)} as ${text}`)
  known.add(name)
}

/**
 * Runs `work` in one transaction of the app's role and writes its lines last: in READ COMMITTED; what only reads sees one
 * moment throughout, so that a row is never read without the lines that another has just written with it.
 */
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
    const outbound = new Outbound(connection, prologue(who, readOnly))
    const lines: NewLine[] = []
    const result = await work(txOn(connection, outbound, lines, who))
    if (lines.length === 0) await outbound.commit()
    else {
      const actor = who.accountId
        ? `account:${who.accountId}`
        : who.kind === 'system'
          ? 'system'
          : 'anonymous'
      await prepareOn(connection, appendStatement)
      const stamp = { actor, recordedAt: iso(clock.now()) }
      await outbound.commit(...appendLines(district.schema, lines, stamp))
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

function txOn(connection: Connection, outbound: Outbound, lines: NewLine[], who: Who): Tx {
  let db: Kysely<Tables> | undefined
  const query = async (config: pg.QueryConfig): Promise<pg.QueryResult> => {
    await outbound.send()
    return connection.query(config)
  }
  return {
    get db() {
      db ??= kyselyOn({ query: (text, values) => query({ text, values: [...values] }) })
      return db
    },
    query: async (name, text, values) =>
      (await query({ name, text, values: values.map(bound) })).rows as never,
    write: async (statement, values) => {
      await prepareOn(connection, statement)
      outbound.add(`execute ${pg.escapeIdentifier(statement.name)}(${values.map(literal).join(',')})`)
    },
    record: (line) => {
      lines.push(line)
    },
    openStory: async (subjects) => {
      outbound.add(`set local app.subjects = ${uuids(subjects)}`)
    },
    widen: async (...areaIds) => {
      outbound.add(`set local app.reach = ${uuids([...who.reach, ...areaIds])}`)
      outbound.add(`set local app.person_reach = ${uuids([...who.personReach, ...areaIds])}`)
    },
    lend: async (act) => {
      outbound.add(`set local app.acts = ${pg.escapeLiteral(`|${[...who.acts, act].join('|')}|`)}`)
    },
    narrow: async (areaIds) => {
      outbound.add(`set local app.reach = ${uuids(areaIds)}`)
    },
    seek: async (question) => {
      outbound.add(`set local app.find = ${pg.escapeLiteral(question)}`)
    },
    widenRegister: async (areaId) => {
      outbound.add(`set local app.register_reach = ${uuids([...who.registerReach, areaId])}`)
    },
  }
}

/** What Kysely needs of a connection. */
export interface Queryable {
  readonly query: (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>
}

/** Kysely over one connection whose transaction is opened and closed elsewhere. */
export function kyselyOn(connection: Queryable): Kysely<Tables> {
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
