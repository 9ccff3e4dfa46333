import { Link } from '@tanstack/react-router'
import { useWords } from '../words.ts'

/** The way back from a page beside the list. */
export const ToWhistles = () => (
  <p className="no-print">
    <Link to="/whistles">{useWords().consoleWhistles.back}</Link>
  </p>
)
