import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FoundAccount } from '../../../people/accounts.contract.ts'
import type { SecondFactorReset } from '../../../people/sign-in/security.contract.ts'
import { call } from '../../api/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { useSay } from '../../kit/status.tsx'
import { useAccountWords } from '../../shared/account/use-account-words.ts'
import { ConfirmActs } from '../confirm-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { accountsKey } from './use-accounts.ts'

/** Takes away a colleague's codes from a phone, for whoever has lost phone and recovery codes. */
export function ResetFactorDialog({ account, onClose }: { account: FoundAccount; onClose(): void }) {
  const { resetFactor: said } = useAccountWords()
  const say = useSay()
  const client = useQueryClient()
  const reset = useMutation({
    mutationFn: () => call<SecondFactorReset>('POST', `/api/accounts/${account.id}/reset-second-factor`, {}),
    onSuccess: async () => {
      onClose()
      say(said.done(account.name))
      await client.invalidateQueries({ queryKey: accountsKey })
    },
  })
  return (
    <Dialog
      title={said.title(account.name)}
      onClose={onClose}
      acts={
        <ConfirmActs
          label={said.send}
          look="danger"
          busy={reset.isPending}
          onConfirm={() => reset.mutate()}
          onCancel={onClose}
        />
      }
    >
      <p>{said.hint}</p>
      <FormProblem error={reset.error} />
    </Dialog>
  )
}
