import { useState } from 'react'
import type { CloseStation as Body, StationReceipt } from '../../../cases/station/station.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { localDay } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { useWords } from '../words.ts'

/** The street closes a station from a day on. */
export function CloseStation({ id }: { id: string }) {
  const { close: said } = useWords().consoleStation
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const [closedOn, setClosedOn] = useState(localDay(nowMs()))
  const act = useAct<StationReceipt, Omit<Body, 'requestId'>>(`/api/stations/${id}/close`, {
    onDone: () => {
      setAsking(false)
      say(said.done)
    },
  })
  return (
    <p className="no-print">
      <button type="button" className="text-button" onClick={() => setAsking(true)}>
        {said.open}
      </button>
      {asking && (
        <ActDialog
          title={said.title}
          label={said.send}
          look="danger"
          act={act}
          onConfirm={() => act.mutate({ closedOn })}
          onClose={() => setAsking(false)}
        >
          <p>{said.hint}</p>
          <TextField
            label={said.day}
            type="date"
            value={closedOn}
            onChange={(event) => setClosedOn(event.target.value)}
          />
        </ActDialog>
      )}
    </p>
  )
}
