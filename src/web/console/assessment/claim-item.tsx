import { Link } from '@tanstack/react-router'
import type { ClaimRow } from '../../../evaluation/contract.ts'
import { nowMs } from '../../clock.ts'
import { useNameOf } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { Ways } from '../ways.tsx'
import { useWords } from '../words.ts'
import { DecideForm } from './decide-form.tsx'
import { sayMonth } from './months.ts'

/** One claim with its reason, what it names, and what was decided. */
export function ClaimItem({ claim }: { claim: ClaimRow }) {
  const words = useWords()
  const { consoleAssessment, common } = words
  const { claims: said } = consoleAssessment
  const nameOf = useNameOf()
  const what = common.labelled(
    said.kinds[claim.kind],
    said.of(nameOf(claim.unit), sayMonth(words, claim.month)),
  )
  const moment = (at: string) => sayMoment(words, at, nowMs())
  return (
    <li>
      <h2>{what}</h2>
      <p>{claim.words === null ? said.erased : said.words(claim.words)}</p>
      <Subjects label={said.about} subjects={claim.subjects} />
      <small>{said.filed(moment(claim.filedAt))}</small>
      {claim.decidedAt !== null && (
        <p>
          {common.facts(
            claim.granted ? said.granted : said.dismissed,
            said.decided(moment(claim.decidedAt)),
            claim.decision !== null && said.decision(claim.decision),
          )}
        </p>
      )}
      <Subjects label={said.takenOut} subjects={claim.takenOut} />
      {claim.mayDecide && (
        <Ways
          ways={[
            {
              key: 'decide',
              label: said.decide,
              spoken: said.decideOf(what),
              part: (close) => <DecideForm claim={claim} onClose={close} />,
            },
          ]}
        />
      )}
    </li>
  )
}

function Subjects({ label, subjects }: { label: string; subjects: ClaimRow['subjects'] }) {
  const { unit } = useWords().consoleAssessment
  if (subjects.length === 0) return null
  return (
    <dl className="levels">
      <div>
        <dt>{label}</dt>
        {subjects.map(({ subject, number }) => (
          <dd key={subject}>
            {number === null ? (
              unit.whistle
            ) : (
              <Link to="/cases/$id" params={{ id: subject }}>
                {number}
              </Link>
            )}
          </dd>
        ))}
      </div>
    </dl>
  )
}
