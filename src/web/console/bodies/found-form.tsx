import { type FormEvent, useState } from 'react'
import type { FoundBody, Unit, UnitKind } from '../../../organisations/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Field, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { useWords } from '../words.ts'
import { BodySelect } from './body-select.tsx'
import { WordSelect } from './word-select.tsx'

interface Draft {
  readonly kind: UnitKind | null
  readonly nameZh: string
  readonly nameEn: string
  readonly code: string
  readonly areaId: string | null
  readonly parentId: string | null
  readonly foundedOn: string
}
const empty: Draft = {
  kind: null,
  nameZh: '',
  nameEn: '',
  code: '',
  areaId: null,
  parentId: null,
  foundedOn: '',
}

/** A new body; its usual offices come with it. */
export function FoundForm({ onClose }: { onClose(): void }) {
  const { found: said } = useWords().consoleBodies
  const say = useSay()
  const [draft, setDraft] = useState(empty)
  const [tried, setTried] = useState(false)
  const add = useAct<Unit, Omit<FoundBody, 'requestId'>>('/api/units', {
    onDone: (_sent, { nameZh }) => {
      onClose()
      say(said.done(nameZh))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { kind, areaId, code, parentId, foundedOn, ...names } = draft
    if (kind === null || areaId === null || names.nameZh.trim() === '' || add.isPending) return
    add.mutate({
      ...names,
      kind,
      areaId,
      ...(code.trim() === '' ? {} : { code }),
      ...(parentId === null ? {} : { parentId }),
      ...(foundedOn === '' ? {} : { foundedOn }),
    })
  }
  return (
    <form className="panel" aria-label={said.title} onSubmit={submit} noValidate>
      <h2>{said.title}</h2>
      <p>{said.lead}</p>
      <DraftFields draft={draft} tried={tried} onChange={setDraft} />
      <FormProblem error={add.error} />
      <FormActs label={said.send} busy={add.isPending} onCancel={onClose} />
    </form>
  )
}

function DraftFields({
  draft,
  tried,
  onChange,
}: {
  draft: Draft
  /** Whether it was sent before: only then is what is still empty asked for. */
  tried: boolean
  onChange(draft: Draft): void
}) {
  const { consoleBodies } = useWords()
  const { found: said } = consoleBodies
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part })
  const lacks = (value: string | null) => (tried && (value ?? '').trim() === '' ? said.needed : undefined)
  return (
    <>
      <WordSelect
        label={consoleBodies.kind}
        words={consoleBodies.kinds}
        error={lacks(draft.kind)}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <TextField
        label={said.name}
        maxLength={80}
        value={draft.nameZh}
        error={lacks(draft.nameZh)}
        onChange={(event) => change({ nameZh: event.target.value })}
      />
      <TextField
        label={said.nameEn}
        optional
        maxLength={120}
        value={draft.nameEn}
        onChange={(event) => change({ nameEn: event.target.value })}
      />
      <TextField
        label={said.code}
        hint={said.codeHint}
        optional
        maxLength={40}
        value={draft.code}
        onChange={(event) => change({ code: event.target.value })}
      />
      <Field label={consoleBodies.place} hint={said.areaHint} error={lacks(draft.areaId)}>
        {({ id }) => (
          <AreaSelect
            id={id}
            kind={undefined}
            value={draft.areaId}
            onChange={(areaId) => change({ areaId })}
          />
        )}
      </Field>
      <Field label={said.parent} hint={said.parentHint} optional>
        {({ id }) => (
          <BodySelect id={id} value={draft.parentId} onChange={(parentId) => change({ parentId })} />
        )}
      </Field>
      <TextField
        label={said.foundedOn}
        optional
        type="date"
        value={draft.foundedOn}
        onChange={(event) => change({ foundedOn: event.target.value })}
      />
    </>
  )
}
