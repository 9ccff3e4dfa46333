import './card.css'
import { type ReactNode, useId } from 'react'
import type { Light } from '../../cases/contract.ts'

export interface CardProps {
  readonly title?: ReactNode
  /** Stands at the right of the title: a light, a date, a count. */
  readonly aside?: ReactNode
  /** Colours the edge of a card that waits for action. The light itself still stands in `aside` in words. */
  readonly edge?: Light
  readonly children?: ReactNode
}

/** One thing on a page of phones: a sheet of paper with a title. */
export function Card({ title, aside, edge, children }: CardProps) {
  const id = useId()
  const waits = edge === 'red' || edge === 'yellow' ? ` card--${edge}` : ''
  return (
    <article className={`card${waits}`} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className="card__head">
          <h2 id={id}>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </article>
  )
}
