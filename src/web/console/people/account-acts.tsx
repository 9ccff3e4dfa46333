import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClosedAccount, FoundAccount, PasswordReset } from '../../../people/accounts.contract.ts'
import { call } from '../../api/call.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useSay } from '../../kit/status.tsx'
import { useAccountWords } from '../../shared/account/use-account-words.ts'
import { ActDialog } from '../act-dialog.tsx'
import { useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'
import { ResetFactorDialog } from './reset-factor-dialog.tsx'

/** What an administrator does with somebody else's account: a new password, or its end. */
export function AccountActs({ account }: { account: FoundAccount }) {
  const { consolePeople: said } = useWords()
  const { resetFactor: factor } = useAccountWords()
  const me = useSignedIn()
  const [asked, setAsked] = useState<'reset' | 'factor' | 'close' | null>(null)
  if (me.account?.id === account.id || account.closedAt !== null) return null
  const close = () => setAsked(null)
  const acts = { reset: said.reset, factor, close: said.close }
  const open = (['reset', 'factor', 'close'] as const).filter(
    (act) => act !== 'factor' || account.hasSecondFactor,
  )
  return (
    <>
      {open.map((act) => (
        <button
          key={act}
          type="button"
          className="text-button"
          aria-label={acts[act].openOf(account.name)}
          onClick={() => setAsked(act)}
        >
          {acts[act].open}
        </button>
      ))}
      {asked === 'reset' && <ResetDialog account={account} onClose={close} />}
      {asked === 'factor' && <ResetFactorDialog account={account} onClose={close} />}
      {asked === 'close' && <CloseDialog account={account} onClose={close} />}
    </>
  )
}

/** Not by a request id, which would be kept with the password: sent twice, the second password holds. */
function ResetDialog({ account, onClose }: { account: FoundAccount; onClose(): void }) {
  const { consolePeople } = useWords()
  const { reset: said, opened } = consolePeople
  const client = useQueryClient()
  const reset = useMutation({
    mutationFn: () => call<PasswordReset>('POST', `/api/accounts/${account.id}/reset-password`, {}),
    onSettled: () => client.invalidateQueries({ queryKey: ['me'] }),
  })
  if (reset.data !== undefined)
    return (
      <Dialog
        title={said.doneTitle(account.name)}
        onClose={onClose}
        acts={
          <>
            <Button onClick={onClose}>{opened.close}</Button>
            <Button look="quiet" onClick={() => window.print()}>
              {opened.print}
            </Button>
          </>
        }
      >
        <dl className="people__password-shown">
          <dt>{opened.accountName}</dt>
          <dd>{account.accountName}</dd>
          <dt>{opened.password}</dt>
          <dd>{reset.data.password}</dd>
        </dl>
        <p>{said.sessions(reset.data.sessionsEnded)}</p>
        <p>{said.once}</p>
      </Dialog>
    )
  return (
    <ActDialog
      title={said.title(account.name)}
      onClose={onClose}
      label={said.send}
      look="danger"
      act={reset}
      onConfirm={() => reset.mutate()}
    >
      <p>{said.hint}</p>
    </ActDialog>
  )
}

function CloseDialog({ account, onClose }: { account: FoundAccount; onClose(): void }) {
  const { close: said } = useWords().consolePeople
  const say = useSay()
  const end = useAct<ClosedAccount>(`/api/accounts/${account.id}/close`, {
    onDone: () => {
      onClose()
      say(said.done(account.name))
    },
  })
  return (
    <ActDialog
      title={said.title(account.name)}
      onClose={onClose}
      label={said.send}
      look="danger"
      act={end}
      onConfirm={() => end.mutate({})}
    >
      <p>{said.hint}</p>
    </ActDialog>
  )
}
