import { type FormEvent, useState } from 'react'
import type { LadderClock } from '../../../cases/ladder/ladder.contract.ts'
import type { AnnounceSteps, StepDraft, StepsAnnounced } from '../../../cases/ladder/steps.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { dayAfter, sayDate } from '../../words/time.ts'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { StepFields } from './step-fields.tsx'
import { hasTwice, rowOf, type StepRow, stepsOf } from './step-rows.ts'
import { StepsPreviewList } from './steps-preview.tsx'

/** As many as the server takes. */
const mostSteps = 12

interface StepEditorProps {
  readonly clock: LadderClock
  readonly matter: string | null
  readonly start: readonly StepDraft[]
  /** Ids of the steps that this one was begun from. */
  readonly base: string[]
  readonly today: string
  /** The day of a change that was announced and does not hold yet. */
  readonly planned: string | null
  onClose(): void
}

/** The steps of a ladder as they shall hold from a day on, with what they would do beside them. */
export function StepEditor({ clock, matter, start, base, today, planned, onClose }: StepEditorProps) {
  const words = useWords()
  const { consoleSteps } = words
  const { edit: said } = consoleSteps
  const first = dayAfter(today)
  const { rows, add, change, remove } = useRows(start)
  const [fromDay, setFromDay] = useState(first)
  const [tried, setTried] = useState(false)
  const announce = useAnnounce(onClose)
  const steps = stepsOf(rows.map(({ row }) => row))
  const twice = steps !== null && hasTwice(steps)
  const dayWrong = fromDay < first
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (steps !== null && !twice && !dayWrong && !announce.isPending)
      announce.mutate({ clock, matter, base, fromDay, steps })
  }
  return (
    <form
      className="ladder__form"
      aria-label={said.title(consoleSteps.clocks[clock])}
      onSubmit={submit}
      noValidate
    >
      {rows.map(({ key, row }, at) => (
        <StepFields
          key={key}
          {...{ clock, row, tried }}
          n={at + 1}
          onChange={(changed) => change(key, changed)}
          onRemove={() => remove(key)}
        />
      ))}
      {twice && <p className="form-problem">{said.twice}</p>}
      {rows.length < mostSteps && (
        <p>
          <Button look="quiet" onClick={add}>
            {said.add}
          </Button>
        </p>
      )}
      {steps !== null && !twice && <StepsPreviewList asked={{ clock, matter, steps }} />}
      <TextField
        label={said.fromDay}
        hint={said.fromDayHint}
        type="date"
        min={first}
        value={fromDay}
        error={dayWrong ? said.fromDayHint : undefined}
        onChange={(event) => setFromDay(event.target.value)}
      />
      {planned !== null && planned >= fromDay && <p>{said.replaces(sayDate(words, planned))}</p>}
      <FormProblem error={announce.error} />
      <FormActs label={said.send} busy={announce.isPending} onCancel={onClose} />
    </form>
  )
}

function useAnnounce(onClose: () => void) {
  const words = useWords()
  const say = useSay()
  return useAct<StepsAnnounced, Omit<AnnounceSteps, 'requestId'>>('/api/ladder', {
    onDone: (sent) => {
      onClose()
      say(words.consoleSteps.edit.done(sayDate(words, sent.fromDay)))
    },
  })
}

/** The rows as they are written, each with a key of its own. */
function useRows(start: readonly StepDraft[]) {
  const [rows, setRows] = useState(() => start.map((step) => ({ key: newKey(), row: rowOf(step) })))
  return {
    rows,
    add: () => setRows([...rows, { key: newKey(), row: nextRow }]),
    remove: (key: number) => setRows(rows.filter((one) => one.key !== key)),
    change: (key: number, changed: Partial<StepRow>) =>
      setRows(rows.map((one) => (one.key === key ? { key, row: { ...one.row, ...changed } } : one))),
  }
}

const nextRow: StepRow = { when: 'hours', amount: '', audience: 'street' }

let lastKey = 0
/** Rows have no other name while they are written. */
const newKey = (): number => {
  lastKey += 1
  return lastKey
}
