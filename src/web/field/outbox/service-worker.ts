import { useEffect, useState } from 'react'
import { canKeep } from './locker.ts'
import { useStanding } from './outbox.ts'

/** The first load of an old phone is over by then, and a page that was only glanced at fetches nothing. */
const AFTER_MS = 4000

/** Vite's own server builds no worker. */
const isServedAsWritten = import.meta.env.MODE === 'development'

/** Lets the face open without signal, for whoever works with it; tells whether a new version waits to be opened. */
export function useNewVersion(): boolean {
  const [isNew, setIsNew] = useState(false)
  const { account } = useStanding()
  const works = account !== null
  useEffect(() => {
    if (!works || isServedAsWritten || !('serviceWorker' in navigator) || !canKeep()) return
    const timer = setTimeout(() => void register(() => setIsNew(true)), AFTER_MS)
    return () => clearTimeout(timer)
  }, [works])
  return isNew
}

async function register(onNew: () => void): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register('/field/sw.js', { scope: '/field' })
    const ready = () => {
      // A first version takes nobody's place.
      if (registration.waiting !== null && navigator.serviceWorker.controller !== null) onNew()
    }
    ready()
    registration.addEventListener('updatefound', () =>
      registration.installing?.addEventListener('statechange', ready),
    )
  } catch {
    // A browser that forbids it, or a phone that is full: the pages work with signal, as everywhere else.
  }
}

/** The waiting version takes over, and this window opens anew with it; no other window is touched. */
export async function reloadNew(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/field')
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  registration?.waiting?.postMessage('take over')
}
