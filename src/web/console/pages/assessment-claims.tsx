import '../books.css'
import '../people/people.css'
import '../assessment/assessment.css'
import { useState } from 'react'
import type { ClaimPage } from '../../../evaluation/contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { RowPages } from '../../shared/row-pages.tsx'
import { ClaimItem } from '../assessment/claim-item.tsx'
import { ToAssessment } from '../assessment/to-assessment.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { PressOne } from '../press-one.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** 考核剔除 and 异议: what units claim, and what the centre decided. */
export default function AssessmentClaimsPage() {
  const { consoleAssessment } = useWords()
  const { claims: said, unit } = consoleAssessment
  const isOpen = mayDo(useSignedIn(), 'assessment.see')
  const [open, setOpen] = useState<'true' | 'false'>('true')
  const reading = useReadPages<ClaimPage>(isOpen ? withQuery('/api/assessment/claims', { open }) : null)
  useTitle(said.title)
  if (!isOpen) return <NotPermitted />
  return (
    <div className="book">
      <ToAssessment />
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <PressOne<'true' | 'false'>
        label={said.show}
        options={[
          { key: 'true', label: said.openOnes },
          { key: 'false', label: said.decidedOnes },
        ]}
        value={open}
        onChoose={setOpen}
      />
      <RowPages
        reading={reading}
        count={unit.shown}
        none={<Empty what={open === 'true' ? said.none : said.noneDecided} next={said.noneNext} />}
      >
        {(rows) => (
          <ul className="assessed">
            {rows.map((claim) => (
              <ClaimItem key={claim.id} claim={claim} />
            ))}
          </ul>
        )}
      </RowPages>
    </div>
  )
}
