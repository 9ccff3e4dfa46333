import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../kit/button.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { usePassedWords } from './use-passed-words.ts'

/** The way to pass something on from a case, a whistle or a station, for whoever may. */
export function PassOnLink({
  from,
}: {
  from: { readonly case?: string; readonly whistle?: string; readonly station?: string }
}) {
  const { pass: said } = usePassedWords()
  if (!mayDo(useSignedIn(), 'action.lead')) return null
  return (
    <p className="no-print">
      <Link to="/passed-on" search={{ ...from }} className={buttonClass({ look: 'quiet' })}>
        {said.openHere}
      </Link>
    </p>
  )
}
