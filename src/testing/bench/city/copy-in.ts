import { once } from 'node:events'
import type { Socket } from 'node:net'
import pg from 'pg'

/** What the driver's connection can do while a COPY runs, of which its types say nothing. */
interface CopyConnection {
  readonly stream: Socket
  readonly query: (text: string) => void
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
}

/** Bytes that may wait for PostgreSQL before the writer does. */
const mostWaiting = 4_000_000
/** Rows are gathered up to here, so that a message is worth its send. */
const chunkLength = 200_000

/** `COPY … FROM STDIN` over a connection of its own, in the text format, row by row. */
export class CopyIn {
  readonly #client: pg.Client
  readonly #connection: CopyConnection
  readonly #done: Promise<void>
  #gathered: string[] = []
  #length = 0

  private constructor(client: pg.Client, connection: CopyConnection, done: Promise<void>) {
    this.#client = client
    this.#connection = connection
    this.#done = done
  }

  /** Foreign keys are not asked (`session_replication_role`): the rows that they name are in another COPY. */
  static async open(url: string, schema: string, table: string, columns: readonly string[]): Promise<CopyIn> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`set search_path = ${schema}; set session_replication_role = replica`)
    const started = Promise.withResolvers<CopyConnection>()
    const ended = Promise.withResolvers<void>()
    const fail = (error: Error): void => {
      started.reject(error)
      ended.reject(error)
    }
    // The driver hands what PostgreSQL answers to whatever was submitted.
    const copy = {
      submit: (connection: CopyConnection) => {
        connection.query(`copy ${table} (${columns.join(', ')}) from stdin`)
      },
      handleCopyInResponse: (connection: CopyConnection) => started.resolve(connection),
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => ended.resolve(),
      handleError: fail,
    }
    client.query(copy as unknown as pg.Submittable)
    const connection = await started.promise
    // Who closes it hears of a failure; until then nobody waits for it.
    ended.promise.catch(() => undefined)
    return new CopyIn(client, connection, ended.promise)
  }

  /** One row in COPY's text format, without its line end. Waits where PostgreSQL is behind. */
  async row(text: string): Promise<void> {
    this.#gathered.push(text)
    this.#length += text.length
    if (this.#length < chunkLength) return
    this.#send()
    if (this.#connection.stream.writableLength > mostWaiting)
      await Promise.race([once(this.#connection.stream, 'drain'), this.#done])
  }

  async close(): Promise<void> {
    this.#send()
    this.#connection.endCopyFrom()
    await this.#done
    await this.#client.end()
  }

  #send(): void {
    if (this.#gathered.length === 0) return
    this.#connection.sendCopyFromChunk(Buffer.from(`${this.#gathered.join('\n')}\n`))
    this.#gathered = []
    this.#length = 0
  }
}
