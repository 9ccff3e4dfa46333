import { ConfirmDialog, type ConfirmDialogProps } from '../kit/confirm-dialog.tsx'
import { FormProblem } from './form-problem.tsx'

/** What is sent when it is confirmed, as a mutation tells of it. */
interface Sending {
  readonly isPending: boolean
  readonly error: unknown
}

/**
 * Asks before an act: by the button or by Enter in a field it is sent, once; why it did not go through is said below the
 * fields. Not inside a form, for it is one.
 */
export function ActDialog({
  act = { isPending: false, error: null },
  onConfirm,
  children,
  ...asked
}: Omit<ConfirmDialogProps, 'busy'> & { act?: Sending }) {
  const confirm = () => {
    if (!act.isPending) onConfirm()
  }
  return (
    <ConfirmDialog {...asked} busy={act.isPending} onConfirm={confirm}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
        noValidate
      >
        {children}
        <FormProblem error={act.error} />
      </form>
    </ConfirmDialog>
  )
}
