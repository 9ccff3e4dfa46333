import { useState } from 'react'
import type {
  Action,
  ActionReceipt,
  AddTasks,
  CallOffAction,
  EndAction,
} from '../../../cases/station/action.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { useSay } from '../../kit/status.tsx'
import { nameIn } from '../../shared/names.ts'
import { ActForm } from '../case/act-form.tsx'
import { isSaid, SaidField } from '../whistles/said-field.tsx'
import { useReading, useWords } from '../words.ts'
import { emptyTask, TaskFields, taskOf } from './task-fields.tsx'

interface EndDraft {
  readonly result: string
  readonly reasons: Readonly<Record<string, string>>
}
const nothing: EndDraft = { result: '', reasons: {} }

/** Ends an action with one result; folded away until the day has come, when calling it off is the usual way. */
export function EndPart({ action }: { action: Action }) {
  const { title } = useWords().consoleStation.end
  if (action.phase === 'planned')
    return (
      <details className="no-print">
        <summary className="summary">{title}</summary>
        <EndForm action={action} />
      </details>
    )
  return (
    <section className="panel no-print" aria-label={title}>
      <h2>{title}</h2>
      <EndForm action={action} />
    </section>
  )
}

/** Of what is open still it asks why it was left undone. */
function EndForm({ action }: { action: Action }) {
  const { words, language } = useReading()
  const { end: said } = words.consoleStation
  const say = useSay()
  const [draft, setDraft, forget] = useDraft<EndDraft>(`joint-action-end.${action.id}`, nothing)
  const [tried, setTried] = useState(false)
  const open = action.tasks.filter(({ stage }) => stage === 'open')
  const act = useAct<ActionReceipt, Omit<EndAction, 'requestId'>>(`/api/joint-actions/${action.id}/end`, {
    onDone: () => {
      forget()
      say(said.done)
    },
  })
  const reasonOf = (taskId: string) => draft.reasons[taskId] ?? ''
  const send = () => {
    setTried(true)
    if (!isSaid(draft.result) || !open.every(({ id }) => isSaid(reasonOf(id)))) return
    const leftUndone = open.map(({ id }) => ({ taskId: id, reason: reasonOf(id).trim() }))
    act.mutate({ result: draft.result.trim(), leftUndone })
  }
  return (
    <ActForm label={said.send} hint={said.hint} busy={act.isPending} error={act.error} onSend={send}>
      {open.length > 0 && <p>{said.left}</p>}
      {open.map((task) => (
        <SaidField
          key={task.id}
          label={said.reason(nameIn(language, task.unit))}
          needed={said.reasonNeeded}
          value={reasonOf(task.id)}
          tried={tried}
          onChange={(reason) => setDraft({ reasons: { ...draft.reasons, [task.id]: reason } })}
        />
      ))}
      <SaidField
        label={said.result}
        needed={said.needed}
        value={draft.result}
        tried={tried}
        onChange={(result) => setDraft({ result })}
      />
    </ActForm>
  )
}

const noReason = { reason: '' }

/** Calls it off: folded away until it is. */
export function CallOffForm({ id }: { id: string }) {
  const { callOff: said } = useWords().consoleStation
  const say = useSay()
  const [{ reason }, setDraft, forget] = useDraft(`joint-action-call-off.${id}`, noReason)
  const [tried, setTried] = useState(false)
  const path = `/api/joint-actions/${id}/call-off`
  const act = useAct<ActionReceipt, Omit<CallOffAction, 'requestId'>>(path, {
    onDone: () => {
      forget()
      say(said.done)
    },
  })
  const send = () => {
    setTried(true)
    if (isSaid(reason)) act.mutate({ reason: reason.trim() })
  }
  return (
    <details className="no-print">
      <summary className="summary">{said.open}</summary>
      <ActForm label={said.send} look="danger" busy={act.isPending} error={act.error} onSend={send}>
        <SaidField
          label={said.reason}
          needed={said.needed}
          value={reason}
          tried={tried}
          onChange={(changed) => setDraft({ reason: changed })}
        />
      </ActForm>
    </details>
  )
}

const noTask = emptyTask(0)

/** One more task while it is open. */
export function AddTaskForm({ action }: { action: Action }) {
  const { add: said, planning } = useWords().consoleStation
  const say = useSay()
  const [draft, setDraft, forget] = useDraft(`joint-action-task.${action.id}`, noTask)
  const [tried, setTried] = useState(false)
  const path = `/api/joint-actions/${action.id}/tasks`
  const act = useAct<ActionReceipt, Omit<AddTasks, 'requestId'>>(path, {
    onDone: () => {
      forget()
      setTried(false)
      say(said.done)
    },
  })
  const send = () => {
    setTried(true)
    const from = Math.max(nowMs(), Date.parse(action.startsAt))
    const task = taskOf(draft, new Date(from).toISOString())
    if (task !== null) act.mutate({ tasks: [task] })
  }
  return (
    <details className="no-print">
      <summary className="summary">{said.open}</summary>
      <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
        <TaskFields
          key={action.tasks.length}
          title={planning.task(action.tasks.length + 1)}
          draft={draft}
          tried={tried}
          onChange={setDraft}
          onDrop={null}
        />
      </ActForm>
    </details>
  )
}
