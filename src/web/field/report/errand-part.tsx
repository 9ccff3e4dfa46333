import { useWords } from '../../preferences.tsx'
import type { FurtherPart } from '../../shared/report/report-form.tsx'

/** On what errand it was found: said, since the report began there, and let go of where it was not. */
export function ErrandPart({ draft, change }: FurtherPart) {
  const { report } = useWords().field
  if (!draft.occasion) return null
  return (
    <p>
      {report.errands[draft.occasion.kind]}{' '}
      <button type="button" className="link-button" onClick={() => change({ occasion: null })}>
        {report.noErrand}
      </button>
    </p>
  )
}
