import { useEffect, useState } from 'react'
import { nowMs } from '../../clock.ts'
import { keep, kept } from '../../keep.ts'

const key = 'linli.field.looked'

const keptLook = (): number | null => {
  const text = kept(key)
  return text === null || Number.isNaN(Number(text)) ? null : Number(text)
}

/** When the reader last looked at this page, in epoch milliseconds, and a way to say that they have seen it now. */
export function useLastLook(): readonly [number | null, () => void] {
  const [lookedAtMs, setLookedAtMs] = useState(keptLook)
  useEffect(() => {
    const leave = () => keep(key, String(nowMs()))
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  const seen = () => {
    const now = nowMs()
    keep(key, String(now))
    setLookedAtMs(now)
  }
  return [lookedAtMs, seen]
}
