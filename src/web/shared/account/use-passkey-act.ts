import { useState } from 'react'

/** Does one thing at a time with a device and the server, and keeps why it did not come about. */
export function usePasskeyAct() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const act = async (doing: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await doing()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, act }
}
