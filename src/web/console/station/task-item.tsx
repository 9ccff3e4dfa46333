import { useState } from 'react'
import type { ActionReceipt, ActionTask, AnswerTask } from '../../../cases/station/action.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Light } from '../../kit/light.tsx'
import { useSay } from '../../kit/status.tsx'
import { nameIn } from '../../shared/names.ts'
import { sayDue, sayMoment } from '../../words/time.ts'
import { ActForm } from '../case/act-form.tsx'
import { FactList } from '../fact-list.tsx'
import { isSaid, SaidField } from '../whistles/said-field.tsx'
import { useReading, useWords } from '../words.ts'
import { lightOfTask, sayTask } from './say-task.ts'

/** One unit's task: what it is asked, by when, what it answered, and the way to answer. */
export function TaskItem({ actionId, task }: { actionId: string; task: ActionTask }) {
  const { words, language } = useReading()
  const { view: said, undoneByLead } = words.consoleStation
  const { note } = task
  return (
    <li className="panel station__task">
      <h3>
        {nameIn(language, task.unit)}{' '}
        <Light light={lightOfTask(task)}>{task.byLead ? undoneByLead : sayTask(words, task)}</Light>
      </h3>
      <FactList
        className="station__facts"
        pairs={[
          [said.asked, task.words.body ?? said.hidden],
          [
            said.due,
            task.stage === 'open'
              ? sayDue(words, task.dueAt, nowMs())
              : sayMoment(words, task.dueAt, nowMs()),
          ],
          [said.answered, task.answeredAt === null ? null : sayMoment(words, task.answeredAt, nowMs())],
          [said.said, note === null ? null : (note.body ?? said.hidden)],
        ]}
      />
      <Answers actionId={actionId} task={task} />
    </li>
  )
}

function Answers({ actionId, task }: { actionId: string; task: ActionTask }) {
  const { answer: said } = useWords().consoleStation
  const [chosen, setChosen] = useState<'done' | 'undone'>('done')
  const open = task.can.includes(chosen) ? chosen : task.can[0]
  if (open === undefined) return null
  return (
    <div className="no-print">
      <ul className="panel__acts">
        {task.can.map((way) => (
          <li key={way}>
            <button type="button" aria-pressed={way === open} onClick={() => setChosen(way)}>
              {said[way]}
            </button>
          </li>
        ))}
      </ul>
      <AnswerForm key={open} actionId={actionId} taskId={task.id} done={open === 'done'} />
    </div>
  )
}

const nothing = { note: '' }

function AnswerForm({ actionId, taskId, done }: { actionId: string; taskId: string; done: boolean }) {
  const { answer: said } = useWords().consoleStation
  const say = useSay()
  const [draft, setDraft, forget] = useDraft(`joint-task.${taskId}.${done ? 'done' : 'undone'}`, nothing)
  const [tried, setTried] = useState(false)
  const path = `/api/joint-actions/${actionId}/tasks/${taskId}/answer`
  const act = useAct<ActionReceipt, Omit<AnswerTask, 'requestId'>>(path, {
    onDone: () => {
      forget()
      say(said.said)
    },
  })
  const send = () => {
    setTried(true)
    const note = draft.note.trim()
    if (note === '' ? done : isSaid(note)) act.mutate({ done, ...(note === '' ? {} : { note }) })
  }
  return (
    <ActForm
      label={done ? said.sendDone : said.sendUndone}
      look={done ? 'main' : 'danger'}
      busy={act.isPending}
      error={act.error}
      onSend={send}
    >
      <SaidField
        label={done ? said.note : said.why}
        needed={said.needed}
        optional={done}
        value={draft.note}
        tried={tried}
        onChange={(note) => setDraft({ note })}
      />
    </ActForm>
  )
}
