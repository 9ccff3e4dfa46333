import { useState } from 'react'
import type { Matter, MatterAnnounced } from '../../../matters/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useNameOf } from '../../shared/names.ts'
import { dayAfter, localDay } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { useWords } from '../words.ts'
import { OpenCases } from './open-cases.tsx'

/** Asks from which day on a matter is in the catalogue no more, and says what hangs on it. */
export function RetireDialog({
  matter,
  validFrom,
  onClose,
}: {
  matter: Matter
  validFrom: string
  onClose(): void
}) {
  const { consoleCatalogue } = useWords()
  const { retire: said } = consoleCatalogue
  const say = useSay()
  const nameOf = useNameOf()
  const tomorrow = dayAfter(localDay(nowMs()))
  const first = validFrom > tomorrow ? validFrom : tomorrow
  const [day, setDay] = useState(first)
  const retire = useAct<MatterAnnounced, { fromDay: string }>(`/api/catalogue/${matter.code}/retire`, {
    onDone: () => {
      onClose()
      say(said.done(nameOf(matter)))
    },
  })
  const send = () => {
    if (day >= first) retire.mutate({ fromDay: day })
  }
  return (
    <ActDialog
      title={said.title(nameOf(matter))}
      onClose={onClose}
      label={said.send}
      look="danger"
      act={retire}
      onConfirm={send}
    >
      <p>{said.hint}</p>
      <OpenCases code={matter.code} />
      <TextField
        label={said.day}
        type="date"
        min={first}
        value={day}
        error={day < first ? consoleCatalogue.edit.fromDayHint : undefined}
        onChange={(event) => setDay(event.target.value)}
      />
    </ActDialog>
  )
}
