import { type FormEvent, useState } from 'react'
import type { Announced } from '../../../rounds/contract.ts'
import type { GridDayRule, GridDayRules, SetGridDay } from '../../../rounds/grid-day.contract.ts'
import { useAct, useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Check } from '../../kit/choice.tsx'
import { TextField } from '../../kit/field.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useSay } from '../../kit/status.tsx'
import { localDay, sayDate } from '../../words/time.ts'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { useSaid } from './use-said.ts'

/** Which day it is: as it is, what was announced, and the form for whoever sets it. */
export function DayRule() {
  const said = useSaid().days.rule
  const words = useWords()
  const [changing, setChanging] = useState(false)
  const reading = useRead<GridDayRules>('/api/grid-days/rules')
  return (
    <section>
      <h2>{said.title}</h2>
      <Shown reading={reading}>
        {({ inForce, announced, canSet, next }) => (
          <>
            <Rule rule={inForce} />
            <p>{said.next(sayDate(words, next))}</p>
            {announced
              .filter(({ validFrom }) => validFrom !== inForce.validFrom)
              .map((rule) => (
                <Rule key={rule.validFrom} rule={rule} />
              ))}
            {changing && <RuleForm inForce={inForce} onClose={() => setChanging(false)} />}
            {canSet && !changing && (
              <p className="no-print">
                <Button look="quiet" onClick={() => setChanging(true)}>
                  {said.change}
                </Button>
              </p>
            )}
          </>
        )}
      </Shown>
    </section>
  )
}

function Rule({ rule }: { rule: GridDayRule }) {
  const said = useSaid().days.rule
  const { common } = useWords()
  return (
    <p>
      {common.facts(
        rule.validFrom !== null && said.from(rule.validFrom),
        said.inForce(rule.dayOfMonth),
        rule.nextWorkingDay ? said.moves : said.stays,
      )}
    </p>
  )
}

function nextMonth(): string {
  const [year = 0, month = 0] = localDay(nowMs()).split('-').map(Number)
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}

const isDayOfMonth = (typed: string): boolean =>
  /^\d{1,2}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 28

function RuleForm({ inForce, onClose }: { inForce: GridDayRule; onClose(): void }) {
  const said = useSaid().days.rule
  const say = useSay()
  const [draft, setDraft] = useState(() => ({
    validFrom: nextMonth(),
    day: String(inForce.dayOfMonth),
    nextWorkingDay: inForce.nextWorkingDay,
  }))
  const [tried, setTried] = useState(false)
  const act = useAct<Announced, Omit<SetGridDay, 'requestId'>>('/api/grid-days/rules', {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { validFrom, day, nextWorkingDay } = draft
    if (validFrom !== '' && isDayOfMonth(day) && !act.isPending)
      act.mutate({ validFrom, dayOfMonth: Number(day), nextWorkingDay })
  }
  return (
    <form className="panel" aria-label={said.change} onSubmit={submit} noValidate>
      <TextField
        label={said.validFrom}
        type="month"
        min={nextMonth()}
        value={draft.validFrom}
        error={tried && draft.validFrom === '' ? said.monthMissing : undefined}
        onChange={(event) => setDraft({ ...draft, validFrom: event.target.value })}
      />
      <TextField
        label={said.day}
        inputMode="numeric"
        maxLength={2}
        value={draft.day}
        error={tried && !isDayOfMonth(draft.day) ? said.dayWrong : undefined}
        onChange={(event) => setDraft({ ...draft, day: event.target.value })}
      />
      <Check
        checked={draft.nextWorkingDay}
        onCheck={(nextWorkingDay) => setDraft({ ...draft, nextWorkingDay })}
      >
        {said.workday}
      </Check>
      <FormProblem error={act.error} />
      <FormActs label={said.send} busy={act.isPending} onCancel={onClose} />
    </form>
  )
}
