import { Link } from '@tanstack/react-router'
import { useWords } from '../words.ts'

/** The way on from a page that has nothing to show. */
export function ToDesk() {
  const { desk } = useWords().console
  return (
    <p>
      <Link className="more-link" to="/desk">
        {desk.toDesk}
      </Link>
    </p>
  )
}
