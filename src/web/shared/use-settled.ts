import { useEffect, useState } from 'react'

/** `text` once its writer has paused for `ms` milliseconds: the server is not asked at every key. Emptied, it is so at once. */
export function useSettled(text: string, ms = 250): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms)
    return () => clearTimeout(timer)
  }, [text, ms])
  return text === '' ? '' : settled
}
