import './books.css'
import type { ReactNode } from 'react'

/** Around a table that may be wider than the screen: it scrolls by itself, by touch and by keyboard. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="wide" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
