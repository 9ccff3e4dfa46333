import { createWriteStream, openSync, renameSync, statSync, type WriteStream } from 'node:fs'

/** Two files of this size are kept: the one that is written, and the one before it with `.1` to its name. */
const bytesKept = 20_000_000

export interface LogFile {
  /** One line of JSON, as the server's logger writes it. */
  readonly write: (line: string) => void
  readonly end: () => Promise<void>
}

/**
 * Opens a log that never fills the disk. Throws where the file cannot be opened; a log that cannot be written later
 * ends no request: that is said once, on stderr.
 */
export function openLogFile(path: string, keepBytes = bytesKept): LogFile {
  let bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  let isSilenced = false
  const complain = (error: unknown): void => {
    if (!isSilenced) process.stderr.write(`${path}: ${(error as Error).message}\n`)
    isSilenced = true
  }
  const open = (): WriteStream => {
    const stream = createWriteStream(path, { fd: openSync(path, 'a', 0o600) })
    stream.on('error', complain)
    return stream
  }
  let stream = open()
  let turned = Promise.resolve()
  const turn = (): void => {
    const full = stream
    renameSync(path, `${path}.1`)
    stream = open()
    turned = turned.then(() => ended(full))
  }
  return {
    write: (line) => {
      if (bytes > keepBytes) {
        bytes = 0
        try {
          turn()
        } catch (error) {
          complain(error)
        }
      }
      bytes += Buffer.byteLength(line)
      stream.write(line)
    },
    end: async () => {
      await Promise.all([turned, ended(stream)])
    },
  }
}

/** A stream that failed ends too, with its error: the complaint about it was made. */
const ended = (stream: WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.once('close', resolve)
    stream.end()
    if (stream.destroyed) resolve()
  })
