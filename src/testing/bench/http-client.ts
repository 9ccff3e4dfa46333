import { connect, type Socket } from 'node:net'

/** What came back: status and body. */
export interface Reply {
  readonly status: number
  readonly body: string
}

/**
 * One keep-alive connection that sends one request at a time: a lean client, since the load generator shares the
 * processors with what it measures. Understands answers with a content-length, as the server gives them.
 */
export class LeanClient {
  readonly #socket: Socket
  #waiting: { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void } | null =
    null
  #read: Buffer = Buffer.alloc(0)

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    const fail = (error?: Error) => {
      this.#waiting?.reject(error ?? new Error('connection closed'))
      this.#waiting = null
    }
    socket.on('error', fail)
    socket.on('close', () => fail())
  }

  static open(port: number): Promise<LeanClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      socket.once('connect', () => resolve(new LeanClient(socket)))
      socket.once('error', reject)
    })
  }

  post(path: string, headers: Readonly<Record<string, string>>, body: string): Promise<Reply> {
    return this.#ask('POST', path, { 'content-type': 'application/json', ...headers }, body)
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.#ask('GET', path, headers, '')
  }

  #ask(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<Reply> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const length = method === 'GET' ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`
    this.#socket.write(
      `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${length}${lines.join('')}\r\n${body}`,
    )
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
    })
  }

  close(): void {
    this.#waiting = null
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#read = this.#read.length === 0 ? chunk : Buffer.concat([this.#read, chunk])
    const end = this.#read.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#read.toString('latin1', 0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    const whole = end + 4 + length
    if (this.#read.length < whole) return
    const reply = { status: Number(head.slice(9, 12)), body: this.#read.toString('utf8', end + 4, whole) }
    this.#read = this.#read.subarray(whole)
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.resolve(reply)
  }
}
