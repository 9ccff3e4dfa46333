import { type FormEvent, useState } from 'react'
import type { AreaEnded, EndArea } from '../../../areas/contract.ts'
import type { MapArea } from '../../../areas/map.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useNameOf } from '../../shared/names.ts'
import { localDay } from '../../words/time.ts'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'

/** Asks from which day on an area is no more; one that holds others is told what comes first. */
export function AreaEnd({
  area,
  onClose,
  onEnded,
}: {
  area: MapArea
  onClose(): void
  /** Leaves the area: nothing can be read of it any more. */
  onEnded(): Promise<void>
}) {
  const { common, consoleAreas } = useWords()
  const { end: said, change } = consoleAreas
  const say = useSay()
  const nameOf = useNameOf()
  const today = localDay(nowMs())
  const [day, setDay] = useState(today)
  const act = useAct<AreaEnded, Omit<EndArea, 'requestId'>>(`/api/areas/${area.id}/end`, {
    onDone: async () => {
      onClose()
      say(said.done(nameOf(area)))
      await onEnded()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!act.isPending && day !== '' && day <= today) act.mutate({ fromDay: day })
  }
  const mayEnd = area.parts === 0
  return (
    <Dialog
      title={said.title(nameOf(area))}
      onClose={onClose}
      acts={
        <>
          {mayEnd && (
            <Button look="danger" busy={act.isPending} onClick={submit}>
              {said.send}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {common.actions.cancel}
          </Button>
        </>
      }
    >
      {mayEnd ? (
        <form onSubmit={submit} noValidate>
          <p>{said.hint}</p>
          <TextField
            label={said.day}
            hint={change.fromDayHint}
            type="date"
            max={today}
            value={day}
            error={day === '' || day > today ? change.fromDayHint : undefined}
            onChange={(event) => setDay(event.target.value)}
          />
          <FormProblem error={act.error} />
        </form>
      ) : (
        <p>{said.hasParts(area.parts)}</p>
      )}
    </Dialog>
  )
}
