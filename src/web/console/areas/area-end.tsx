import { useState } from 'react'
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
import { ActDialog } from '../act-dialog.tsx'
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
  if (area.parts > 0)
    return (
      <Dialog
        title={said.title(nameOf(area))}
        onClose={onClose}
        acts={
          <Button look="quiet" onClick={onClose}>
            {common.actions.cancel}
          </Button>
        }
      >
        <p>{said.hasParts(area.parts)}</p>
      </Dialog>
    )
  const wrong = day === '' || day > today
  return (
    <ActDialog
      title={said.title(nameOf(area))}
      label={said.send}
      look="danger"
      act={act}
      onConfirm={() => !wrong && act.mutate({ fromDay: day })}
      onClose={onClose}
    >
      <p>{said.hint}</p>
      <TextField
        label={said.day}
        hint={change.fromDayHint}
        type="date"
        max={today}
        value={day}
        error={wrong ? change.fromDayHint : undefined}
        onChange={(event) => setDay(event.target.value)}
      />
    </ActDialog>
  )
}
