import '../people/people.css'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Filed } from '../../../evaluation/contract.ts'
import type { GiveMark } from '../../../evaluation/marks.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { useSay } from '../../kit/status.tsx'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { SaidField } from '../whistles/said-field.tsx'
import { useWords } from '../words.ts'

type Kind = GiveMark['kind']
/** A mark before it is sent, without its words. */
export type Mark<K extends Kind> = Omit<Extract<GiveMark, { kind: K }>, 'requestId' | 'words'>

interface MarkFrameProps {
  readonly className: string
  readonly label: string
  /** Null while something of it is missing. */
  readonly mark: Mark<'assist'> | Mark<'support'> | null
  onClose(): void
  /** Its fields; they say what is missing once sending was tried. */
  readonly children: (tried: boolean) => ReactNode
}

/** The form of a mark: its own fields, words with it if one likes, and what becomes of it. */
export function MarkFrame({ className, label, mark, onClose, children }: MarkFrameProps) {
  const { marks: said } = useWords().consoleAssessment
  const say = useSay()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<Filed, NonNullable<typeof mark> & { readonly words?: string }>('/api/assessment/marks', {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (act.isPending || mark === null || text.length > 500) return
    act.mutate(text.trim() === '' ? mark : { ...mark, words: text.trim() })
  }
  return (
    <form className={className} aria-label={label} onSubmit={submit} noValidate>
      {children(tried)}
      <SaidField
        label={said.words}
        needed={said.needed}
        optional
        value={text}
        tried={tried}
        onChange={setText}
      />
      <FormProblem error={act.error} />
      <FormActs label={said.send} busy={act.isPending} onCancel={onClose} />
    </form>
  )
}
