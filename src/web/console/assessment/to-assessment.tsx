import { Link } from '@tanstack/react-router'
import { useWords } from '../words.ts'

/** The way back from a page beside the list. */
export const ToAssessment = () => (
  <p className="no-print">
    <Link to="/assessment">{useWords().consoleAssessment.back}</Link>
  </p>
)
