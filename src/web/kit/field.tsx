import './field.css'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { useWords } from '../preferences.tsx'

export interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong and how to mend it; read aloud with the field. */
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
}

/** What the control inside a field must carry, so that hint and error are read with it. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

/** Label, hint and error around one control. */
export function Field({
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId()
  const { field } = useWords().common
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label} {optional && <small>{field.optional}</small>}
      </label>
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
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': Boolean(error) })}
    </div>
  )
}

type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'id' | 'className'>

export function TextField({ label, hint, error, optional, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => <input type="text" {...input} {...control} className="input" />}
    </Field>
  )
}

/** Finds by what is typed: nothing of it is remembered by the browser. */
export function SearchField({
  label,
  hint,
  error,
  most = 60,
  value,
  onType,
}: FieldProps & {
  readonly value: string
  /** Characters that may be typed. */
  readonly most?: number
  onType(text: string): void
}) {
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      type="search"
      autoComplete="off"
      maxLength={most}
      value={value}
      onChange={(event) => onType(event.target.value)}
    />
  )
}

/** One of a few, by the browser's own list; its options are the children. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  value,
  onChoose,
  children,
}: FieldProps & { readonly value: string; readonly children: ReactNode; onChoose(value: string): void }) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={value}
          onChange={(event) => onChoose(event.target.value)}
        >
          {children}
        </select>
      )}
    </Field>
  )
}

type TextAreaProps = FieldProps &
  Omit<ComponentProps<'textarea'>, 'id' | 'className' | 'maxLength' | 'value'> & {
    readonly value: string
    /** Characters that may be written. A longer paste is kept and said to be too long, never cut. */
    readonly most?: number
  }

/** From where on the count of what is left is shown. */
const COUNT_FROM = 0.8

export function TextArea({ label, hint, error, optional, most, value, ...area }: TextAreaProps) {
  const { field } = useWords().common
  const left = most === undefined ? Number.POSITIVE_INFINITY : most - value.length
  const tooLong = left < 0 ? field.tooLong(-left) : undefined
  return (
    <Field label={label} hint={hint} error={error ?? tooLong} optional={optional}>
      {(control) => (
        <>
          <textarea {...area} {...control} value={value} className="input" />
          {most !== undefined && left >= 0 && value.length > most * COUNT_FROM && (
            <p className="field__count" aria-live="polite">
              {field.left(left)}
            </p>
          )}
        </>
      )}
    </Field>
  )
}
