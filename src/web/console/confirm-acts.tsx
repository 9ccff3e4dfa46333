import { Button } from '../kit/button.tsx'
import { useWords } from './words.ts'

/** The two buttons of a dialog: what it asks for, and the way back. */
export function ConfirmActs({
  label,
  look = 'main',
  busy = false,
  focused = false,
  onConfirm,
  onCancel,
}: {
  label: string
  look?: 'main' | 'danger'
  busy?: boolean
  /** Whether the first key decides: for what is asked by a key. */
  focused?: boolean
  onConfirm(): void
  onCancel(): void
}) {
  const { actions } = useWords().common
  return (
    <>
      <Button look={look} autoFocus={focused} busy={busy} onClick={onConfirm}>
        {label}
      </Button>
      <Button look="quiet" onClick={onCancel}>
        {actions.cancel}
      </Button>
    </>
  )
}
