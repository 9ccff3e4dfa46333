import { useState } from 'react'
import type { ActReceipt, WithdrawCase } from '../../../cases/acts.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { goToHeading } from '../../kit/focus.ts'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { actPath, type OwnWay, receiptOf } from './own-case.ts'

/** Takes an own case back, after asking whether that is meant. */
export function WithdrawPart({ way }: { way: OwnWay }) {
  const { follow } = useWords()
  const { withdraw } = follow
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const act = useAct<ActReceipt, Omit<WithdrawCase, 'requestId'>>(actPath(way, 'withdraw'), {
    receipt: receiptOf(way),
    onDone: () => {
      setAsking(false)
      say(withdraw.done)
      goToHeading()
    },
  })
  const confirm = () => {
    const said = reason.trim()
    act.mutate(said.length < 2 ? {} : { reason: said })
  }
  return (
    <>
      <Button look="quiet" wide onClick={() => setAsking(true)}>
        {withdraw.open}
      </Button>
      {asking && (
        <ConfirmDialog
          title={withdraw.ask}
          onClose={() => setAsking(false)}
          label={withdraw.confirm}
          look="danger"
          busy={act.isPending}
          onConfirm={confirm}
        >
          <p>{withdraw.next}</p>
          <TextField
            label={withdraw.reason}
            optional
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <FormError error={act.error} />
        </ConfirmDialog>
      )}
    </>
  )
}
