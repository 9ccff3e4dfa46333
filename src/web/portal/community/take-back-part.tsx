import { useState } from 'react'
import type { Done, OwnQuestion } from '../../../neighbours/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { goToHeading } from '../../kit/focus.ts'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { forgetQuestion } from './kept-questions.ts'
import { useCommunityWords } from './use-community-words.ts'

/** Takes an own question back, after asking whether that is meant. `receipt` opens it to whoever has no account. */
export function TakeBackPart({ question, receipt }: { question: OwnQuestion; receipt?: string | undefined }) {
  const { takeBack: said } = useCommunityWords().mine
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const act = useAct<Done>(`/api/questions/${question.id}/take-back`, {
    receipt,
    onDone: () => {
      say(said.done)
      goToHeading()
      forgetQuestion(question.id)
    },
  })
  return (
    <>
      <p>
        <Button look="quiet" aria-label={said.openFor(question.words)} onClick={() => setAsking(true)}>
          {said.open}
        </Button>
      </p>
      {asking && (
        <ConfirmDialog
          title={said.ask}
          onClose={() => setAsking(false)}
          label={said.confirm}
          look="danger"
          busy={act.isPending}
          onConfirm={() => act.mutate({})}
        >
          <p>{said.next}</p>
          <FormError error={act.error} />
        </ConfirmDialog>
      )}
    </>
  )
}
