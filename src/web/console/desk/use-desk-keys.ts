import { type RefObject, useEffect, useRef } from 'react'
import { isTyping, somethingOpen } from '../../shared/keys.ts'

/** What the keys do, besides walking the list. */
export interface DeskKeys {
  readonly list: RefObject<HTMLElement | null>
  readonly search: RefObject<HTMLInputElement | null>
  readonly onChoose: (id: string, through: boolean) => void
  /** Opens a case beside this page. */
  readonly onOpenBeside: (id: string) => void
  readonly onEscape: () => void
  readonly onHelp: () => void
}

/**
 * j and k walk the rows' links (Enter opens, as for any link), x chooses, o opens beside, `/` goes to the search, Escape
 * goes back, `?` shows this. Silent while somebody types or a dialog is open.
 */
export function useDeskKeys(keys: DeskKeys) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (isTyping(event.target) || somethingOpen()) return
      const { list, search, onChoose, onOpenBeside, onEscape, onHelp } = latest.current
      const at = rowAt(list.current)
      const does: Readonly<Record<string, () => void>> = {
        '/': () => search.current?.focus(),
        '?': onHelp,
        Escape: onEscape,
        j: () => step(list.current, 1),
        k: () => step(list.current, -1),
        x: () => at && onChoose(at, event.shiftKey),
        o: () => at && onOpenBeside(at),
      }
      // With Shift, a letter comes as a capital.
      const act = does[event.key] ?? does[event.key.toLowerCase()]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

const linksIn = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('a[data-case]') ?? []),
]

/** The case of the row in which the focus stands; where it stands in none, the one that is open. */
function rowAt(list: HTMLElement | null): string | null {
  const row = document.activeElement?.closest('[data-row]')
  const within = row && list?.contains(row) ? row.querySelector<HTMLElement>('a[data-case]') : null
  const link = within ?? linksIn(list).find((one) => one.getAttribute('aria-current') === 'true')
  return link?.dataset.case ?? null
}

function step(list: HTMLElement | null, by: 1 | -1): void {
  const links = linksIn(list)
  const at = rowAt(list)
  const from = links.findIndex((link) => link.dataset.case === at)
  const to = from < 0 ? 0 : Math.min(links.length - 1, Math.max(0, from + by))
  links[to]?.focus()
  links[to]?.scrollIntoView({ block: 'nearest' })
}
