import { useState } from 'react'
import type { RightRequest, TakenBackRight } from '../../../people/rights/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { goToHeading } from '../../kit/focus.ts'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { useRecordWords } from './record-words.tsx'

type Request = Pick<RightRequest, 'id' | 'kind'>

/** The way back from what one has asked, while it waits for an answer. */
export function TakeBackRequest({ request }: { request: Request }) {
  const { requests: said, rights } = useRecordWords()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        look="quiet"
        aria-label={said.takeBackOf(rights.kinds[request.kind])}
        onClick={() => setAsking(true)}
      >
        {said.takeBack}
      </Button>
      {asking && <AskTakeBack request={request} onClose={() => setAsking(false)} />}
    </>
  )
}

function AskTakeBack({ request: { id, kind }, onClose }: { request: Request; onClose(): void }) {
  const { requests: said, rights } = useRecordWords()
  const say = useSay()
  const act = useAct<TakenBackRight>(`/api/my/rights/${id}/take-back`, {
    onDone: () => {
      onClose()
      say(said.takeBackDone(rights.kinds[kind]))
      goToHeading()
    },
  })
  return (
    <ConfirmDialog
      title={said.takeBackAsk(rights.kinds[kind])}
      label={said.takeBackConfirm}
      back={said.takeBackKeep}
      busy={act.isPending}
      onConfirm={() => act.mutate({})}
      onClose={onClose}
    >
      <p>{said.takeBackNext}</p>
      <FormError error={act.error} />
    </ConfirmDialog>
  )
}
