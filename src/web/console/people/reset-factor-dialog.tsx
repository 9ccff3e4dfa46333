import { useMutation } from '@tanstack/react-query'
import type { FoundAccount } from '../../../people/accounts.contract.ts'
import type { SecondFactorReset } from '../../../people/sign-in/security.contract.ts'
import { call } from '../../api/call.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useSay } from '../../kit/status.tsx'
import { useAccountWords } from '../../shared/account/use-account-words.ts'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'

/** Takes away a colleague's codes from a phone, for whoever has lost phone and recovery codes. */
export function ResetFactorDialog({ account, onClose }: { account: FoundAccount; onClose(): void }) {
  const { common } = useWords()
  const { resetFactor: said } = useAccountWords()
  const say = useSay()
  const reset = useMutation({
    mutationFn: () => call<SecondFactorReset>('POST', `/api/accounts/${account.id}/reset-second-factor`, {}),
    onSuccess: () => {
      onClose()
      say(said.done(account.name))
    },
  })
  return (
    <Dialog
      title={said.title(account.name)}
      onClose={onClose}
      acts={
        <>
          <Button look="danger" busy={reset.isPending} onClick={() => reset.mutate()}>
            {said.send}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {common.actions.cancel}
          </Button>
        </>
      }
    >
      <p>{said.hint}</p>
      <FormProblem error={reset.error} />
    </Dialog>
  )
}
