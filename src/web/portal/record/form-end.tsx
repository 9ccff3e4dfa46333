import { Button, type ButtonProps } from '../../kit/button.tsx'
import { useRecordWords } from './record-words.tsx'

/** The end of what one asks here: the request, and the way back without it. */
export function FormEnd({
  label,
  onBack,
  ...look
}: Pick<ButtonProps, 'look' | 'busy'> & { label: string; onBack(): void }) {
  const { ask } = useRecordWords()
  return (
    <div className="form-acts">
      <Button {...look} type="submit" wide>
        {label}
      </Button>
      <Button look="quiet" wide onClick={onBack}>
        {ask.back}
      </Button>
    </div>
  )
}
