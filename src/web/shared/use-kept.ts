import { useCallback, useSyncExternalStore } from 'react'
import { keep, kept } from '../keep.ts'

const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** JSON kept in the browser under `key`, or null where there is none or it cannot be read. */
export function keptJson<Value>(key: string): Value | null {
  const text = kept(key)
  if (text === null) return null
  try {
    return JSON.parse(text) as Value
  } catch {
    // Written by an older page or cut short: as good as none.
    return null
  }
}

export function keepJson(key: string, value: object | null): void {
  keep(key, value === null ? null : JSON.stringify(value))
  for (const listener of listeners) listener()
}

/** What is kept under `key` as text, drawn anew whenever this or another tab changes it. */
export const useKeptText = (key: string): string | null =>
  useSyncExternalStore(
    subscribe,
    useCallback(() => kept(key), [key]),
  )
