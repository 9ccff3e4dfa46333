import { useWords } from '../preferences.tsx'
import { Button, type ButtonProps } from './button.tsx'
import { Dialog, type DialogProps } from './dialog.tsx'

/** Besides the question: how its main button looks, and whether it was pressed or has the focus already. */
type Look = Pick<ButtonProps, 'look' | 'big' | 'busy' | 'autoFocus'>

export interface ConfirmDialogProps extends Omit<DialogProps, 'acts'>, Look {
  /** What the main button does. */
  readonly label: string
  /** The way back, where "cancel" would not say it. */
  readonly back?: string
  onConfirm(): void
}

/** A question with two answers: what it asks for, and the way back. */
export function ConfirmDialog({
  title,
  wide = false,
  children,
  onClose,
  label,
  back,
  onConfirm,
  ...look
}: ConfirmDialogProps) {
  const { actions } = useWords().common
  const acts = (
    <>
      <Button {...look} onClick={onConfirm}>
        {label}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {back ?? actions.cancel}
      </Button>
    </>
  )
  return (
    <Dialog title={title} wide={wide} acts={acts} onClose={onClose}>
      {children}
    </Dialog>
  )
}
