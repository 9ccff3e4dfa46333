import { useEffect, useState } from 'react'
import { usePreferences } from './preferences.tsx'

const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)')

/** Whether the page is dark now, by the reader's choice or the machine's. */
export function useDark(): boolean {
  const { theme } = usePreferences()
  const [machineDark, setMachineDark] = useState(() => prefersDark().matches)
  useEffect(() => {
    const query = prefersDark()
    const listen = () => setMachineDark(query.matches)
    query.addEventListener('change', listen)
    return () => query.removeEventListener('change', listen)
  }, [])
  return theme === 'system' ? machineDark : theme === 'dark'
}
