import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FoundAccount } from '../../../people/accounts.contract.ts'
import type { SecondFactorReset } from '../../../people/sign-in/security.contract.ts'
import { call } from '../../api/call.ts'
import { useSay } from '../../kit/status.tsx'
import { useAccountWords } from '../../shared/account/use-account-words.ts'
import { ActDialog } from '../act-dialog.tsx'
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
