import { Link } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import type { FlaggedCase } from '../../../cases/closing/closing.contract.ts'
import { Button } from '../../kit/button.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { useReading } from '../words.ts'

type Head = Pick<FlaggedCase, 'caseId' | 'number' | 'stage' | 'matter' | 'place' | 'unit' | 'summary'>

interface CardProps {
  readonly row: Head
  /** What is said of it, below its head. */
  readonly children: ReactNode
  /** What its button is called, with and without what it is about; and what it opens. */
  readonly open?: { readonly label: string; readonly of: (what: string) => string; readonly form: ReactNode }
}

/** A case in a list of closings: what it is about, what is said of it, and the form that its button opens. */
export function ClosingCard({ row, children, open }: CardProps) {
  const { words, language } = useReading()
  const nameOf = useNameOf()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const what = row.summary ?? (row.matter === null ? row.number : nameOf(row.matter))
  return (
    <article className="panel closing" aria-labelledby={id} data-case={row.caseId}>
      <h2 id={id}>{what}</h2>
      <p className="closing__where">
        {words.common.facts(
          placeIn(language, row.place),
          row.unit === null ? null : nameOf(row.unit),
          words.cases.stages[row.stage],
        )}
      </p>
      {children}
      <Link className="closing__story" to="/cases/$id" params={{ id: row.caseId }}>
        {words.approvals.story}
      </Link>
      {open !== undefined && (
        <p>
          <Button
            look="quiet"
            aria-expanded={isOpen}
            aria-label={open.of(what)}
            onClick={() => setOpen(!isOpen)}
          >
            {open.label}
          </Button>
        </p>
      )}
      {isOpen && open?.form}
    </article>
  )
}
