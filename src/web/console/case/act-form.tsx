import type { FormEvent, ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { FormProblem } from '../form-problem.tsx'

/** The frame of every act's form: its fields, what went wrong, and one button that says what will happen. */
export function ActForm({
  label,
  hint,
  look = 'main',
  busy,
  error,
  onSend,
  children,
}: {
  label: string
  hint?: string
  look?: 'main' | 'danger'
  busy: boolean
  error: unknown
  onSend(): void
  children?: ReactNode
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSend()
  }
  return (
    <form className="act-form" onSubmit={submit} noValidate>
      {hint && <p className="act-form__hint">{hint}</p>}
      {children}
      <FormProblem error={error} />
      <Button type="submit" look={look} busy={busy}>
        {label}
      </Button>
    </form>
  )
}
