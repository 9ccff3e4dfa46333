import './today.css'
import { Link } from '@tanstack/react-router'
import type { FieldRow } from '../../../cases/field-day.contract.ts'
import { tongueOf } from '../../../kernel/tongue.ts'
import { Card } from '../../kit/card.tsx'
import { ClockBar, ClockLight } from '../../kit/clock-bar.tsx'
import { usePreferences } from '../../preferences.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { StepButtons } from './step-buttons.tsx'

/** A case that waits: its matter, where, how its time stands, and the step that is the reader's. */
export function CaseCard({ row, isNew = false }: { row: FieldRow; isNew?: boolean }) {
  const { language, words } = usePreferences()
  const { today } = words.field
  const title = row.matter ? nameIn(language, row.matter) : today.noMatter
  const stage = words.cases.stages[row.stage]
  const further = words.common.facts(
    // Rows that a phone kept from an earlier release have neither.
    row.practice && today.practice,
    row.first && today[row.first.maybe ? 'maybeFirst' : 'first'](nameIn(language, row.first)),
    row.unit && row.next === null ? today.others(nameIn(language, row.unit), stage) : stage,
    row.reopened > 0 && today.reopened(row.reopened),
    row.pendingRequest !== null && today.pending,
  )
  return (
    <Card
      {...(row.running ? { edge: row.light } : {})}
      title={
        <Link className="case-link" to={`/case/${row.id}`}>
          {title}
        </Link>
      }
      aside={<ClockLight account={row.account} />}
    >
      <p className="case-card__place">
        {isNew && <strong className="case-card__new">{today.isNew}</strong>}
        {placeIn(language, row.place)}
      </p>
      {row.summary !== null && (
        <p className="case-card__words" {...tongueOf(row.summary)}>
          {row.summary}
        </p>
      )}
      <small>{further}</small>
      <ClockBar account={row.account} />
      <StepButtons row={row} title={title} />
    </Card>
  )
}
