import { type RefObject, useEffect } from 'react'

/** While it stands, paper carries this part of the page and nothing else of it. */
export function usePrintedAlone(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const off: Element[] = []
    for (let at: Element | null = part.current; at !== null && at !== document.body; at = at.parentElement)
      for (const other of Array.from(at.parentElement?.children ?? []))
        if (other !== at && !other.classList.contains('no-print')) {
          other.classList.add('no-print')
          off.push(other)
        }
    return () => {
      for (const other of off) other.classList.remove('no-print')
    }
  }, [part])
}
