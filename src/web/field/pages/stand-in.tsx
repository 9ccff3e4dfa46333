import { useTitle } from '../../kit/shell.tsx'
import { useWords } from '../../preferences.tsx'
import { StandInCard } from '../../shared/delegation/stand-in-card.tsx'
import { StaffGate } from '../session/gate.tsx'

/** A grid worker on leave lends the post to a colleague, and takes it back. */
export default function StandInPage() {
  const { kinds, standIn } = useWords().field.me
  useTitle(standIn)
  return (
    <StaffGate>
      {() => (
        <>
          <h1 className="unseen">{standIn}</h1>
          <StandInCard posts={kinds} />
        </>
      )}
    </StaffGate>
  )
}
