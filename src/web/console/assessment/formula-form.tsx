import { type FormEvent, useRef, useState } from 'react'
import type { AnnounceFormula, Filed, FormulaRules, Measure } from '../../../evaluation/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { SelectField, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { areCodes, bounds, draftOf, type FormulaDraft, formulaIn, isWithin } from './formula-draft.ts'
import { thisMonth } from './month-head.tsx'
import { monthsFrom, sayMonth } from './months.ts'

/** Announces a formula from a month on that has not begun, begun from the one in force. */
export function FormulaForm({ rules, onClose }: { rules: FormulaRules; onClose(): void }) {
  const words = useWords()
  const { formula: said } = words.consoleAssessment
  const say = useSay()
  const form = useRef<HTMLFormElement>(null)
  const months = monthsFrom(thisMonth(), 13, 1).slice(1)
  const [draft, setDraft] = useState(() => draftOf(rules, months[0]!))
  const [tried, setTried] = useState(false)
  const act = useAct<Filed, Omit<AnnounceFormula, 'requestId'>>('/api/assessment/formulas', {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const formula = formulaIn(draft)
    if (formula && !act.isPending) act.mutate(formula)
    // After the errors are drawn: the reader is brought to the first.
    if (!formula) setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const weigh = (measure: string, changed: object) =>
    setDraft({
      ...draft,
      weights: { ...draft.weights, [measure]: { ...draft.weights[measure]!, ...changed } },
    })
  return (
    <form ref={form} className="panel people__form" aria-label={said.change} onSubmit={submit} noValidate>
      <h2>{said.change}</h2>
      <SelectField
        label={said.fromMonth}
        value={draft.fromMonth}
        onChoose={(fromMonth) => setDraft({ ...draft, fromMonth })}
      >
        {months.map((month) => (
          <option key={month} value={month}>
            {sayMonth(words, month)}
          </option>
        ))}
      </SelectField>
      <Weights weights={draft.weights} tried={tried} onWeigh={weigh} />
      {(['objectionDays', 'leastWorkers'] as const).map((bound) => (
        <NumberField
          key={bound}
          label={said[bound]}
          bound={bound}
          value={draft[bound]}
          tried={tried}
          onType={(typed) => setDraft({ ...draft, [bound]: typed })}
        />
      ))}
      <TextField
        label={said.consultations}
        hint={said.consultationsHint}
        optional
        autoComplete="off"
        value={draft.consultations}
        error={tried && !areCodes(draft.consultations) ? said.wrongCodes : undefined}
        onChange={(event) => setDraft({ ...draft, consultations: event.target.value })}
      />
      <FormProblem error={act.error} />
      <FormActs label={said.send} busy={act.isPending} onCancel={onClose} />
    </form>
  )
}

interface WeightsProps {
  readonly weights: FormulaDraft['weights']
  readonly tried: boolean
  onWeigh(measure: string, changed: { weight: string } | { least: string }): void
}

/** Each measure's weight, and the fewest that count. */
function Weights({ weights, tried, onWeigh }: WeightsProps) {
  const { formula: said, measures } = useWords().consoleAssessment
  return (
    <div className="formula__weights">
      {Object.entries(weights).flatMap(([measure, { weight, least }]) => [
        <NumberField
          key={`${measure}/weight`}
          label={said.weightOf(measures[measure as Measure])}
          bound="weight"
          value={weight}
          tried={tried}
          onType={(typed) => onWeigh(measure, { weight: typed })}
        />,
        <NumberField
          key={`${measure}/least`}
          label={said.leastOf(measures[measure as Measure])}
          bound="least"
          value={least}
          tried={tried}
          onType={(typed) => onWeigh(measure, { least: typed })}
        />,
      ])}
    </div>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly bound: keyof typeof bounds
  readonly value: string
  readonly tried: boolean
  onType(typed: string): void
}

function NumberField({ label, bound, value, tried, onType }: NumberFieldProps) {
  const { formula: said } = useWords().consoleAssessment
  const [least, most] = bounds[bound]
  return (
    <TextField
      label={label}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      value={value}
      error={tried && !isWithin(bound, value) ? said.wrong(least, most) : undefined}
      onChange={(event) => onType(event.target.value)}
    />
  )
}
