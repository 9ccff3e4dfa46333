import { Check } from '../../kit/choice.tsx'
import { useWords } from '../../preferences.tsx'
import type { FurtherPart } from '../../shared/report/report-form.tsx'

/** 代报 by a resident: for a parent or a neighbour. The receipt is the writer's, to be passed on. */
export function ForOtherPart({ draft, change }: FurtherPart) {
  const { forOther } = useWords().report
  const on = draft.onBehalf !== null
  return (
    <Check checked={on} onCheck={(checked) => change({ onBehalf: checked ? 'relative' : null })}>
      {forOther.ask}
      <small>{on ? forOther.receipt : forOther.hint}</small>
    </Check>
  )
}
