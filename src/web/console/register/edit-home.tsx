import { useState } from 'react'
import type { HomeRow } from '../../../people/register/read.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { ActForm } from '../case/act-form.tsx'
import { useWords } from '../words.ts'
import { HomeUseField } from './home-use-field.tsx'
import { useDeskSaid } from './use-desk-said.ts'

/** Corrects what a home is called and used for. */
export function EditHome({ home, onDone }: { home: HomeRow; onDone(): void }) {
  const { door } = useSaid()
  const { actions } = useWords().common
  const said = useDeskSaid()
  const say = useSay()
  const [label, setLabel] = useState(home.label)
  const [use, setUse] = useState(home.use)
  const act = useAct(`/api/register/homes/${home.id}`, {
    onDone: () => {
      say(said.editHomeDone)
      onDone()
    },
  })
  const typed = label.trim()
  const send = () => {
    if (typed !== '') act.mutate({ seq: home.seq, label: typed, use })
  }
  return (
    <ActForm label={actions.save} busy={act.isPending} error={act.error} onSend={send}>
      <TextField
        label={door.label}
        hint={door.labelHint}
        maxLength={40}
        autoComplete="off"
        error={typed === '' ? door.labelMissing : undefined}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <HomeUseField use={use} onChoose={setUse} />
    </ActForm>
  )
}
