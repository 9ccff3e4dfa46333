import type { SignCase } from '../../../../cases/acts.contract.ts'
import { useNameOf } from '../../../shared/names.ts'
import { useSignedIn } from '../../session/me.ts'
import { useWords } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { type ActName, useAct } from '../use-act.ts'
import type { ActFormProps } from './forms.ts'

const nothingToForget = () => {}

/** An act that needs no word of its own: what it does, and one button. */
function OneTap({ story, act }: ActFormProps & { act: ActName & ('close' | 'resume') }) {
  const said = useWords().consoleCase
  const { mutate, isPending, error } = useAct<object>(story.id, act, nothingToForget)
  return (
    <ActForm
      label={said.acts[act]}
      hint={said.hints[act]}
      busy={isPending}
      error={error}
      onSend={() => mutate({ body: {} })}
    />
  )
}

export const CloseForm = ({ story }: ActFormProps) => <OneTap story={story} act="close" />
export const ResumeForm = ({ story }: ActFormProps) => <OneTap story={story} act="resume" />

/** One button for each unit of the reader's that has yet to sign; a person may serve two of them. */
export function SignForm({ story }: ActFormProps) {
  const own = new Set(useSignedIn().posts.flatMap(({ unit }) => (unit === null ? [] : [unit.id])))
  const waiting = story.parts.filter(({ stage, unit }) => stage === 'dispatched' && own.has(unit.id))
  if (waiting.length < 2) return <SignFor story={story} unit={waiting[0]?.unit ?? null} />
  return waiting.map(({ unit }) => <SignFor key={unit.id} story={story} unit={unit} />)
}

type Unit = ActFormProps['story']['parts'][number]['unit']

function SignFor({ story, unit }: ActFormProps & { unit: Unit | null }) {
  const { sign, hints } = useWords().consoleCase
  const nameOf = useNameOf()
  const { mutate, isPending, error } = useAct<Omit<SignCase, 'requestId'>>(story.id, 'sign', nothingToForget)
  return (
    <ActForm
      label={unit === null ? sign.plain : sign.as(nameOf(unit))}
      hint={hints.sign}
      busy={isPending}
      error={error}
      onSend={() => mutate({ body: unit === null ? {} : { unitId: unit.id } })}
    />
  )
}
