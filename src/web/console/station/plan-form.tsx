import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { OpenAction, OpenedAction } from '../../../cases/station/action.contract.ts'
import type { StationRow } from '../../../cases/station/station.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextArea, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { nameIn } from '../../shared/names.ts'
import { localDay } from '../../words/time.ts'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useReading } from '../words.ts'
import { momentOf } from './local-moment.ts'
import { emptyTask, type TaskDraft, TaskFields, taskOf } from './task-fields.tsx'

const MOST = 1000

interface Draft {
  readonly stationId: string
  readonly plan: string
  readonly place: string
  readonly day: string
  readonly clock: string
  readonly tasks: readonly TaskDraft[]
}

/** Plans a joint action: of a whistle, or of one of these stations. */
export function PlanForm({
  whistleId = null,
  stations = [],
  onClose,
}: {
  whistleId?: string | null
  stations?: readonly StationRow[]
  onClose(): void
}) {
  const { words, language } = useReading()
  const { planning: said } = words.consoleStation
  const navigate = useNavigate()
  const say = useSay()
  const start: Draft = {
    ...{ stationId: stations[0]?.id ?? '', plan: '', place: '' },
    ...{ day: localDay(nowMs()), clock: '', tasks: [emptyTask(0)] },
  }
  const [draft, setDraft, forget] = useDraft<Draft>(`joint-action.${whistleId ?? ''}`, start)
  // A draft may have been kept at another station's page, or before this one was closed.
  const station = stations.find(({ id }) => id === draft.stationId) ?? stations[0]
  const [tried, setTried] = useState(false)
  const act = useAct<OpenedAction, Omit<OpenAction, 'requestId'>>('/api/joint-actions', {
    onDone: async (_, { actionId }) => {
      forget()
      say(said.done)
      await navigate({ to: '/actions/$id', params: { id: actionId } })
    },
  })
  const startsAt = momentOf(draft.day, draft.clock)
  const plan = draft.plan.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (act.isPending || startsAt === null || plan === '' || plan.length > MOST) return
    const of = whistleId === null ? station && { stationId: station.id } : { whistleId }
    if (of === undefined) return
    const tasks = draft.tasks.map((task) => taskOf(task, startsAt)).filter((task) => task !== null)
    if (tasks.length < draft.tasks.length) return
    const place = draft.place.trim()
    act.mutate({ ...of, plan, startsAt, tasks, ...(place === '' ? {} : { place }) })
  }
  const cancel = () => {
    forget()
    onClose()
  }
  return (
    <form className="panel people__form" aria-label={said.title} onSubmit={submit} noValidate>
      <h2>{said.title}</h2>
      {whistleId === null && stations.length > 1 && (
        <SelectField
          label={said.station}
          value={station?.id ?? ''}
          onChoose={(stationId) => setDraft({ stationId })}
        >
          {stations.map((station) => (
            <option key={station.id} value={station.id}>
              {nameIn(language, station)}
            </option>
          ))}
        </SelectField>
      )}
      <PlanFields draft={draft} tried={tried} onChange={setDraft} />
      <Tasks draft={draft} tried={tried} onChange={setDraft} />
      <FormProblem error={act.error} />
      <FormActs label={said.send} busy={act.isPending} onCancel={cancel} />
    </form>
  )
}

interface Part {
  readonly draft: Draft
  readonly tried: boolean
  onChange(changed: Partial<Draft>): void
}

/** What, when and where. */
function PlanFields({ draft, tried, onChange }: Part) {
  const { planning: said } = useReading().words.consoleStation
  const hasNoTime = momentOf(draft.day, draft.clock) === null
  return (
    <>
      <TextArea
        label={said.plan}
        hint={said.planHint}
        rows={4}
        most={MOST}
        value={draft.plan}
        error={tried && draft.plan.trim() === '' ? said.planNeeded : undefined}
        onChange={(event) => onChange({ plan: event.target.value })}
      />
      <div className="station__fields">
        <TextField
          label={said.day}
          type="date"
          value={draft.day}
          error={tried && hasNoTime ? said.whenNeeded : undefined}
          onChange={(event) => onChange({ day: event.target.value })}
        />
        <TextField
          label={said.clock}
          type="time"
          value={draft.clock}
          onChange={(event) => onChange({ clock: event.target.value })}
        />
      </div>
      <TextField
        label={said.place}
        optional
        maxLength={120}
        value={draft.place}
        onChange={(event) => onChange({ place: event.target.value })}
      />
    </>
  )
}

function Tasks({ draft: { tasks }, tried, onChange }: Part) {
  const { planning: said } = useReading().words.consoleStation
  const change = (key: number, changed: Partial<TaskDraft>) =>
    onChange({ tasks: tasks.map((task) => (task.key === key ? { ...task, ...changed } : task)) })
  const next = Math.max(...tasks.map(({ key }) => key)) + 1
  const without = (key: number) => onChange({ tasks: tasks.filter((task) => task.key !== key) })
  return (
    <>
      {tasks.map((task, at) => (
        <TaskFields
          key={task.key}
          title={said.task(at + 1)}
          draft={task}
          tried={tried}
          onChange={(changed) => change(task.key, changed)}
          onDrop={tasks.length > 1 ? () => without(task.key) : null}
        />
      ))}
      <Button look="quiet" onClick={() => onChange({ tasks: [...tasks, emptyTask(next)] })}>
        {said.more}
      </Button>
    </>
  )
}
