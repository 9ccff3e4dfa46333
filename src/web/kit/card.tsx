import './card.css'
import { type ReactNode, useId } from 'react'
import type { Light } from '../../cases/contract.ts'
import { useLargeType } from '../preferences.tsx'

export interface CardProps {
  readonly title?: ReactNode
  /** Stands at the right of the title: a light, a date, a count. */
  readonly aside?: ReactNode
  /** Colours the edge of a card that waits for action. The light itself still stands in `aside` in words. */
  readonly edge?: Light
  /** The way to all of it: at the right of the title, and in large type a button at the card's end. */
  readonly more?: ReactNode
  /** Secondary: in large type it is folded under its title, so that a screen holds one thing. Needs a title. */
  readonly folds?: boolean
  readonly children?: ReactNode
}

/** One thing on a page of phones: a sheet of paper with a title. */
export function Card({ title, aside, edge, more, folds = false, children }: CardProps) {
  const id = useId()
  const large = useLargeType()
  const waits = edge === 'red' || edge === 'yellow' ? ` card--${edge}` : ''
  if (large && folds)
    return (
      <details className={`card${waits}`} data-folds="">
        <summary className="summary">{title}</summary>
        {aside}
        {children}
        {more}
      </details>
    )
  return (
    <article className={`card${waits}`} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className="card__head">
          <h2 id={id}>{title}</h2>
          {aside}
          {!large && more}
        </div>
      )}
      {children}
      {large && more}
    </article>
  )
}
