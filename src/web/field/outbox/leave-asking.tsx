import { useState } from 'react'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { SignOut } from '../../shared/sign-out.tsx'
import { forgetOthers } from './locker.ts'
import { lookAgain, useStanding } from './outbox.ts'
import { useOutboxWords } from './use-outbox-words.ts'

/** What is kept goes with the session; no later reading is waited for, which may meet no signal. */
async function forgetAll(): Promise<void> {
  await forgetOthers(null)
  await lookAgain()
}

/** Signs out; where something waits to be sent it says so first, and what becomes of it. */
export function LeaveAsking() {
  const { leave } = useOutboxWords()
  const { pieces } = useStanding()
  const [go, setGo] = useState<(() => void) | null>(null)
  return (
    <>
      <SignOut
        before={(goOn) => (pieces.length === 0 ? goOn() : setGo(() => goOn))}
        onSignedOut={forgetAll}
      />
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
