import type { ReactNode } from 'react'
import { useWords } from '../words.ts'

/** What narrows a list folds into one line on a phone and beside an open case: what one came for stands on the first screen. */
export function Narrowing({
  what,
  folded,
  open,
  used,
  children,
}: {
  /** What folds, in words. */
  what: string
  folded: boolean
  open: boolean
  /** How many filters are in use. */
  used: number
  children: ReactNode
}) {
  const words = useWords()
  const { filters: said } = words.consoleDesk
  if (!folded) return children
  return (
    <details className="filters-fold" open={open}>
      <summary>{words.common.facts(what, used > 0 && said.used(used))}</summary>
      {children}
    </details>
  )
}
