import pg from 'pg'

/**
 * Every program that uses the embedded server holds one connection with a shared advisory lock: its
 * presence. The kernel ends it however the program ends, so that a server without any presence is an
 * orphan, and the last program to leave knows that it is the last.
 */
export interface Presence {
  /** Whether no other program was there: the server was started just now, or its parent was killed. */
  readonly wasAlone: boolean
  /** Settles when the connection has ended, whoever ended it. */
  readonly lost: Promise<void>
  /** True: nobody else is left and nobody can come in any more, so the server may be stopped. */
  leave(): Promise<boolean>
  /** Ends the connection, after the server has been stopped or left to others. */
  end(): Promise<void>
}

/** Any number, the same in all versions of Linli; locks are per database, and no one else locks in `postgres`. */
const presenceLock = 11_062_026

const connecting = { application_name: 'linli presence', connectionTimeoutMillis: 5_000 }

/** SQLSTATEs of a server that is on its way up or down: looked at again, not reported. */
const passingStates = new Set(['57P01', '57P02', '57P03', '53300'])
const passingErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

/** Announces this program at the server. Null when the server is not (or no longer) open. */
export async function enter(adminUrl: string): Promise<Presence | null> {
  const client = new pg.Client({ connectionString: adminUrl, ...connecting })
  const gone = Promise.withResolvers<void>()
  client.on('error', () => gone.resolve())
  client.on('end', () => gone.resolve())
  const holds = async (sql: string): Promise<boolean> => {
    const { rows } = await client.query<{ held: boolean }>(`select ${sql}(${presenceLock}) as held`)
    return rows[0]!.held
  }
  try {
    await client.connect()
    const wasAlone = await holds('pg_try_advisory_lock')
    if (!(await holds('pg_try_advisory_lock_shared'))) {
      await client.end()
      return null
    }
    if (wasAlone) await holds('pg_advisory_unlock')
    return {
      wasAlone,
      lost: gone.promise,
      async leave() {
        await holds('pg_advisory_unlock_shared')
        return holds('pg_try_advisory_lock')
      },
      end: () => client.end(),
    }
  } catch (error) {
    await client.end()
    if (isPassing(error)) return null
    throw error
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return passingStates.has(error.code ?? '')
  const { code, message } = error as NodeJS.ErrnoException
  return passingErrors.has(code ?? '') || /^Connection terminated|timeout expired/.test(message)
}
