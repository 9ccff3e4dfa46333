import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useWords } from '../../preferences.tsx'

/** Asks before what cannot be taken back. */
export function Confirm({
  title,
  next,
  label,
  onYes,
  onNo,
}: {
  title: string
  /** What follows from it. */
  next: string
  label: string
  onYes(): void
  onNo(): void
}) {
  const { actions } = useWords().common
  return (
    <Dialog
      title={title}
      onClose={onNo}
      acts={
        <>
          <Button big onClick={onYes}>
            {label}
          </Button>
          <Button look="quiet" onClick={onNo}>
            {actions.cancel}
          </Button>
        </>
      }
    >
      <p>{next}</p>
    </Dialog>
  )
}
