import { type RefObject, useEffect } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** j and k walk the rows' links of `list` (Enter opens, as for any link); `/` goes to the search. */
export function useDeskKeys(list: RefObject<HTMLElement | null>, search: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open], [aria-modal="true"]') !== null) return
      if (event.key === '/') {
        event.preventDefault()
        search.current?.focus()
      }
      if (event.key === 'j' || event.key === 'k') step(list.current, event.key === 'j' ? 1 : -1)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [list, search])
}

function step(list: HTMLElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('a[data-case]') ?? [])]
  const focused = links.findIndex((link) => link.matches(':focus'))
  const open = links.findIndex((link) => link.getAttribute('aria-current') === 'true')
  const from = focused >= 0 ? focused : open
  const to = from < 0 ? 0 : Math.min(links.length - 1, Math.max(0, from + by))
  links[to]?.focus()
}
