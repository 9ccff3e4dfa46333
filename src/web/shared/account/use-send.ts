import { useState } from 'react'
import { call } from '../../api/call.ts'

/** Sends a form once at a time. What it answers may be shown once and is kept nowhere: no request id goes with it. */
export function useSend<Reply>(path: string, onDone: (reply: Reply) => void | Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const send = async (body: object) => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await onDone(await call<Reply>('POST', path, body))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, send }
}
