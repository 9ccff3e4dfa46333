import { useSyncExternalStore } from 'react'
import { useWords } from '../../preferences.tsx'

function subscribe(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Says plainly that there is no network, for as long as the phone says so. */
export function OfflineBar() {
  const { offline } = useWords().field
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status" className="no-print">
      {!isOnline && <p className="offline-bar">{offline}</p>}
    </div>
  )
}
