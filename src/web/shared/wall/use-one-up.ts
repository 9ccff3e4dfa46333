import { useEffect } from 'react'
import type { Wall } from '../../../cases/wall/contract.ts'

/** Esc goes one level up, where nothing that is open takes it first. */
export function useOneUp(steps: Wall['steps'], go: (areaId: string) => void): void {
  const above = steps[steps.length - 2]?.id
  useEffect(() => {
    if (above === undefined) return
    const listen = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.matches('input, select, textarea')
      if (event.key === 'Escape' && !event.defaultPrevented && !inField) go(above)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [above, go])
}
