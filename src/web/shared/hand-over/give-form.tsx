import { type FormEvent, useState } from 'react'
import type { HandOver, HandOverReceipt } from '../../../cases/hand-over/contract.ts'
import { useDraft } from '../../api/draft.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { VoiceLater } from '../voice/voice-later.tsx'
import { useHandOverWords } from './use-hand-over-words.ts'

const MOST = 1000

interface GiveFormProps {
  readonly postId: string
  /** What was given there and waits, by whomever: giving once more takes its place. */
  readonly waiting: HandOver | null
}

/** A paragraph, if there is something that no record shows; then it is given, after a question. */
export function GiveForm({ postId, waiting }: GiveFormProps) {
  const said = useHandOverWords()
  const say = useSay()
  const [draft, change, forget] = useDraft(`hand-over.${postId}`, { words: '' })
  const [asking, setAsking] = useState(false)
  const give = useAct<HandOverReceipt>('/api/hand-overs', {
    onDone: () => {
      forget()
      say(said.given)
    },
  })
  const words = draft.words.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.length <= MOST) setAsking(true)
  }
  const go = () => {
    setAsking(false)
    give.mutate({ postId, ...(words !== '' && { words }), ...(waiting && { replaces: waiting.id }) })
  }
  return (
    <form className="no-print" onSubmit={submit} noValidate>
      <TextArea
        label={said.words}
        hint={said.wordsHint}
        optional
        most={MOST}
        rows={3}
        value={draft.words}
        onChange={(event) => change({ words: event.target.value })}
      />
      <VoiceLater label={said.words} value={draft.words} onChange={(text) => change({ words: text })} />
      <FormError error={give.error} />
      <Button type="submit" look={waiting ? 'quiet' : 'main'} wide busy={give.isPending}>
        {waiting ? said.giveAgain : said.give}
      </Button>
      {asking && (
        <ConfirmDialog title={said.ask} label={said.give} onConfirm={go} onClose={() => setAsking(false)}>
          <p>{said.askNext}</p>
          {waiting && <p>{waiting.own ? said.askAgain : said.askAgainOf(waiting.givenBy ?? said.gone)}</p>}
        </ConfirmDialog>
      )}
    </form>
  )
}
