import './map-list.css'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

export interface ListedPlace {
  readonly id: string
  readonly name: ReactNode
  readonly note?: ReactNode
}

/** Where a key leads from the row in hand. */
const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
}

/** What the map shows, as a list: arrow keys walk it, Enter selects and the map follows. */
export function MapList({
  label,
  places,
  selected,
  onSelect,
}: {
  label: string
  places: readonly ListedPlace[]
  selected: string | null
  onSelect(id: string): void
}) {
  const list = useRef<HTMLUListElement>(null)
  const chosen = places.findIndex(({ id }) => id === selected)
  useEffect(() => {
    // What was tapped on the map comes into sight in the list, and the page stays where it is.
    const row = list.current?.querySelector<HTMLElement>('[aria-current="true"]')
    const box = list.current
    if (!row || !box) return
    const top = row.offsetTop - box.offsetTop
    if (top < box.scrollTop) box.scrollTop = top
    else if (top + row.offsetHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = top + row.offsetHeight - box.clientHeight
  })
  const walk = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = steps[event.key]
    if (step === undefined) return
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    if (at < 0) return
    event.preventDefault()
    rows[step(at, rows.length - 1)]?.focus()
  }
  return (
    <ul ref={list} className="map-list" aria-label={label} onKeyDown={walk}>
      {places.map(({ id, name, note }, at) => (
        <li key={id}>
          <button
            type="button"
            className="map-list__row"
            aria-current={id === selected || undefined}
            // One stop of the Tab key for the whole list.
            tabIndex={at === Math.max(chosen, 0) ? 0 : -1}
            onClick={() => onSelect(id)}
          >
            <span>{name}</span>
            {note !== undefined && <small>{note}</small>}
          </button>
        </li>
      ))}
    </ul>
  )
}
