import { Button } from '../kit/button.tsx'
import { useWords } from './words.ts'

/** The two buttons at the end of a form that was opened: what it sends, and the way back. */
export function FormActs({ label, busy, onCancel }: { label: string; busy: boolean; onCancel(): void }) {
  const { actions } = useWords().common
  return (
    <div className="people__acts">
      <Button type="submit" busy={busy}>
        {label}
      </Button>
      <Button look="quiet" onClick={onCancel}>
        {actions.cancel}
      </Button>
    </div>
  )
}
