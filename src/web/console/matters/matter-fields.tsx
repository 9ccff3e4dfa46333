import { Select } from 'antd'
import type { Allowance } from '../../../matters/contract.ts'
import { Check, Choices } from '../../kit/choice.tsx'
import { Field, TextArea, TextField } from '../../kit/field.tsx'
import { nameIn } from '../../shared/names.ts'
import { Roomy } from '../people/roomy.tsx'
import { useReading, useWords } from '../words.ts'
import { type DraftFault, type EditedMatter, isLimit, type LimitName } from './draft.ts'
import { useAnswering } from './say-matter.ts'

interface FieldsProps {
  readonly draft: EditedMatter
  readonly isNew: boolean
  readonly faults: readonly DraftFault[]
  onChange(change: Partial<EditedMatter>): void
}

const levels = ['grid', 'community', 'street', 'district'] as const
const allowanceUnits = ['working_hour', 'working_day', 'clock_hour'] as const

/** Every field of a matter, grouped as one thinks of it: what it is, who answers, within what time, by what proof. */
export function MatterFields(props: FieldsProps) {
  return (
    <Roomy>
      <div className="matter-form__halves">
        <div>
          <Names {...props} />
          <WhoAnswers {...props} />
        </div>
        <div>
          <Times {...props} />
          <Limits {...props} />
          <Proof {...props} />
        </div>
      </div>
    </Roomy>
  )
}

function Names({ draft, isNew, faults, onChange }: FieldsProps) {
  const { consoleCatalogue: said } = useWords()
  const text = (key: 'nameZh' | 'nameEn' | 'categoryZh' | 'categoryEn') => (
    <TextField
      label={said.fields[key]}
      maxLength={120}
      value={draft[key]}
      onChange={(event) => onChange({ [key]: event.target.value })}
    />
  )
  return (
    <>
      {isNew && (
        <TextField
          label={said.code}
          hint={said.edit.codeHint}
          autoComplete="off"
          maxLength={5}
          value={draft.code}
          error={faults.includes('code') ? said.reasons.code_form : undefined}
          onChange={(event) => onChange({ code: event.target.value })}
        />
      )}
      <div className="matter-form__two">
        {text('nameZh')}
        {text('nameEn')}
        {text('categoryZh')}
        {text('categoryEn')}
      </div>
      <TextArea
        label={said.fields.keywords}
        hint={said.edit.keywordsHint}
        rows={2}
        value={draft.keywords}
        onChange={(event) => onChange({ keywords: event.target.value })}
      />
    </>
  )
}

function WhoAnswers({ draft, faults, onChange }: FieldsProps) {
  const { words, language } = useReading()
  const { consoleCatalogue: said, consoleBooks } = words
  const { matters } = consoleBooks
  const { data: answering = [] } = useAnswering()
  return (
    <>
      <div className="matter-form__two">
        <Choices
          label={said.fields.hostRole}
          options={(['in_charge', 'assists'] as const).map((value) => ({
            value,
            label: matters.hostRoles[value],
          }))}
          value={draft.hostRole}
          onChoose={(hostRole) => onChange({ hostRole })}
        />
        <Choices
          label={said.fields.host}
          options={(['residents_committee', 'service_centre'] as const).map((value) => ({
            value,
            label: matters.hosts[value],
          }))}
          value={draft.host}
          onChoose={(host) => onChange({ host })}
        />
      </div>
      <div className="matter-form__two">
        <Field
          label={said.fields.answers}
          hint={said.edit.answersHint}
          error={faults.includes('answers') ? said.reasons.missing : undefined}
        >
          {({ id }) => (
            <Select<string>
              id={id}
              className="whole-width"
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.answers === '' ? null : draft.answers}
              options={answering.map((option) => ({
                value: option.answers,
                label: nameIn(language, option),
              }))}
              onChange={(answers) => onChange({ answers })}
            />
          )}
        </Field>
        <Field label={said.fields.level}>
          {({ id }) => (
            <Select<EditedMatter['level']>
              id={id}
              className="whole-width"
              value={draft.level}
              options={levels.map((value) => ({ value, label: matters.levels[value] }))}
              onChange={(level) => onChange({ level })}
            />
          )}
        </Field>
      </div>
    </>
  )
}

