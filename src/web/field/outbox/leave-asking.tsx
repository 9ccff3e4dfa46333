import { useState } from 'react'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { SignOut } from '../../shared/sign-out.tsx'
import { useStanding } from './outbox.ts'
import { useOutboxWords } from './use-outbox-words.ts'

/** Signs out; where something waits to be sent it says so first, and what becomes of it. */
export function LeaveAsking() {
  const { leave } = useOutboxWords()
  const { pieces } = useStanding()
  const [go, setGo] = useState<(() => void) | null>(null)
  return (
    <>
      <SignOut before={(goOn) => (pieces.length === 0 ? goOn() : setGo(() => goOn))} />
      {go !== null && (
        <ConfirmDialog
          title={leave.ask(pieces.length)}
          label={leave.go}
          onConfirm={() => {
            setGo(null)
            go()
          }}
          onClose={() => setGo(null)}
        >
          <p>{leave.next}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
