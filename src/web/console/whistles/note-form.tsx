import { useState } from 'react'
import { useDraft } from '../../api/draft.ts'
import { useSay } from '../../kit/status.tsx'
import type { ConsoleWords } from '../../words/console.ts'
import { ActForm } from '../case/act-form.tsx'
import { useWords } from '../words.ts'
import type { CallActsProps } from './call-acts.tsx'
import { isSaid, SaidField } from './said-field.tsx'
import { useWhistleAct } from './use-whistles.ts'

type Act = 'contact' | 'act' | 'refuse' | 'confirm' | 'press' | 'release'

const nothing = { words: '' }

interface Asked {
  readonly label: string
  readonly hint?: string
  readonly send: string
  /** What is said where nothing was written and something must be; null where a note is optional. */
  readonly needed: string | null
}

/** What an act's form asks. */
function askedBy({ forms }: ConsoleWords['consoleWhistles'], act: Act, how: 'whistled' | 'invited'): Asked {
  if (act === 'refuse') {
    const { words, hint, politeHint, needed, send } = forms.refuse
    return { label: words, hint: how === 'invited' ? politeHint : hint, send: send[how], needed }
  }
  if (act === 'press') return { label: forms.press.words, send: forms.press.send, needed: forms.press.needed }
  const { note, hint, send } = forms[act]
  return { label: note, hint, send, needed: null }
}

/** An act with words: refusing and pressing must say why, the others may have a note. */
export function NoteForm({ whistleId, call, act, onDone }: CallActsProps & { act: Act; onDone(): void }) {
  const { consoleWhistles: said } = useWords()
  const say = useSay()
  const asked = askedBy(said, act, call.how)
  const [draft, setDraft, forget] = useDraft(`whistle.${call.id}.${act}`, nothing)
  const [tried, setTried] = useState(false)
  const sending = useWhistleAct<{ words: string } | { note?: string }>(
    `/api/whistles/${whistleId}/calls/${call.id}/${act}`,
    () => {
      forget()
      say(said.done[act])
      onDone()
    },
  )
  const send = () => {
    setTried(true)
    const words = draft.words.trim()
    if (asked.needed !== null) return isSaid(words) && sending.mutate({ words })
    if (words === '' || isSaid(words)) sending.mutate(words === '' ? {} : { note: words })
  }
  return (
    <ActForm
      label={asked.send}
      {...(asked.hint === undefined ? {} : { hint: asked.hint })}
      look={act === 'refuse' ? 'danger' : 'main'}
      busy={sending.isPending}
      error={sending.error}
      onSend={send}
    >
      <SaidField
        label={asked.label}
        needed={asked.needed ?? ''}
        optional={asked.needed === null}
        value={draft.words}
        tried={tried}
        onChange={(words) => setDraft({ words })}
      />
    </ActForm>
  )
}
