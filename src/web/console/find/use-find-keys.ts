import { type RefObject, useEffect } from 'react'
import { isTyping, somethingOpen } from '../../shared/keys.ts'

interface FindKeys {
  readonly box: RefObject<HTMLInputElement | null>
  readonly list: RefObject<HTMLElement | null>
  readonly onClear: () => void
}

/** `/` goes to the field, arrows walk from it through what was found (Enter opens, as any link), Escape begins anew. */
export function useFindKeys({ box, list, onClear }: FindKeys) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // What is typed by an input method chooses its words by the same keys.
      if (event.isComposing) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || somethingOpen()) return
      const links = [...(list.current?.querySelectorAll<HTMLElement>('a[data-case]') ?? [])]
      const at = links.findIndex((link) => link.contains(document.activeElement))
      const inBox = document.activeElement === box.current
      if (isTyping(event.target) && !inBox) return
      const step = (by: 1 | -1) => {
        const to = at + by
        if (to < 0) return box.current?.focus()
        const link = links[Math.min(to, links.length - 1)]
        link?.focus()
        link?.scrollIntoView({ block: 'nearest' })
      }
      if (event.key === '/' && !inBox) box.current?.focus()
      else if (event.key === 'ArrowDown' && (inBox || at >= 0)) step(1)
      else if (event.key === 'ArrowUp' && at >= 0) step(-1)
      else if (event.key === 'Escape') {
        onClear()
        box.current?.focus()
      } else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [box, list, onClear])
}
