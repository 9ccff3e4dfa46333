/** What Ctrl-C, or a request to stop, brings about now. Resolves to the exit code. */
export type Ending = () => Promise<number>

/** As shells have it for a program that a signal ended. */
const interrupted = 130
let ending: Ending = async () => interrupted

/** Replaces what an interruption brings about; the returned function puts back what was before. */
export function onInterrupt(next: Ending): () => void {
  const before = ending
  ending = next
  return () => {
    ending = before
  }
}

/** The first signal ends in good order, a second one at once: the next start repairs what that leaves. */
export function catchInterrupts(): void {
  let isEnding = false
  const end = (): void => {
    if (isEnding) process.exit(interrupted)
    isEnding = true
    ending().then(
      (code) => process.exit(code),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}
