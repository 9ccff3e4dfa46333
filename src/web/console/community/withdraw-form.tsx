import { useState } from 'react'
import type { Done, Withdraw } from '../../../neighbours/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { ActForm } from '../case/act-form.tsx'
import { useSaid } from './use-said.ts'

/** Takes an announcement or a public answer down; `path` is the address of the act. */
export function WithdrawForm({ path }: { path: string }) {
  const { withdraw: said } = useSaid()
  const say = useSay()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<Done, Omit<Withdraw, 'requestId'>>(path, { onDone: () => say(said.done) })
  const missing = reason.trim().length < 2
  return (
    <ActForm
      label={said.send}
      look="danger"
      busy={act.isPending}
      error={act.error}
      onSend={() => {
        setTried(true)
        if (!missing) act.mutate({ reason: reason.trim() })
      }}
    >
      <TextField
        label={said.reason}
        hint={said.reasonHint}
        error={tried && missing ? said.reasonMissing : undefined}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActForm>
  )
}
