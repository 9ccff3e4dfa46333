import './act-bar.css'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { buttonClass } from '../../kit/button.tsx'
import { useWords } from '../../preferences.tsx'

/** The foot of an act's page: back without a word lost, and the button that sends. */
export function ActFoot({
  caseId,
  says,
  children,
}: {
  caseId: string
  /** What is to be known before it is sent, whatever of the form is in sight. */
  says?: string | undefined
  children: ReactNode
}) {
  const { toBack } = useWords().field.case
  return (
    <div className="act-bar">
      {says !== undefined && <p className="field__hint">{says}</p>}
      <div className="act-bar__acts">
        <Link to={`/case/${caseId}`} className={buttonClass({ look: 'quiet' })}>
          {toBack}
        </Link>
        {children}
      </div>
    </div>
  )
}
