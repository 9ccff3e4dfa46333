import pg from 'pg'

/** The four roles that the first migration makes; each has a pool of its own. */
export type Role = 'owner' | 'app' | 'reader' | 'auth'

const TIMESTAMPTZ = 1184
const DATE = 1082
const INT8 = 20

/** PostgreSQL writes `2026-11-21 09:00:00.5+00`; Temporal reads ISO 8601. */
const toInstant = (text: string): Temporal.Instant =>
  Temporal.Instant.from(`${text.replace(' ', 'T')}${/[+-]\d\d$/.test(text) ? ':00' : ''}`)

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === TIMESTAMPTZ) return toInstant
    if (oid === DATE) return (text: string) => text
    if (oid === INT8) return Number
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** Where a role reaches a district: never a second role on one connection. */
export interface PoolTarget {
  /** Owner's URL; user and password are replaced. */
  readonly url: string
  readonly user: string
  readonly password: string
  /** `search_path` of every connection, fixed for the pool. */
  readonly schema: string
  readonly max: number
  /** More options of each connection, as `-c name=value`. */
  readonly settings?: string
}

export type Pool = pg.Pool
export type Connection = pg.PoolClient

/** Values as drivers bind them: moments travel as ISO text. */
export const bound = (value: unknown): unknown =>
  value instanceof Temporal.Instant ? value.toString() : value

/** A pool bound to one role and one schema. Idle connections close after half a minute. */
export function openPool({ url, user, password, schema, max, settings = '' }: PoolTarget): Pool {
  const target = new URL(url)
  target.username = user
  target.password = password
  const pool = new pg.Pool({
    connectionString: target.href,
    options: `-c search_path=${schema} -c timezone=UTC ${settings}`.trim(),
    max,
    idleTimeoutMillis: 30_000,
    types,
  })
  // A server that goes away must not end the program: the next query reports it.
  pool.on('error', () => undefined)
  // Nor must one that is lost between two statements of a transaction: the next statement fails, and says so.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** The SQLSTATE of a database error, if it is one. Texts of errors are never looked at. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.code : undefined

/** The constraint that a database error names, if any. */
export const violated = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.constraint : undefined

/** SQLSTATE classes and system errors that say "the database is away", not "you are wrong": it may be back soon. */
const awayStates = new Set(['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08006'])
const awayErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT'])

/** Whether an error means that the database cannot be reached now. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as Error & { readonly code?: unknown }
  if (typeof code === 'string') return awayStates.has(code) || awayErrors.has(code)
  // pg gives no code to a connection that breaks off under a query.
  return (
    error.message.startsWith('Connection terminated') || error.message.startsWith('Client has encountered')
  )
}
