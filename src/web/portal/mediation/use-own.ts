import type { MediationReceipt } from '../../../cases/mediation/contract.ts'
import type { OwnMediations } from '../../../cases/mediation/page.contract.ts'
import { useAct, useReadPages, withQuery } from '../../api/use-read.ts'
import { goToHeading } from '../../kit/focus.ts'
import { useSay } from '../../kit/status.tsx'
import { usePreferences } from '../../preferences.tsx'
import { mediationWords } from '../../words/mediation.ts'

export const useMediationWords = () => mediationWords[usePreferences().language]

/** The mediations in which the account, or whoever holds the receipt, is a party; of one case alone where it is named. */
export const useOwnMediations = (receipt: string | undefined, caseId: string | undefined) =>
  useReadPages<OwnMediations>(withQuery('/api/my/mediations', { caseId }), { receipt })

/** An act of a party; what was done is said, and the page read again. */
export function useOwnAct<Body extends object>(
  path: string,
  { receipt, said, onDone }: { receipt: string | undefined; said: string; onDone?(): void },
) {
  const say = useSay()
  return useAct<MediationReceipt, Body>(path, {
    receipt,
    onDone: () => {
      onDone?.()
      say(said)
      goToHeading()
    },
  })
}
