import './books.css'
import { type ReactNode, useState } from 'react'

/** What can be opened below an item, one at a time. */
export interface Way {
  readonly key: string
  readonly label: string
  /** With what it is done to: read aloud, where the same button stands at every item. */
  readonly spoken?: string
  readonly part: (close: () => void) => ReactNode
}

/** Buttons of which each opens a form below; pressed again it closes. */
export function Ways({ ways }: { ways: readonly Way[] }) {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <p className="ways no-print">
        {ways.map(({ key, label, spoken }) => (
          <button
            key={key}
            type="button"
            className="text-button"
            aria-expanded={open === key}
            aria-label={spoken}
            onClick={() => setOpen(open === key ? null : key)}
          >
            {label}
          </button>
        ))}
      </p>
      {ways.find(({ key }) => key === open)?.part(() => setOpen(null))}
    </>
  )
}
