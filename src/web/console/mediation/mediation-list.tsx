import './mediation.css'
import { Link } from '@tanstack/react-router'
import type { MediationRow } from '../../../cases/mediation/page.contract.ts'
import { nowMs } from '../../clock.ts'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayDay, sayMoment } from '../../words/time.ts'
import { useReading } from '../words.ts'

/** Mediations as a list: which matter and how far it is, and never who quarrels. */
export function MediationList({
  rows,
  isPart = false,
}: {
  rows: readonly MediationRow[]
  /** Whether it stands in a part of a page, under that part's heading. */
  isPart?: boolean
}) {
  return (
    <ul className="mediations">
      {rows.map((row) => (
        <li key={row.id}>
          <OneRow row={row} heading={isPart ? 'h4' : 'h2'} />
        </li>
      ))}
    </ul>
  )
}

function OneRow({ row, heading: Heading }: { row: MediationRow; heading: 'h2' | 'h4' }) {
  const { words, language } = useReading()
  const said = words.consoleMediation
  const now = nowMs()
  const open = row.stage === 'asked' || row.stage === 'consented' || row.stage === 'mediating'
  return (
    <>
      <Heading>
        <Link to="/mediations/$id" params={{ id: row.id }}>
          {words.common.facts(
            row.case?.matter ? nameIn(language, row.case.matter) : said.one,
            placeIn(language, row.place),
          )}
        </Link>
      </Heading>
      <p>
        <strong>
          {words.common.facts(
            said.stages[row.stage],
            row.outcome !== null && said.outcomes[row.outcome],
            row.kept !== null && said.kept[row.kept],
          )}
        </strong>
      </p>
      {(row.danger || row.wantsOther) && (
        <p className="mediations__heed">
          {words.common.facts(row.danger && said.danger, row.wantsOther && said.wantsOther)}
        </p>
      )}
      <small>
        {words.common.facts(
          row.practice && words.console.desk.practice,
          said.openedOn(sayMoment(words, row.openedAt, now)),
          open && said.usuallyBy(sayDay(words, row.usuallyBy, now)),
          row.nextSessionAt !== null && said.nextSession(sayMoment(words, row.nextSessionAt, now)),
          row.followOn !== null && said.followOn(sayDay(words, row.followOn, now)),
          row.case !== null && said.caseOf(row.case.number),
        )}
      </small>
    </>
  )
}
