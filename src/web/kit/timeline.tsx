import './timeline.css'
import type { ReactNode } from 'react'
import { tongueOf } from '../../kernel/tongue.ts'
import { nowMs } from '../clock.ts'
import { useWords } from '../preferences.tsx'
import { sayMoment } from '../words/time.ts'
import { Facts } from './facts.tsx'

/** One act of a case's story, in words. */
export interface Act {
  readonly id: string
  readonly what: string
  /** ISO moment; null for what must happen next. */
  readonly at: string | null
  /** Said late: when it was entered, in words. */
  readonly late?: string
  readonly who?: string
  /** What was said or done, as its author wrote it. */
  readonly note?: ReactNode
}

/** A case as a story: acts in order, and at the end what must happen next. */
export function Timeline({ acts }: { acts: readonly Act[] }) {
  const words = useWords()
  const now = nowMs()
  return (
    <ol className="timeline">
      {acts.map(({ id, what, at, late, who, note }) => (
        <li key={id} className={at === null ? 'timeline__act timeline__act--next' : 'timeline__act'}>
          <span className="timeline__what">{what}</span>{' '}
          <small>
            <Facts>
              {who}
              {at !== null && <time dateTime={at}>{sayMoment(words, at, now)}</time>}
              {late}
            </Facts>
          </small>
          {note !== undefined && (
            <div className="timeline__note" {...(typeof note === 'string' ? tongueOf(note) : {})}>
              {note}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
