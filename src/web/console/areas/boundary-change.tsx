import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AreaChanged, ChangeAreas } from '../../../areas/change.contract.ts'
import type { CoordinateSystem } from '../../../areas/map.contract.ts'
import type { AreaChangeEffects } from '../../../cases/map.contract.ts'
import { call } from '../../api/call.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Field, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { localDay, sayDate } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { ActForm } from '../case/act-form.tsx'
import { useWords } from '../words.ts'
import { ChangePreview } from './change-preview.tsx'
import { readJsonFile } from './read-json-file.ts'

const systems: readonly CoordinateSystem[] = ['wgs84', 'gcj02', 'bd09']

/** A file of new boundaries: looked at with all that it changes, then applied. */
export function BoundaryChange() {
  const { change: said } = useWords().consoleAreas
  const [body, setBody] = useState<ChangeAreas | null>(null)
  const look = useMutation({
    mutationFn: (asked: ChangeAreas) => call<AreaChangeEffects>('POST', '/api/map/changes/preview', asked),
  })
  return (
    <details className="panel">
      <summary className="summary">{said.title}</summary>
      <p className="book__lead">{said.lead}</p>
      <ChangeForm
        busy={look.isPending}
        error={look.error}
        onLook={(asked) => {
          setBody(asked)
          look.mutate(asked)
        }}
        onOther={look.reset}
      />
      {body && look.data && (
        <>
          <ChangePreview effects={look.data} />
          {look.data.added + look.data.changed + look.data.moved > 0 && (
            <Apply body={body} mark={look.data.mark} onDone={look.reset} />
          )}
        </>
      )}
    </details>
  )
}

interface FormProps {
  readonly busy: boolean
  readonly error: unknown
  onLook(asked: ChangeAreas): void
  /** The form was changed: what was shown is of another file. */
  onOther(): void
}

function ChangeForm({ busy, error, onLook, onOther }: FormProps) {
  const { change: said } = useWords().consoleAreas
  const today = localDay(nowMs())
  const [file, setFile] = useState<File | null>(null)
  const [system, setSystem] = useState<CoordinateSystem>('wgs84')
  const [fromDay, setFromDay] = useState(today)
  const [wrong, setWrong] = useState<'missing' | 'broken' | null>(null)
  const send = async () => {
    if (file === null) return setWrong('missing')
    const read = await readJsonFile(file)
    if (read === null) return setWrong('broken')
    setWrong(null)
    onLook({ file: read.json, system, fromDay })
  }
  const fault = { missing: said.fileNeeded, broken: said.fileBroken }
  return (
    <ActForm label={said.look} busy={busy} error={error} onSend={() => void send()}>
      <Field label={said.file} hint={said.fileHint} error={wrong ? fault[wrong] : undefined}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="file"
            accept=".geojson,.json"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null)
              setWrong(null)
              onOther()
            }}
          />
        )}
      </Field>
      <Field label={said.system}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={system}
            onChange={(event) => {
              setSystem(event.target.value as CoordinateSystem)
              onOther()
            }}
          >
            {systems.map((each) => (
              <option key={each} value={each}>
                {said.systems[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label={said.fromDay}
        hint={said.fromDayHint}
        type="date"
        max={today}
        value={fromDay}
        onChange={(event) => {
          setFromDay(event.target.value || today)
          onOther()
        }}
      />
    </ActForm>
  )
}

/** Asks once more, with the day from which it will hold. */
function Apply({ body, mark, onDone }: { body: ChangeAreas; mark: string; onDone(): void }) {
  const words = useWords()
  const { consoleAreas } = words
  const { change: said } = consoleAreas
  const say = useSay()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const apply = useMutation({
    mutationFn: () => call<AreaChanged>('POST', '/api/map/changes', { ...body, mark }),
    onSuccess: () => {
      setAsked(false)
      onDone()
      say(said.applied)
      return queries.invalidateQueries()
    },
  })
  return (
    <>
      <Button onClick={() => setAsked(true)}>{said.apply}</Button>
      {asked && (
        <ActDialog
          title={said.applyAsk(sayDate(words, body.fromDay))}
          label={said.apply}
          act={apply}
          onConfirm={() => apply.mutate()}
          onClose={() => setAsked(false)}
        >
          <p>{said.applyNext}</p>
        </ActDialog>
      )}
    </>
  )
}
