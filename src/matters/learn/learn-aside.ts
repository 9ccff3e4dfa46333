import { Worker } from 'node:worker_threads'
import type { Matter } from '../contract.ts'
import type { Learned } from './learned.rule.ts'
import type { Decided } from './linear.rule.ts'
import type { Packed } from './pack.rule.ts'

export interface ToLearner {
  /** The oldest first. */
  readonly decided: readonly Decided[]
  readonly matters: readonly Pick<Matter, 'code' | 'nameZh' | 'keywords'>[]
}

/** What was learned, ready to be kept. */
export interface LearnedRow extends Omit<Learned, 'model'> {
  readonly packed: Packed
}
export type FromLearner = LearnedRow | null

/**
 * As `learn`, against the catalogue's own keywords, in a thread of its own.
 * @throws the signal's reason where the program is to stop before it has learned.
 */
export async function learnAside(given: ToLearner, signal: AbortSignal): Promise<FromLearner> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./learn.worker.ts', import.meta.url), { workerData: given })
  const stopped = Promise.withResolvers<never>()
  const stop = (): void => stopped.reject(signal.reason)
  signal.addEventListener('abort', stop)
  const answered = new Promise<FromLearner>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  try {
    return await Promise.race([answered, stopped.promise])
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
