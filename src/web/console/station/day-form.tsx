import { type FormEvent, useState } from 'react'
import type { SetRoster, Station, StationReceipt } from '../../../cases/station/station.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Check } from '../../kit/choice.tsx'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { sayDay } from '../../words/time.ts'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { minuteOf } from './local-moment.ts'
import { draftsOf, type ShiftDraft, shiftOf, usualShift } from './shift-draft.ts'

/** All shifts of one day. */
export function DayForm({
  stationId,
  day,
  shifts,
  serving,
  onClose,
}: Station['roster'][number] & {
  stationId: string
  onClose(): void
}) {
  const words = useWords()
  const { roster: said } = words.consoleStation
  const say = useSay()
  const [drafts, setDrafts] = useState(() => draftsOf(shifts, serving))
  const [tried, setTried] = useState(false)
  const path = `/api/stations/${stationId}/roster`
  const act = useAct<StationReceipt, Omit<SetRoster, 'requestId'>>(path, {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const sent = drafts.map(shiftOf)
    if (!act.isPending && sent.every((shift) => shift !== null)) act.mutate({ day, shifts: sent })
  }
  const change = (key: number, changed: Partial<ShiftDraft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...changed } : draft)))
  const next = Math.max(-1, ...drafts.map(({ key }) => key)) + 1
  return (
    <form
      className="no-print"
      aria-label={said.changeDay(sayDay(words, day, nowMs()))}
      onSubmit={submit}
      noValidate
    >
      {drafts.map((draft, at) => (
        <ShiftFields
          key={draft.key}
          title={said.shift(at + 1)}
          people={serving}
          draft={draft}
          tried={tried}
          onChange={(changed) => change(draft.key, changed)}
          onDrop={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
        />
      ))}
      <Button look="quiet" onClick={() => setDrafts([...drafts, { key: next, ...usualShift }])}>
        {said.add}
      </Button>
      <FormProblem error={act.error} />
      <FormActs label={said.send} busy={act.isPending} onCancel={onClose} />
    </form>
  )
}

function ShiftFields({
  title,
  people,
  draft,
  tried,
  onChange,
  onDrop,
}: {
  title: string
  people: Station['roster'][number]['serving']
  draft: ShiftDraft
  tried: boolean
  onChange(changed: Partial<ShiftDraft>): void
  onDrop(): void
}) {
  const { roster: said } = useWords().consoleStation
  const { from, until, who } = draft
  const time = (clock: string) => (tried && minuteOf(clock) === null ? said.timeNeeded : undefined)
  return (
    <fieldset className="field station__part">
      <legend className="field__label">{title}</legend>
      <div className="station__fields">
        <TextField
          label={said.from}
          type="time"
          value={from}
          error={time(from)}
          onChange={(event) => onChange({ from: event.target.value })}
        />
        <TextField
          label={said.until}
          hint={said.untilHint}
          type="time"
          value={until}
          error={time(until)}
          onChange={(event) => onChange({ until: event.target.value })}
        />
      </div>
      <p className="field__label">{said.who}</p>
      {tried && who.length === 0 && <p className="field__error">{said.whoNeeded}</p>}
      {people.map(({ id, name }) => (
        <Check
          key={id}
          checked={who.includes(id)}
          onCheck={(on) => onChange({ who: on ? [...who, id] : who.filter((other) => other !== id) })}
        >
          {name}
        </Check>
      ))}
      <button type="button" className="text-button" onClick={onDrop}>
        {said.drop}
      </button>
    </fieldset>
  )
}
