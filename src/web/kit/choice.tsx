import './choice.css'
import './field.css'
import { type ReactNode, useId } from 'react'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}

export interface ChoicesProps<Value extends string> {
  readonly label: string
  readonly hint?: string
  readonly error?: string
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  onChoose(value: Value): void
}

/** One of a few: a list of radio buttons whose whole row is the target. */
export function Choices<Value extends string>({
  label,
  hint,
  error,
  options,
  value,
  onChoose,
}: ChoicesProps<Value>) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className="field" data-wrong={error ? '' : undefined} aria-describedby={described || undefined}>
      <legend className="field__label">{label}</legend>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className={option.value === value ? 'choice choice--on' : 'choice'}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span className="choice__words">
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Yes or no, with the whole row as the target. */
export function Check({
  checked,
  onCheck,
  children,
}: {
  checked: boolean
  onCheck(on: boolean): void
  children: ReactNode
}) {
  return (
    <label className={checked ? 'choice choice--alone choice--on' : 'choice choice--alone'}>
      <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.target.checked)} />
      <span className="choice__words">{children}</span>
    </label>
  )
}
