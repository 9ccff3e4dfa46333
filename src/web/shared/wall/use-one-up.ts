import { useEffect } from 'react'
import type { Wall } from '../../../cases/wall/contract.ts'
import { isTyping, somethingOpen } from '../keys.ts'

/** Esc goes one level up, where nothing that is open takes it first. */
export function useOneUp(steps: Wall['steps'], go: (areaId: string) => void): void {
  const above = steps[steps.length - 2]?.id
  useEffect(() => {
    if (above === undefined) return
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event.target) || somethingOpen())
        return
      go(above)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [above, go])
}