function Times({ draft, faults, onChange }: FieldsProps) {
  const { consoleCatalogue: said } = useWords()
  const time = (key: 'response' | 'resolution') => {
    const [amount, unit] = [`${key}Amount`, `${key}Unit`] as const
    return (
      <div className="matter-form__two">
        <TextField
          label={said.fields[key]}
          inputMode="numeric"
          maxLength={3}
          value={draft[amount]}
          error={faults.includes(key) ? said.reasons.allowance_form : undefined}
          onChange={(event) => onChange({ [amount]: event.target.value })}
        />
        <Field label={said.edit.unitOf(said.fields[key])}>
          {({ id }) => (
            <Select<Allowance['unit']>
              id={id}
              className="whole-width"
              value={draft[unit]}
              options={allowanceUnits.map((value) => ({ value, label: said.edit.units[value] }))}
              onChange={(value) => onChange({ [unit]: value })}
            />
          )}
        </Field>
      </div>
    )
  }
  return (
    <>
      {time('response')}
      {time('resolution')}
      <TextField
        label={said.edit.yellow}
        inputMode="numeric"
        maxLength={2}
        value={draft.yellowPercent}
        error={faults.includes('yellowPercent') ? said.reasons.percent_range : undefined}
        onChange={(event) => onChange({ yellowPercent: event.target.value })}
      />
    </>
  )
}

const limitColumns = {
  extensions: 'extensions_most',
  extensionDays: 'extension_days_most',
  pauses: 'pauses_most',
  pauseDays: 'pause_days_most',
  listingDays: 'listing_days_most',
} as const

/** What a unit may ask for of its clock: dated with the matter, and asked about nowhere else. */
function Limits({ draft, faults, onChange }: FieldsProps) {
  const { consoleCatalogue: said } = useWords()
  const wrong = (name: LimitName) => faults.includes('limits') && !isLimit(name, draft.limits[name])
  const limit = (name: LimitName) => (
    <TextField
      label={said.edit.limits[limitColumns[name]]}
      inputMode="numeric"
      maxLength={3}
      value={draft.limits[name]}
      error={wrong(name) ? said.reasons.limit_range : undefined}
      onChange={(event) => onChange({ limits: { ...draft.limits, [name]: event.target.value } })}
    />
  )
  return (
    <fieldset>
      <legend className="field__label">{said.fields.limits}</legend>
      <p className="field__hint">{said.edit.limitsHint}</p>
      <div className="matter-form__two">
        {limit('extensions')}
        {limit('extensionDays')}
        {limit('pauses')}
        {limit('pauseDays')}
      </div>
      {limit('listingDays')}
    </fieldset>
  )
}

function Proof({ draft, faults, onChange }: FieldsProps) {
  const { consoleCatalogue: said } = useWords()
  const { evidence } = draft
  return (
    <>
      <fieldset>
        <legend className="field__label">{said.fields.evidence}</legend>
        <Check checked={evidence.photo} onCheck={(photo) => onChange({ evidence: { ...evidence, photo } })}>
          {said.edit.photo}
        </Check>
        <Check checked={evidence.note} onCheck={(note) => onChange({ evidence: { ...evidence, note } })}>
          {said.edit.note}
        </Check>
      </fieldset>
      <Check checked={draft.confidential} onCheck={(confidential) => onChange({ confidential })}>
        {said.fields.confidential}
        <small>{said.edit.confidentialHint}</small>
      </Check>
      <div className="matter-form__two">
        <TextField
          label={said.edit.law}
          optional
          maxLength={120}
          value={draft.law}
          error={faults.includes('basis') ? said.reasons.basis_half : undefined}
          onChange={(event) => onChange({ law: event.target.value })}
        />
        <TextField
          label={said.edit.article}
          optional
          maxLength={120}
          value={draft.article}
          onChange={(event) => onChange({ article: event.target.value })}
        />
        <TextField
          label={said.edit.date}
          optional
          type="date"
          value={draft.date}
          onChange={(event) => onChange({ date: event.target.value })}
        />
      </div>
    </>
  )
}
