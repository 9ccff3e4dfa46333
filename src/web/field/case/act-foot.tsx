import './act-bar.css'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { buttonClass } from '../../kit/button.tsx'
import { useWords } from '../../preferences.tsx'

/** The foot of an act's page: back without a word lost, and the button that sends. */
export function ActFoot({ caseId, children }: { caseId: string; children: ReactNode }) {
  const { toBack } = useWords().field.case
  return (
    <div className="act-bar">
      <div className="act-bar__acts">
        <Link to={`/case/${caseId}`} className={buttonClass({ look: 'quiet' })}>
          {toBack}
        </Link>
        {children}
      </div>
    </div>
  )
}
