import { Link } from '@tanstack/react-router'
import type { ItemKind } from '../../../cases/hand-over/contract.ts'
import { buttonClass } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { HandOverLog } from '../../shared/hand-over/log.tsx'
import { HandOverNow } from '../../shared/hand-over/now.tsx'
import { useHandOverWords } from '../../shared/hand-over/use-hand-over-words.ts'
import { StaffGate } from '../session/gate.tsx'

/** Whistles are answered at the console: this face has no page for them. */
const wayTo = (kind: ItemKind, id: string): string | null => {
  if (kind === 'whistle') return null
  return kind === 'alert' || kind === 'emergency' ? '/' : `/case/${id}`
}

/** 交接班 of a grid, on the phone. */
export default function FieldHandOverPage() {
  const said = useHandOverWords()
  useTitle(said.title)
  const standIn = (
    <Link to="/stand-in" className={buttonClass({ look: 'quiet' })}>
      {said.standIn}
    </Link>
  )
  return (
    <StaffGate>
      {() => (
        <>
          <h1>{said.title}</h1>
          <p className="lead no-print">{said.lead}</p>
          <HandOverNow wayTo={wayTo} standIn={standIn} />
          <HandOverLog wayTo={wayTo} />
        </>
      )}
    </StaffGate>
  )
}
