import './today.css'
import { Link } from '@tanstack/react-router'
import type { CaseRow } from '../../../cases/story.contract.ts'
import { Card } from '../../kit/card.tsx'
import { ClockBar, ClockLight } from '../../kit/clock-bar.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'

/** A case that waits: what, where, how much working time is left, and how it has been spent. */
export function CaseCard({ row }: { row: CaseRow }) {
  const { language } = usePreferences()
  const { field, cases } = useWords()
  const { today } = field
  const matter = row.matter ? nameIn(language, row.matter) : today.noMatter
  const details = [
    placeIn(language, row.place),
    row.unit && nameIn(language, row.unit),
    cases.stages[row.stage],
    row.reopened > 0 && today.reopened(row.reopened),
    row.pendingRequest !== null && today.pending,
  ].filter(Boolean)
  return (
    <Card
      edge={row.light}
      title={
        <Link className="case-link" to={`/case/${row.id}`}>
          {row.summary ?? matter}
        </Link>
      }
      aside={<ClockLight account={row.account} />}
    >
      <small>
        {row.summary !== null && `${matter} · `}
        {details.join(' · ')}
      </small>
      <ClockBar account={row.account} />
    </Card>
  )
}
