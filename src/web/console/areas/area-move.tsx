import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { AreaMoved, AreaPath, MoveArea } from '../../../areas/contract.ts'
import type { MapArea } from '../../../areas/map.contract.ts'
import type { AreaChangeEffects } from '../../../cases/map.contract.ts'
import { call } from '../../api/call.ts'
import { useAct, useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Field, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useNameOf } from '../../shared/names.ts'
import { localDay } from '../../words/time.ts'
import { ActForm } from '../case/act-form.tsx'
import { FormProblem } from '../form-problem.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { useWords } from '../words.ts'
import { ChangePreview } from './change-preview.tsx'

/** One area goes to another parent: looked at with all that goes along, then done. */
export function AreaMove({ area, onDone }: { area: MapArea; onDone(): void }) {
  const { consoleAreas } = useWords()
  const { move: said, change } = consoleAreas
  const say = useSay()
  const nameOf = useNameOf()
  const today = localDay(nowMs())
  const [parentId, setParentId] = useState<string | null>(null)
  const [fromDay, setFromDay] = useState(today)
  const [tried, setTried] = useState(false)
  const { data: parent } = useRead<AreaPath>(parentId && `/api/areas/${parentId}`, { staleMs: 300_000 })
  const look = useMutation({
    mutationFn: (to: AreaPath) =>
      call<AreaChangeEffects>('POST', '/api/map/changes/preview', { file: fileOf(area, to), fromDay }),
  })
  const act = useAct<AreaMoved, Omit<MoveArea, 'requestId'>>(`/api/areas/${area.id}/move`, {
    onDone: () => {
      onDone()
      say(said.done(nameOf(area)))
    },
  })
  const other = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      set(value)
      look.reset()
    }
  }
  return (
    <>
      <ActForm
        label={change.look}
        hint={said.lead}
        busy={look.isPending}
        error={look.error}
        onSend={() => {
          setTried(true)
          if (parent !== undefined) look.mutate(parent)
        }}
      >
        <Field label={said.parent} error={tried && parentId === null ? said.parentMissing : undefined}>
          {({ id }) => <AreaSelect id={id} kind={undefined} value={parentId} onChange={other(setParentId)} />}
        </Field>
        <TextField
          label={change.fromDay}
          hint={change.fromDayHint}
          type="date"
          max={today}
          value={fromDay}
          onChange={(event) => other(setFromDay)(event.target.value || today)}
        />
      </ActForm>
      {look.data && parent && (
        <>
          <ChangePreview effects={look.data} />
          <FormProblem error={act.error} />
          {look.data.moved > 0 && (
            <Button busy={act.isPending} onClick={() => act.mutate({ parentId: parent.area.id, fromDay })}>
              {said.send(nameOf(area), nameOf(parent.area))}
            </Button>
          )}
        </>
      )}
    </>
  )
}

/** The area as a file of changes would have it: under its new parent, with its outline as it stands. */
const fileOf = ({ code, nameZh, kind }: MapArea, parent: AreaPath) => ({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code, name: nameZh, kind, parent: parent.area.code },
      geometry: null,
    },
  ],
})
