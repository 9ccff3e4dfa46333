import { Check, Choices } from '../../kit/choice.tsx'
import { useWords } from '../../preferences.tsx'
import type { FurtherPart } from '../../shared/report/report-form.tsx'

const ways = ['caller', 'visitor', 'relative'] as const

/** 代报: for somebody who cannot report it alone; the receipt is theirs. */
export function OnBehalfPart({ draft, change }: FurtherPart) {
  const { onBehalf } = useWords().report
  return (
    <>
      <Check
        checked={draft.onBehalf !== null}
        onCheck={(on) => change(on ? { onBehalf: 'visitor' } : { onBehalf: null, name: '', phone: '' })}
      >
        {onBehalf.ask}
        <small>{onBehalf.askHint}</small>
      </Check>
      {draft.onBehalf !== null && (
        <Choices
          label={onBehalf.how}
          value={draft.onBehalf}
          onChoose={(way) => change({ onBehalf: way })}
          options={ways.map((value) => ({ value, label: onBehalf.options[value] }))}
        />
      )}
    </>
  )
}
