import { sendDue } from './sender.ts'
import type { SenderParts } from './sender-parts.ts'

const everyMs = 2_000
const patienceMs = 20_000

export interface RunningSender {
  /** Ends what is under way; what got no answer is tried once more by the next server. */
  readonly stop: () => Promise<void>
}

/** Sends what is due beside a server, every two seconds. */
export function runSender(parts: Omit<SenderParts, 'patienceMs' | 'signal'>): RunningSender {
  const stopping = new AbortController()
  const all: SenderParts = { ...parts, patienceMs, signal: stopping.signal }
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const round = async (): Promise<void> => {
    try {
      await sendDue(all)
    } catch (error) {
      parts.log.error({ err: error, part: 'messages' }, 'the round of messages failed; it is tried again')
    }
  }
  const run = (): void => {
    clearTimeout(timer)
    running = running.then(round).then(() => {
      if (!stopping.signal.aborted) timer = setTimeout(run, everyMs)
    })
  }
  run()
  return {
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
